// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {
    Breach,
    Licence,
    TERMS_APPROVAL_REQUIRED,
    TERMS_FLAGS,
    TERMS_TRANSFERABLE,
    Terms
} from "../../contracts/licence/Terms.sol";
import {ALL_USES, Uses} from "../../contracts/shared/Uses.sol";
import {WITHOUT_END, WORK_DERIVED, WORK_SHARE_ALIKE, Work} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {Loggers} from "./Loggers.sol";

/// @title Offers, licences, units that pass on, breaches.
abstract contract Licensees is Loggers {
    struct Words {
        uint16 uses;
        uint16 passOn;
        uint96 price;
        uint16 days_;
        uint8 cap;
        uint8 flags;
    }

    /// @dev Offers anything at all. What the registry lets pass is within the ceiling and shares alike.
    function offer(uint256 seed, uint256 coin, Words calldata words) external acts {
        if (nodes.length == 0 || deals.length >= 60) return;
        uint256 index = seed % nodes.length;
        uint256 workId = nodes[index].workId;
        Work memory work = works.workOf(workId);
        Terms memory terms = _freeTerms();
        terms.uses = Uses.wrap(words.uses) & (words.flags % 4 == 3 ? ALL_USES : work.ceiling);
        terms.passOn = Uses.wrap(words.passOn) & (words.flags % 4 == 2 ? ALL_USES : terms.uses);
        terms.currency = _currency(coin);
        terms.price = words.flags % 3 == 0 ? 0 : uint128(bound(words.price, 1, 1 ether));
        terms.duration = uint32(words.days_ % 30) * 1 days;
        terms.cap = words.cap % 8;
        terms.flags = words.flags & TERMS_FLAGS;
        if (words.flags > 99) terms.flags = (terms.flags & ~TERMS_APPROVAL_REQUIRED) | TERMS_TRANSFERABLE;
        if (!_act(work.creator, address(licences), abi.encodeCall(ILicenceRegistry.offer, (workId, terms))))
            return;
        assertTrue(work.ceiling.covers(terms.uses | terms.passOn), "more was offered than the ceiling");
        assertTrue((terms.uses & nodes[index].forbidden).isEmpty(), "a forbidden use was offered");
        assertTrue(work.flags & WORK_SHARE_ALIKE == 0 || terms.flags & 2 != 0, "not shared alike");
        _dealsOf[workId].push(deals.length);
        deals.push(Deal({node: index, termsId: licences.termsIdOf(terms), terms: terms}));
        _did("offer");
    }

    /// @dev One time in four; else an offer is made again, as it was.
    function withdraw(uint256 seed, uint256 again_) external acts {
        if (deals.length == 0) return;
        (uint256 workId, bytes32 termsId) = _deal(seed);
        address creator = works.workOf(workId).creator;
        if (again_ % 4 != 0) {
            Terms memory terms = deals[_pick(seed)].terms;
            _act(creator, address(licences), abi.encodeCall(ILicenceRegistry.offer, (workId, terms)));
            return;
        }
        if (!_act(creator, address(licences), abi.encodeCall(ILicenceRegistry.withdraw, (workId, termsId))))
            return;
        (bool open, ) = licences.offerOf(workId, termsId);
        assertTrue(!open, "open after it was withdrawn");
        _did("withdraw");
    }

    function approve(uint256 seed, uint256 who, bool approved) external acts {
        if (deals.length == 0) return;
        (uint256 workId, bytes32 termsId) = _deal(seed);
        bytes memory call = abi.encodeCall(
            ILicenceRegistry.approve,
            (workId, termsId, _person(who), approved)
        );
        if (_act(works.workOf(workId).creator, address(licences), call)) _did("approve");
    }

    /// @dev Law: only what is offered is acquired, at the price in the terms, within the cap, at most one term ahead,
    /// and never beyond what the work's own sources allow.
    function acquire(uint256 seed, uint256 payer, uint256 licensee, uint32 units) external acts {
        if (deals.length == 0) return;
        Deal memory deal = deals[_pick(seed)];
        uint256 workId = nodes[deal.node].workId;
        // A few who buy much, and sometimes anybody.
        address holder = people[licensee % 5 == 0 ? licensee % people.length : 1 + (licensee % 3)];
        Licence memory held = licences.licenceOf(workId, deal.termsId, holder);
        units = held.until >= time && deal.terms.duration > 0 ? held.units : 1 + (units % 5);
        (bool open, uint32 sold) = licences.offerOf(workId, deal.termsId);
        uint256 credit = royalties.workCredit(workId, deal.terms.currency);
        if (!_buy(_person(payer), workId, deal.terms, holder, units)) return;

        assertTrue(open, "acquired what is not offered");
        bool renewed = held.until >= time && held.units > 0 && deal.terms.duration > 0;
        if (!renewed) sold += units;
        assertTrue(deal.terms.cap == 0 || sold <= deal.terms.cap, "more was sold than the cap");
        if (deal.terms.flags & 4 != 0 || held.flags & 128 != 0) {
            assertTrue(licences.isApproved(workId, deal.termsId, holder), "acquired without approval");
        }
        uint256 price = _arrives(deal.terms.currency, uint256(deal.terms.price) * units);
        assertEq(royalties.workCredit(workId, deal.terms.currency), credit + price);
        paid[deal.terms.currency] += price;
        Licence memory got = licences.licenceOf(workId, deal.termsId, holder);
        assertTrue(got.until >= held.until, "a licence was cut short by an acquisition");
        if (deal.terms.duration == 0) assertEq(got.until, WITHOUT_END);
        else assertTrue(got.until <= time + 2 * uint256(deal.terms.duration), "more than one term ahead");
        Work memory work = works.workOf(workId);
        if (work.flags & WORK_DERIVED != 0) assertTrue(got.until <= work.until, "outlives the sources");
        _unforbidden(deal.node, deal.termsId, holder);
        _did(held.until >= time && held.units > 0 ? bytes32("renew") : bytes32("acquire"));
    }

    /// @dev Law: units are neither made nor lost, and neither side's record is cut short.
    function transfer(uint256 seed, uint256 giver, uint256 taker, uint32 units) external acts {
        if (deals.length == 0) return;
        (uint256 workId, bytes32 termsId) = _deal(seed);
        (address from, address to) = (_holder(workId, termsId, giver), people[1 + (taker % 3)]);
        Licence memory a = licences.licenceOf(workId, termsId, from);
        Licence memory b = licences.licenceOf(workId, termsId, to);
        if (a.units > 0) units = units % 2 == 0 ? a.units : units % (a.units + 2);
        bytes memory call = abi.encodeCall(ILicenceRegistry.transfer, (workId, termsId, to, units));
        if (!_act(from, address(licences), call)) return;

        Licence memory left = licences.licenceOf(workId, termsId, from);
        Licence memory got = licences.licenceOf(workId, termsId, to);
        assertTrue(units > 0 && a.flags & 8 != 0 && a.breachAt == 0, "passed on what may not be");
        assertTrue(a.until >= time && from != to, "passed on what was not held");
        assertTrue(a.flags & 4 == 0 || licences.isApproved(workId, termsId, to), "not approved");
        assertEq(left.units + got.units, a.units + (b.until >= time ? b.units : 0));
        assertTrue(left.until == a.until && got.until == a.until, "the end moved");
        assertTrue(got.until >= b.until, "a licence was cut short by a transfer");
        _unforbidden(deals[_pick(seed)].node, termsId, to);
        _did("transfer");
    }

    function breach(uint256 seed, uint256 who, uint8 kind, bytes32 evidence) external acts {
        if (deals.length == 0) return;
        (uint256 workId, bytes32 termsId) = _deal(seed);
        Breach reason = Breach(kind % 6);
        bytes memory call = abi.encodeCall(
            ILicenceRegistry.recordBreach,
            (workId, termsId, _holder(workId, termsId, who), reason, evidence)
        );
        if (_act(works.workOf(workId).creator, address(licences), call)) _did("breach");
    }

    function forgive(uint256 seed, uint256 who) external acts {
        if (deals.length == 0) return;
        (uint256 workId, bytes32 termsId) = _deal(seed);
        address licensee = _holder(workId, termsId, who);
        bytes memory call = abi.encodeCall(ILicenceRegistry.forgiveBreach, (workId, termsId, licensee));
        if (_act(works.workOf(workId).creator, address(licences), call)) _did("forgive");
    }

    /// @dev Law: nothing is revoked before it could be cured, and what was revoked permits nothing.
    function revoke(uint256 seed, uint256 who) external acts {
        if (deals.length == 0) return;
        (uint256 workId, bytes32 termsId) = _deal(seed);
        address licensee = _holder(workId, termsId, who);
        Licence memory held = licences.licenceOf(workId, termsId, licensee);
        bytes memory call = abi.encodeCall(ILicenceRegistry.revoke, (workId, termsId, licensee));
        if (!_act(works.workOf(workId).creator, address(licences), call)) return;
        assertTrue(held.breachAt != 0 && time > held.breachAt + 14 days, "revoked before its time");
        assertTrue(!licences.isPermitted(workId, termsId, licensee, held.uses), "permitted after all");
        _did("revoke");
    }

    /// @dev Law: a retained use, or one that a label upstream closed, is permitted to nobody.
    function audit(uint256 seed) external acts {
        if (nodes.length == 0) return;
        uint256 index = seed % nodes.length;
        uint256[] memory all = _dealsOf[nodes[index].workId];
        for (uint256 i = 0; i < people.length; ++i) {
            _unforbidden(index, 0, people[i]);
            for (uint256 j = 0; j < all.length; ++j) _unforbidden(index, deals[all[j]].termsId, people[i]);
        }
        _did("audit");
    }

    function _unforbidden(uint256 index, bytes32 termsId, address who) internal view {
        uint16 forbidden = Uses.unwrap(nodes[index].forbidden);
        for (uint16 bit = 1; bit < 1 << 11; bit <<= 1) {
            if (forbidden & bit == 0) continue;
            bool permitted = licences.isPermitted(nodes[index].workId, termsId, who, Uses.wrap(bit));
            assertTrue(!permitted, "a forbidden use was permitted");
        }
    }

    function _deal(uint256 seed) internal view returns (uint256 workId, bytes32 termsId) {
        Deal storage deal = deals[_pick(seed)];
        return (nodes[deal.node].workId, deal.termsId);
    }

    /// @dev Most of the time one of the first two, so that much happens to the same licences.
    function _pick(uint256 seed) private view returns (uint256) {
        uint256 few = deals.length < 2 ? deals.length : 2;
        return (seed / 4) % (seed % 4 == 0 ? deals.length : few);
    }

    /// @dev Somebody who holds the licence, if there is anybody.
    function _holder(uint256 workId, bytes32 termsId, uint256 seed) private view returns (address) {
        for (uint256 i = 0; i < people.length; ++i) {
            address who = people[((seed % people.length) + i) % people.length];
            Licence memory held = licences.licenceOf(workId, termsId, who);
            if (held.units > 0 && held.until >= time) return who;
        }
        return _person(seed);
    }

    function _buy(
        address payer,
        uint256 workId,
        Terms memory terms,
        address holder,
        uint32 units
    ) private returns (bool) {
        uint256 price = uint256(terms.price) * units;
        bytes memory call = abi.encodeCall(ILicenceRegistry.acquire, (workId, terms, holder, units, price));
        return _act(payer, address(licences), terms.currency == NATIVE ? price : 0, call);
    }
}
