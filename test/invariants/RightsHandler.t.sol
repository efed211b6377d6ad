// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TERMS_SHARE_ALIKE, Terms} from "../../contracts/licence/Terms.sol";
import {ADAPT, ALL_USES, Uses} from "../../contracts/shared/Uses.sol";
import {Registration, Source, WORK_SHARE_ALIKE, Work} from "../../contracts/work/Work.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title Random creators who register roots and derivatives under random terms.
contract RightsHandler is Fixture {
    /// @param forbidden What the work's creator or any ancestor's retained.
    /// @param passed What the licences of the sources let pass.
    struct Node {
        uint256 workId;
        uint256[] sources;
        Uses forbidden;
        Uses passed;
        bool shareAlike;
    }

    Node[] private _nodes;
    uint256 private _count;
    bool public oversold;
    bool public unshared;

    constructor() {
        setUp();
        registerRoot(0, 0);
        registerRoot(1, 4);
    }

    function registerRoot(uint256 who, uint16 retained) public {
        Registration memory r = _mask(bytes32(++_count));
        r.retained = Uses.wrap(retained) & ALL_USES;
        Node storage node = _nodes.push();
        node.workId = _register(_creator(who), r);
        (node.forbidden, node.passed) = (r.retained, ALL_USES);
    }

    function derive(
        uint256 who,
        uint256[2] calldata seeds,
        uint16[2] calldata uses,
        uint16 retained,
        bool alike
    ) external {
        (uint256 a, uint256 b) = (seeds[0] % _nodes.length, seeds[1] % _nodes.length);
        if (_nodes[a].workId > _nodes[b].workId) (a, b) = (b, a);
        Source[] memory sources = new Source[](a == b ? 1 : 2);
        Node memory draft;
        (draft.forbidden, draft.passed) = (Uses.wrap(retained) & ALL_USES, ALL_USES);
        draft.sources = new uint256[](sources.length);
        for (uint256 i = 0; i < sources.length; ++i) {
            uint256 parent = i == 0 ? a : b;
            draft.sources[i] = sources[i].workId = _nodes[parent].workId;
            if (!_use(draft, sources[i], _creator(who), Uses.wrap(uses[i]), alike)) return;
            draft.forbidden = draft.forbidden | _nodes[parent].forbidden;
            draft.shareAlike = draft.shareAlike || _nodes[parent].shareAlike;
        }
        Registration memory r = _derivative(bytes32(++_count), sources);
        r.retained = Uses.wrap(retained) & ALL_USES;
        draft.workId = _register(_creator(who), r);
        _nodes.push(draft);
    }

    /// @dev Tries to sell anything at all, what is not retained, or what is within the ceiling, so that each rule is
    /// the one that refuses. Notes what the registry let pass.
    function oversell(uint256 seed, uint8 aim, uint16 uses, uint16 passOn, bool alike) external {
        Node storage node = _nodes[seed % _nodes.length];
        Work memory work = works.workOf(node.workId);
        Terms memory terms = _freeTerms();
        terms.uses = Uses.wrap(uses) & ALL_USES;
        terms.passOn = Uses.wrap(passOn) & ALL_USES;
        if (aim % 3 == 1) terms.uses = terms.uses.without(work.retained);
        if (aim % 3 == 2) terms.uses = terms.uses & work.ceiling;
        if (aim % 3 > 0) terms.passOn = terms.passOn & terms.uses;
        terms.flags = alike ? TERMS_SHARE_ALIKE : 0;
        vm.prank(work.creator);
        try licences.offer(node.workId, terms) {
            if (!work.ceiling.covers(terms.uses | terms.passOn)) oversold = true;
            if (node.shareAlike && !alike) unshared = true;
        } catch {}
    }

    function nodes() external view returns (Node[] memory) {
        return _nodes;
    }

    function workOf(uint256 workId) external view returns (Work memory) {
        return works.workOf(workId);
    }

    /// @dev Licenses the source where the creator needs it, and notes what that passed on.
    function _use(
        Node memory draft,
        Source memory source,
        address creator,
        Uses asked,
        bool alike
    ) private returns (bool) {
        Work memory work = works.workOf(source.workId);
        if (work.creator == creator) return true;
        if (!work.ceiling.covers(ADAPT)) return false;
        Terms memory terms = _freeTerms();
        terms.uses = (asked | ADAPT) & work.ceiling;
        terms.passOn = asked & work.ceiling;
        terms.flags = alike || work.flags & WORK_SHARE_ALIKE != 0 ? TERMS_SHARE_ALIKE : 0;
        source.termsId = licences.termsIdOf(terms);
        draft.passed = draft.passed & terms.passOn;
        draft.shareAlike = draft.shareAlike || alike;
        vm.prank(work.creator);
        licences.offer(source.workId, terms);
        if (licences.licenceOf(source.workId, source.termsId, creator).since == 0) {
            licences.acquire(source.workId, terms, creator, 1, 0);
        }
        return true;
    }

    function _creator(uint256 seed) private view returns (address) {
        return
            seed % 3 == 0
                ? troupe
                : seed % 3 == 1
                    ? academy
                    : studio;
    }
}
