// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Breach, TERMS_TRANSFERABLE, Terms} from "../../../contracts/licence/Terms.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Edge, Shares, Source, WITHOUT_END} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title A work's end is brought up to date with the licences it was made under.
contract ReviseEndTest is Fixture {
    uint256 private constant NOW = 1_800_000_000;
    uint256 private _root;
    bytes32 private _termsId;
    uint256 private _child;
    Source[] private _sources;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
        _termsId = _license(troupe, _root, _terms(), studio);
        _sources.push(_source(_root, _termsId, 0, false)[0]);
        _child = _register(studio, _derivative("child", _sources));
    }

    function test_AfterARenewalTheWorkEndsLater() public {
        _renew(studio);
        uint256 end = _wholeDays(NOW + 200 days);
        vm.expectEmit(address(works));
        emit IWorkRegistry.EndRevised(_child, uint40(end));
        vm.prank(auditor);
        assertEq(works.reviseEnd(_child, _ofChild()), end);
        assertEq(works.workOf(_child).until, end);
    }

    function test_WhereNothingChangedNothingIsEmitted() public {
        _changesNothing(_child, _ofChild(), _wholeDays(NOW + 100 days));
        _renew(studio);
        works.reviseEnd(_child, _ofChild());
        _changesNothing(_child, _ofChild(), _wholeDays(NOW + 200 days));
    }

    function test_AfterTheLicenceEndedTheWorkHasEnded() public {
        vm.warp(NOW + 101 days);
        _changesNothing(_child, _ofChild(), _wholeDays(NOW + 100 days));
        // Bought anew, the licence begins anew, and the work with it.
        _renew(studio);
        assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(NOW + 201 days));
    }

    function test_AfterARevocationTheWorkEndedWithTheLicence() public {
        _revokeAt(NOW + 15 days);
        uint256 end = _wholeDays(NOW + 15 days - 1);
        vm.expectEmit(address(works));
        emit IWorkRegistry.EndRevised(_child, uint40(end));
        assertEq(works.reviseEnd(_child, _ofChild()), end);
        assertTrue(end < block.timestamp, "still");
    }

    function test_AfterARevocationAnOfferThatStandsSellsNothing() public {
        Terms memory terms = _freeTerms();
        (terms.duration, terms.price) = (1 days, 0);
        vm.prank(studio);
        licences.offer(_child, terms);
        _revokeAt(NOW + 15 days);
        works.reviseEnd(_child, _ofChild());
        _outlives(_child);
        licences.acquire(_child, terms, platform, 1, 0);
    }

    function test_ARevocationReachesWorksAndUnitsWithoutEnd() public {
        Terms memory endless = _freeTerms();
        bytes32 termsId = _license(troupe, _root, endless, studio);
        Source[] memory sources = _source(_root, termsId, 0, false);
        uint256 workId = _register(studio, _derivative("endless", sources));
        bytes32 sold = _license(studio, workId, endless, platform);
        _breach(termsId);
        vm.warp(NOW + 15 days);
        vm.prank(troupe);
        licences.revoke(_root, termsId, studio);

        Shares memory shares = _shares(studio, sources, new Edge[](0));
        assertEq(works.reviseEnd(workId, shares), _wholeDays(NOW + 15 days - 1));
        _outlives(workId);
        licences.acquire(workId, endless, platform, 1, 0);
        _outlives(workId);
        licences.acquire(workId, endless, academy, 1, 0);
        // What was sold before stands.
        assertEq(licences.licenceOf(workId, sold, platform).until, WITHOUT_END);
    }

    function test_AfterASuccessionTheSuccessorsLicenceCounts() public {
        _passOn(studio, _child, academy);
        vm.warp(NOW + 50 days);
        licences.acquire(_root, _terms(), academy, 1, 0);
        assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(NOW + 150 days));
        // And the registrant's still does where it holds longer.
        vm.warp(NOW + 60 days);
        _renew(studio);
        assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(NOW + 200 days));
    }

    function test_ASuccessorWithoutALicenceChangesNothing() public {
        _passOn(studio, _child, academy);
        _changesNothing(_child, _ofChild(), _wholeDays(NOW + 100 days));
    }

    function test_AFormerSuccessorsLicenceCountsNoLonger() public {
        _passOn(studio, _child, academy);
        vm.warp(NOW + 50 days);
        licences.acquire(_root, _terms(), academy, 1, 0);
        works.reviseEnd(_child, _ofChild());
        _passOn(academy, _child, platform);
        assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(NOW + 100 days));
    }

    function test_AWorkOfOnesOwnSourcesFollowsThem() public {
        Source[] memory sources = _source(_child, 0, 0, false);
        uint256 own = _register(studio, _derivative("own", sources));
        Shares memory shares = _shares(studio, sources, new Edge[](0));
        _renew(studio);
        // The source first, or there is nothing to follow yet.
        _changesNothing(own, shares, _wholeDays(NOW + 100 days));
        works.reviseEnd(_child, _ofChild());
        assertEq(works.reviseEnd(own, shares), _wholeDays(NOW + 200 days));
    }

    function test_AnEndPassesDownTwoGenerations() public {
        Terms memory terms = _terms();
        terms.duration = 90 days;
        bytes32 termsId = _license(studio, _child, terms, platform);
        Source[] memory sources = _source(_child, termsId, 0, false);
        uint256 grandchild = _register(platform, _derivative("grandchild", sources));
        Shares memory shares = _shares(platform, sources, new Edge[](0));
        assertEq(works.workOf(grandchild).until, _wholeDays(NOW + 90 days));
        _outlives(_child);
        licences.acquire(_child, terms, platform, 1, 0);

        _renew(studio);
        works.reviseEnd(_child, _ofChild());
        licences.acquire(_child, terms, platform, 1, 0);
        assertEq(works.reviseEnd(grandchild, shares), _wholeDays(NOW + 180 days));

        // The root's creator ends it all, generation by generation.
        _revokeAt(NOW + 15 days);
        _changesNothing(grandchild, shares, _wholeDays(NOW + 180 days));
        works.reviseEnd(_child, _ofChild());
        assertEq(works.reviseEnd(grandchild, shares), _wholeDays(NOW + 15 days - 1));
    }

    function test_AWorkOfNoOthersHasNoEndToRevise() public {
        Shares memory none;
        _changesNothing(_root, none, WITHOUT_END);
    }

    function test_ALicencePassedOnStaysTheProofOfWhatWasMade() public {
        vm.prank(studio);
        licences.transfer(_root, _termsId, platform, 1);
        _changesNothing(_child, _ofChild(), _wholeDays(NOW + 100 days));
        // The buyer's renewals are the buyer's.
        _renew(platform);
        _changesNothing(_child, _ofChild(), _wholeDays(NOW + 100 days));
        vm.warp(NOW + 150 days);
        _renew(studio);
        assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(NOW + 250 days));
    }

    function test_RevertWhen_TheSharesAreNotTheWorks() public {
        Shares memory forged = _ofChild();
        forged.sources[0].termsId = 0;
        vm.expectRevert(
            abi.encodeWithSelector(
                IWorkRegistry.SharesMismatch.selector,
                _child,
                works.sharesHashOf(_child),
                _hash(forged)
            )
        );
        works.reviseEnd(_child, forged);
        Shares memory none;
        vm.expectRevert(
            abi.encodeWithSelector(
                IWorkRegistry.SharesMismatch.selector,
                _child,
                works.sharesHashOf(_child),
                bytes32(0)
            )
        );
        works.reviseEnd(_child, none);
    }

    function testFuzz_ARevisedWorkEndsOnItsLicencesLastWholeDay(uint32[4] calldata waits) public {
        uint256 time = NOW;
        for (uint256 i = 0; i < waits.length; ++i) {
            time += waits[i] % 150 days;
            vm.warp(time);
            try licences.acquire(_root, _terms(), studio, 1, 0) {} catch {}
            uint40 licensed = licences.licenceOf(_root, _termsId, studio).until;
            assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(licensed));
            assertEq(licences.endOf(studio, studio, _sources), licensed);
        }
    }

    function _terms() private pure returns (Terms memory terms) {
        terms = _freeTerms();
        (terms.duration, terms.flags) = (100 days, TERMS_TRANSFERABLE);
    }

    function _ofChild() private view returns (Shares memory) {
        return _shares(studio, _sources, new Edge[](0));
    }

    function _renew(address licensee) private {
        licences.acquire(_root, _terms(), licensee, 1, 0);
    }

    function _breach(bytes32 termsId) private {
        vm.prank(troupe);
        licences.recordBreach(_root, termsId, studio, Breach.Unpaid, "evidence");
    }

    function _revokeAt(uint256 time) private {
        _breach(_termsId);
        vm.warp(time);
        vm.prank(troupe);
        licences.revoke(_root, _termsId, studio);
    }

    function _changesNothing(uint256 workId, Shares memory shares, uint256 end) private {
        vm.recordLogs();
        assertEq(works.reviseEnd(workId, shares), end);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(works.workOf(workId).until, end);
    }

    function _wholeDays(uint256 until) private pure returns (uint256) {
        return ((until + 1) / 86_400) * 86_400 - 1;
    }

    function _outlives(uint256 workId) private {
        uint40 end = works.workOf(workId).until;
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceOutlivesSource.selector, workId, end));
    }
}
