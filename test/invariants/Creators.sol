// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    TERMS_ABSOLUTE_SHARE,
    TERMS_SHARE_ALIKE,
    TERMS_TRANSFERABLE,
    Terms
} from "../../contracts/licence/Terms.sol";
import {ADAPT, ALL_USES, Uses} from "../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {
    Edge,
    Kind,
    Payee,
    Registration,
    Shares,
    Source,
    WORK_OWES_ABSOLUTE,
    WORK_SHARE_ALIKE,
    Work
} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {Sign} from "../support/sol/Sign.sol";
import {Vm, vm} from "../support/sol/Vm.sol";
import {World} from "./World.sol";

/// @title Creators who register, register again, amend, and pass their role on.
abstract contract Creators is World {
    /// @dev What each label closes, written out from the list of labels and not from the contracts' function.
    uint32 private constant CLOSING = (1 << 8) | (1 << 11) | (1 << 12) | (1 << 13) | (1 << 14) | (3 << 16);

    /// @param labels Only the community's heritage elements have any.
    function registerRoot(uint256 who, uint16 retained, uint32 labels, uint16 holderUses) external acts {
        if (nodes.length >= MOST_WORKS) return;
        address creator = labels % 4 == 1 ? academy : _person(who);
        Registration memory r = _mask(keccak256(abi.encode("root", nodes.length)));
        r.retained = Uses.wrap(retained & (retained >> 8)) & ALL_USES;
        if (creator == academy && labels % 2 == 1) {
            r.kind = Kind.HeritageElement;
            r.labels = labels & (labels >> 10) & 0xfffff;
        }
        if (labels % 3 == 0) r.regime.registrar = auditor;
        if (labels % 3 == 0)
            (r.regime.minHolding, r.regime.maxTransfers) = (labels % 1e6, uint16(labels % 4));
        r.holderUses = Uses.wrap(holderUses).without(r.retained | _closed(r.labels)) & ALL_USES;
        r.payees = _payeesFrom(holderUses);
        _add(creator, r, new Shares[](0), ALL_USES);
    }

    function derive(
        uint256 who,
        uint256[3] calldata seeds,
        uint16[3] calldata uses,
        uint16 kept
    ) external acts {
        if (nodes.length >= MOST_WORKS || nodes.length == 0) return;
        address creator = _person(who);
        uint256[] memory parents = _ascending(seeds, 1 + (kept % 3));
        Source[] memory sources = new Source[](parents.length);
        Shares[] memory lists = new Shares[](parents.length);
        uint256 given = 0;
        Uses passed = ALL_USES;
        for (uint256 i = 0; i < parents.length; ++i) {
            sources[i].workId = nodes[parents[i]].workId;
            passed = passed & _license(sources[i], creator, uses[i]);
            if (works.packedOf(sources[i].workId).has(WORK_OWES_ABSOLUTE)) {
                lists[given++] = _sharesAt(parents[i]);
            }
        }
        assembly ("memory-safe") {
            mstore(lists, given)
        }
        Registration memory r = _derivative(keccak256(abi.encode("derived", nodes.length)), sources);
        r.retained = Uses.wrap(kept & (kept >> 5)) & ALL_USES;
        r.payees = _payeesFrom(kept);
        _add(creator, r, lists, passed);
    }

    /// @dev A stranger relays what the painter signed.
    function relay(uint16 retained, uint256 wrong) external acts {
        if (nodes.length >= MOST_WORKS) return;
        Registration memory r = _mask(keccak256(abi.encode("relayed", nodes.length)));
        r.retained = Uses.wrap(retained) & ALL_USES;
        bytes32 message = Sign.registrationHash(painter, r, works.nonces(painter), time);
        bytes memory signature = Sign.sign(PAINTER_KEY, Sign.digest(address(works), message));
        if (wrong % 4 == 0) r.resaleBps = 501;
        bytes memory call = abi.encodeCall(IWorkRegistry.registerFor, (painter, r, _none(), time, signature));
        if (!_act(address(0xBAD), address(works), call)) return;
        assertTrue(wrong % 4 != 0, "what was not signed was registered");
        _did("relay");
        _note(painter, r, _none(), ALL_USES, "");
    }

    /// @dev The same words change nothing, whatever happened since; other words are refused.
    function again(uint256 seed, uint256 wrong) external acts {
        if (nodes.length == 0) return;
        uint256 index = seed % nodes.length;
        Registration memory r = _registrationAt(index);
        if (wrong % 5 == 1) r.metadataHash = keccak256("other words");
        if (wrong % 5 == 2) r.labels ^= 1;
        if (wrong % 5 == 3) r.retained = ALL_USES.without(r.retained);
        if (wrong % 5 == 4) ++r.regime.minHolding;
        bytes32 before = _fixed();
        Shares[] memory lists = _sourceSharesAt(index);
        bytes memory call = abi.encodeCall(IWorkRegistry.register, (r, lists));
        bool ok = _act(nodes[index].registrant, address(works), call);
        assertTrue(ok == (wrong % 5 == 0), "the same words were refused, or other words taken");
        assertEq(_fixed(), before);
        _did("again");
    }

    function amend(uint256 seed, bytes32 metadataHash, uint8 aiSummary, bool freeze) external acts {
        if (nodes.length == 0) return;
        uint256 workId = _node(seed).workId;
        bytes memory call =
            freeze
                ? abi.encodeCall(IWorkRegistry.freezeMetadata, (workId))
                : abi.encodeCall(IWorkRegistry.amendMetadata, (workId, metadataHash, aiSummary % 33));
        if (_act(works.workOf(workId).creator, address(works), call)) _did("amend");
    }

    function succeed(uint256 seed, uint256 who, bool accept) external acts {
        if (nodes.length == 0) return;
        uint256 workId = _node(seed).workId;
        address successor = works.successorOf(workId);
        if (!accept) {
            bytes memory call = abi.encodeCall(IWorkRegistry.proposeCreator, (workId, _person(who)));
            if (_act(works.workOf(workId).creator, address(works), call)) _did("propose");
        } else if (_act(successor, address(works), abi.encodeCall(IWorkRegistry.acceptCreator, (workId)))) {
            assertEq(works.workOf(workId).creator, successor);
            lastSucceeded = _indexOf(workId);
            _did("succeed");
        }
    }

    /// @dev Law: after a revision a work lasts no longer than its sources, nor than the licences of who registered it
    /// or of who has the creator's role.
    function revise(uint256 seed) external acts {
        if (nodes.length == 0) return;
        uint256 index = seed % nodes.length;
        works.reviseEnd(nodes[index].workId, _sharesAt(index));
        _within(index, works.workOf(nodes[index].workId).creator);
        _did("revise");
    }

    function _add(address creator, Registration memory r, Shares[] memory lists, Uses passed) private {
        vm.recordLogs();
        bool ok = _act(creator, address(works), abi.encodeCall(IWorkRegistry.register, (r, lists)));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        if (!ok) return;
        bytes memory shares = "";
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == IWorkRegistry.SharesFixed.selector) shares = logs[i].data;
        }
        _did(r.sources.length == 0 ? bytes32("root") : bytes32("derive"));
        if (r.labels != 0) _did("labels");
        _note(creator, r, lists, passed, shares);
        _within(nodes.length - 1, creator);
    }

    function _note(
        address creator,
        Registration memory r,
        Shares[] memory lists,
        Uses passed,
        bytes memory fixedShares
    ) internal {
        Node storage node = nodes.push();
        node.workId = works.workIdOf(creator, r.contentHash);
        node.registrant = creator;
        node.passed = passed;
        node.sharesHash = works.sharesHashOf(node.workId);
        node.registration = abi.encode(r);
        node.sourceShares = abi.encode(lists);
        Shares memory shares;
        if (fixedShares.length > 0) {
            assertEq(keccak256(fixedShares), node.sharesHash);
            (shares.sources, shares.inherited, shares.payees) = abi.decode(
                fixedShares,
                (Source[], Edge[], Payee[])
            );
        }
        node.shares = abi.encode(shares);
        Uses forbidden = r.retained | _closed(r.labels);
        for (uint256 i = 0; i < r.sources.length; ++i) {
            node.sources.push(_indexOf(r.sources[i].workId));
            assertTrue(node.sources[i] < nodes.length - 1, "a source that was not there before");
            forbidden = forbidden | nodes[node.sources[i]].forbidden;
        }
        node.forbidden = forbidden;
    }

    function _within(uint256 index, address creator) private view {
        Node storage node = nodes[index];
        uint40 until = works.workOf(node.workId).until;
        Source[] memory sources = _sharesAt(index).sources;
        for (uint256 i = 0; i < sources.length; ++i) {
            assertTrue(until <= works.workOf(sources[i].workId).until, "longer than a source");
        }
        uint40 licensed = licences.endOf(node.registrant, creator, sources);
        assertTrue(until <= licensed, "longer than the licences");
    }

    /// @dev Licenses a source where the creator needs it. What the licence passes on, or all.
    function _license(Source memory source, address creator, uint16 asked) private returns (Uses passed) {
        Work memory work = works.workOf(source.workId);
        source.shareBps = asked % 3000;
        if (work.creator == creator) {
            source.absolute = asked % 2 == 1;
            return ALL_USES;
        }
        Terms memory terms = _freeTerms();
        terms.uses = (Uses.wrap(asked) | ADAPT) & work.ceiling;
        terms.passOn = Uses.wrap(asked) & terms.uses;
        terms.flags = asked % 3 == 0 || work.flags & WORK_SHARE_ALIKE != 0 ? TERMS_SHARE_ALIKE : 0;
        terms.duration = asked % 5 == 0 ? 0 : uint32(bound(asked, 1, 40)) * 1 days;
        if (asked % 2 == 1) terms.flags |= TERMS_ABSOLUTE_SHARE;
        if (asked % 7 < 5) terms.flags |= TERMS_TRANSFERABLE;
        terms.revenueShareBps = source.shareBps;
        (source.termsId, source.absolute) = (licences.termsIdOf(terms), asked % 2 == 1);
        if (!_act(work.creator, address(licences), abi.encodeCall(licences.offer, (source.workId, terms)))) {
            return terms.passOn;
        }
        _dealsOf[source.workId].push(deals.length);
        deals.push(Deal({node: _indexOf(source.workId), termsId: source.termsId, terms: terms}));
        _act(
            creator,
            address(licences),
            abi.encodeCall(licences.acquire, (source.workId, terms, creator, 1, 0))
        );
        return terms.passOn;
    }

    function _payeesFrom(uint16 seed) internal view returns (Payee[] memory list) {
        if (seed % 3 == 0) return list;
        uint16 first = uint16(bound(seed, 1, 9999));
        return _payees(_person(seed / 3), first, payees[seed % payees.length], 10_000 - first);
    }

    function _ascending(
        uint256[3] calldata seeds,
        uint256 most
    ) private view returns (uint256[] memory picked) {
        picked = new uint256[](most);
        uint256 length = 0;
        for (uint256 i = 0; i < most; ++i) {
            uint256 index = seeds[i] % nodes.length;
            uint256 j = length;
            bool twice = false;
            for (uint256 k = 0; k < length; ++k) if (picked[k] == index) twice = true;
            if (twice) continue;
            for (; j > 0 && nodes[picked[j - 1]].workId > nodes[index].workId; --j) picked[j] = picked[j - 1];
            (picked[j], length) = (index, length + 1);
        }
        assembly ("memory-safe") {
            mstore(picked, length)
        }
    }

    function _closed(uint32 labels) private pure returns (Uses) {
        if (labels & CLOSING == 0) return Uses.wrap(0);
        if (labels & ((1 << 14) | (1 << 17) | (1 << 11) | (1 << 12)) != 0) return ALL_USES;
        uint16 bits = 0;
        if (labels & (1 << 16) != 0) bits |= (1 << 5) | (1 << 6) | (1 << 9);
        if (labels & (1 << 8) != 0) bits |= (1 << 3) | (1 << 7);
        if (labels & (1 << 13) != 0) bits |= (1 << 4) | (1 << 5) | (1 << 6) | (1 << 8) | (1 << 9) | (1 << 10);
        return Uses.wrap(bits);
    }
}
