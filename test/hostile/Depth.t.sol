// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Breach, TERMS_SHARE_ALIKE, Terms} from "../../contracts/licence/Terms.sol";
import {IRoyaltyLedger} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {ADAPT, ALL_USES, DISPLAY, Uses} from "../../contracts/shared/Uses.sol";
import {Edge, Registration, Shares, Source, WORK_SHARE_ALIKE, Work} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title Sixty generations: rights only shrink, nothing costs more further down, and money finds its way up.
contract DepthTest is Fixture {
    uint256 private constant GENERATIONS = 60;

    uint256[] private _line;
    bytes[] private _shares_;

    /// @dev Each generation keeps one use or none, and each is licensed by the one before it to somebody else.
    function test_RightsShrinkOverSixtyGenerations() public {
        _grow(0, true);
        Uses kept = Uses.wrap(0);
        for (uint256 i = 0; i < GENERATIONS; ++i) {
            Work memory work = works.workOf(_line[i]);
            kept = kept | work.retained;
            assertEq(work.ceiling, ALL_USES.without(kept));
            assertTrue(i == 0 || work.flags & WORK_SHARE_ALIKE != 0, "share-alike was lost");
            Uses one = kept.isEmpty() ? DISPLAY : kept;
            assertTrue(!licences.isPermitted(_line[i], 0, works.ownerOf(_line[i]), one), "the holder may");
        }
    }

    /// @dev A use that the first creator kept cannot be had sixty generations later.
    function test_RevertWhen_TheLastOffersWhatTheFirstKept() public {
        _grow(0, true);
        Work memory last = works.workOf(_line[GENERATIONS - 1]);
        Terms memory terms = _freeTerms();
        terms.flags = TERMS_SHARE_ALIKE;
        for (uint16 bit = 1; bit <= Uses.unwrap(ALL_USES); bit <<= 1) {
            terms.uses = terms.passOn = Uses.wrap(bit);
            bool may = last.ceiling.covers(terms.uses);
            vm.prank(last.creator);
            (bool ok, ) = address(licences).call(
                abi.encodeCall(licences.offer, (_line[GENERATIONS - 1], terms))
            );
            assertTrue(ok == may, "offered what an ancestor kept");
        }
    }

    function test_NothingCostsMoreFurtherDown() public {
        _grow(0, false);
        royalties.pay(_register(troupe, _mask("warm")), address(yuan), 1, "ref");
        uint256 first = _payment(_line[1]);
        uint256 last = _payment(_line[GENERATIONS - 1]);
        assertTrue(last <= first + 100 && first <= last + 100, "a payment costs by depth");
        first = _settlement(1);
        last = _settlement(GENERATIONS - 1);
        // The first settled has new payees to write; no more than two words of storage lie between them.
        assertTrue(last <= first + 50_000, "a settlement costs by depth");
    }

    /// @dev Half of everything goes up at each hop: settled from the last to the first, all of it arrives somewhere.
    function test_MoneyFindsItsWayUpSixtyGenerations() public {
        _grow(5000, false);
        uint256 amount = 2 ** 70;
        royalties.pay{value: amount}(_line[GENERATIONS - 1], NATIVE, amount, "ref");
        for (uint256 i = GENERATIONS; i > 0; --i) {
            uint256 before = royalties.workCredit(_line[i - 1], NATIVE);
            assertEq(before, amount >> (GENERATIONS - i));
            _settle(_line[i - 1], abi.decode(_shares_[i - 1], (Shares)), NATIVE);
        }
        uint256 credited = royalties.payeeCredit(troupe, NATIVE) + royalties.payeeCredit(studio, NATIVE);
        assertEq(credited, amount);
    }

    /// @dev One absolute share of the first is owed by all: each descendant inherits it, and none of them twice.
    function test_AnAbsoluteShareComesDownOnce() public {
        uint256 root = _register(troupe, _mask("root"));
        Source[] memory sources = _source(root, 0, 500, true);
        Shares memory shares = _shares(troupe, sources, new Edge[](0));
        uint256 workId = _register(troupe, _derivative("1", sources));
        for (uint256 i = 2; i < GENERATIONS; ++i) {
            sources = _source(workId, 0, 0, false);
            workId = _register(troupe, _derivative(bytes32(i), sources), shares);
            shares = _shares(troupe, sources, _edge(root, 500));
            assertEq(works.sharesHashOf(workId), _hash(shares));
        }
        royalties.pay{value: 10_000}(workId, NATIVE, 10_000, "ref");
        _settle(workId, shares, NATIVE);
        assertEq(royalties.workCredit(root, NATIVE), 500);
    }

    /// @dev A licence that ends far up ends what was made from it, generation by generation, as soon as anybody says
    /// so; and nobody down the line can sell anything in between beyond the old end.
    function test_AnEndAtTheTopComesDown() public {
        uint256 root = _register(troupe, _mask("root"));
        Terms memory terms = _freeTerms();
        terms.duration = 100 days;
        bytes32 termsId = _license(troupe, root, terms, studio);
        Source[] memory sources = _source(root, termsId, 0, false);
        _line.push(_register(studio, _derivative("0", sources)));
        _shares_.push(abi.encode(_shares(studio, sources, new Edge[](0))));
        for (uint256 i = 1; i < 10; ++i) {
            sources = _source(_line[i - 1], 0, 0, false);
            _line.push(_register(studio, _derivative(bytes32(i), sources)));
            _shares_.push(abi.encode(_shares(studio, sources, new Edge[](0))));
        }
        uint40 end = works.workOf(_line[9]).until;
        assertTrue(end <= block.timestamp + 100 days && end > block.timestamp + 98 days, "not the licence's");
        vm.prank(troupe);
        licences.recordBreach(root, termsId, studio, Breach.Unpaid, "evidence");
        vm.warp(block.timestamp + 15 days);
        vm.prank(troupe);
        licences.revoke(root, termsId, studio);
        for (uint256 i = 0; i < 10; ++i) {
            uint40 until = works.reviseEnd(_line[i], abi.decode(_shares_[i], (Shares)));
            assertTrue(until < block.timestamp, "outlived the licence");
        }
        terms.duration = 1;
        vm.prank(studio);
        licences.offer(_line[9], terms);
        (bool ok, ) = address(licences).call(
            abi.encodeCall(licences.acquire, (_line[9], terms, platform, 1, 0))
        );
        assertTrue(!ok, "sold what was revoked far up");
    }

    /// @param bps What each generation owes the one before.
    /// @param keep Whether each generation keeps one use more.
    function _grow(uint16 bps, bool keep) private {
        address[2] memory creators = [troupe, studio];
        Registration memory r = _mask("0");
        Shares memory none;
        _line.push(_register(troupe, r));
        _shares_.push(abi.encode(none));
        for (uint256 i = 1; i < GENERATIONS; ++i) {
            address creator = creators[i % 2];
            Work memory parent = works.workOf(_line[i - 1]);
            Terms memory terms = _freeTerms();
            (terms.uses, terms.passOn) = (parent.ceiling, parent.ceiling);
            (terms.revenueShareBps, terms.flags) = (bps, TERMS_SHARE_ALIKE);
            bytes32 termsId = _license(parent.creator, _line[i - 1], terms, creator);
            Source[] memory sources = _source(_line[i - 1], termsId, bps, false);
            r = _derivative(bytes32(i), sources);
            // Never to adapt, or the line would end.
            if (keep && i % 6 == 0) r.retained = Uses.wrap(uint16(1 << (i / 6))).without(ADAPT);
            _line.push(_register(creator, r));
            _shares_.push(abi.encode(_shares(creator, sources, new Edge[](0))));
        }
    }

    function _payment(uint256 workId) private returns (uint256 gas) {
        bytes memory call = abi.encodeCall(IRoyaltyLedger.pay, (workId, address(yuan), 10_000, "ref"));
        gas = gasleft();
        (bool ok, ) = address(royalties).call(call);
        gas -= gasleft();
        assertTrue(ok, "not paid");
    }

    function _settlement(uint256 index) private returns (uint256 gas) {
        Shares memory shares = abi.decode(_shares_[index], (Shares));
        gas = gasleft();
        _settle(_line[index], shares, address(yuan));
        gas -= gasleft();
    }
}
