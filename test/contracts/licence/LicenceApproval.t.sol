// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {TERMS_APPROVAL_REQUIRED, Terms} from "../../../contracts/licence/Terms.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Terms that ask for the creator's approval: requested, given, taken back.
contract LicenceApprovalTest is Fixture {
    uint256 private _workId;
    bytes32 private _termsId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
        vm.prank(troupe);
        _termsId = licences.offer(_workId, _terms());
    }

    function test_ARequestLeavesATraceAndNoMore() public {
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.ApprovalRequested(_workId, _termsId, studio);
        vm.prank(studio);
        licences.requestApproval(_workId, _termsId);
        assertTrue(!licences.isApproved(_workId, _termsId, studio), "approved");
        _notApproved(studio);
        licences.acquire(_workId, _terms(), studio, 1, 0);
    }

    function test_WhoAskedAndWasApprovedAcquires() public {
        vm.prank(studio);
        licences.requestApproval(_workId, _termsId);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenseeApproved(_workId, _termsId, studio, true);
        _approve(studio, true);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        assertEq(licences.licenceOf(_workId, _termsId, studio).units, 1);
    }

    function test_RevertWhen_WhatIsAskedForIsNotOffered() public {
        bytes memory reason = abi.encodeWithSelector(
            ILicenceRegistry.LicenceNotOffered.selector,
            _workId,
            bytes32("other")
        );
        vm.expectRevert(reason);
        licences.requestApproval(_workId, "other");
        vm.prank(troupe);
        licences.withdraw(_workId, _termsId);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotOffered.selector, _workId, _termsId)
        );
        licences.requestApproval(_workId, _termsId);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceNotOffered.selector, 7, _termsId));
        licences.requestApproval(7, _termsId);
    }

    function test_AnApprovalIsForOneLicenseeOfOneWorkUnderOneSetOfTerms() public {
        _approve(studio, true);
        uint256 other = _register(troupe, _mask("other"));
        Terms memory terms = _terms();
        terms.price = 1;
        vm.startPrank(troupe);
        licences.offer(other, _terms());
        bytes32 otherTerms = licences.offer(_workId, terms);
        vm.stopPrank();
        _notApproved(platform);
        licences.acquire(_workId, _terms(), platform, 1, 0);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotApproved.selector, other, _termsId, studio)
        );
        licences.acquire(other, _terms(), studio, 1, 0);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotApproved.selector, _workId, otherTerms, studio)
        );
        licences.acquire{value: 1}(_workId, terms, studio, 1, 1);
    }

    function test_ItIsTheLicenseeWhoIsApprovedAndNotTheBuyer() public {
        _approve(studio, true);
        vm.prank(studio);
        _notApproved(platform);
        licences.acquire(_workId, _terms(), platform, 1, 0);
        vm.prank(platform);
        licences.acquire(_workId, _terms(), studio, 1, 0);
    }

    function test_AnApprovalTakenBackEndsWithTheLicenceThatIsHeld() public {
        _approve(studio, true);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        _approve(studio, false);
        // What is held is held; it is not renewed.
        assertTrue(licences.licenceOf(_workId, _termsId, studio).until > block.timestamp, "ended");
        _notApproved(studio);
        licences.acquire(_workId, _terms(), studio, 1, 0);
    }

    function test_AnApprovalCountsForRenewals() public {
        _approve(studio, true);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        assertEq(licences.licenceOf(_workId, _termsId, studio).until, block.timestamp + 120);
    }

    function test_AfterASuccessionTheSuccessorApproves() public {
        _approve(studio, true);
        _passOn(troupe, _workId, academy);
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.WorkNotCreator.selector, _workId, academy, troupe)
        );
        vm.prank(troupe);
        licences.approve(_workId, _termsId, platform, true);
        vm.prank(academy);
        licences.approve(_workId, _termsId, platform, true);
        // The approvals of before stand until the successor takes them back.
        licences.acquire(_workId, _terms(), studio, 1, 0);
        licences.acquire(_workId, _terms(), platform, 1, 0);
    }

    function test_TermsThatDoNotAskForApprovalNeedNone() public {
        Terms memory terms = _terms();
        terms.flags = 0;
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        vm.prank(troupe);
        licences.approve(_workId, termsId, studio, false);
        licences.acquire(_workId, terms, studio, 1, 0);
        assertEq(licences.licenceOf(_workId, termsId, studio).until, block.timestamp + 120);
    }

    function _terms() private pure returns (Terms memory terms) {
        terms = _freeTerms();
        (terms.duration, terms.flags) = (60, TERMS_APPROVAL_REQUIRED);
    }

    function _approve(address licensee, bool approved) private {
        vm.prank(troupe);
        licences.approve(_workId, _termsId, licensee, approved);
    }

    function _notApproved(address licensee) private {
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotApproved.selector, _workId, _termsId, licensee)
        );
    }
}
