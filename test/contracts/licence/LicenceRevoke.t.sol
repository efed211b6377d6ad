// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {
    Breach,
    LICENCE_REVOKED,
    Licence,
    TERMS_APPROVAL_REQUIRED,
    TERMS_ATTRIBUTION,
    Terms
} from "../../../contracts/licence/Terms.sol";
import {DISPLAY} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {BreachStage} from "../../support/sol/BreachStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Licences that are revoked when a breach was not cured in time, and how one comes back.
contract LicenceRevokeTest is BreachStage {
    function test_ALicenceIsRevokedFromTheSecondAfterTheTimeToCureIt() public {
        _record(Breach.Unattributed);
        vm.prank(troupe);
        licences.approve(_workId, _termsId, studio, true);
        vm.warp(NOW + CURE);
        _curable(NOW + CURE);
        _revoke();

        vm.warp(NOW + CURE + 1);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenseeApproved(_workId, _termsId, studio, false);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenceRevoked(_workId, _termsId, studio, Breach.Unattributed);
        _revoke();

        Licence memory licence = _held();
        assertEq(licence.until, NOW + CURE);
        assertEq(licence.flags, LICENCE_REVOKED | TERMS_ATTRIBUTION);
        assertEq(licence.units, 1);
        assertEq(licence.breachAt, NOW);
        assertTrue(licence.breach == Breach.Unattributed, "breach");
        assertTrue(!licences.isPermitted(_workId, _termsId, studio, DISPLAY), "permitted");
        vm.expectRevert(_expired(NOW + CURE));
        licences.requireAdaptable(studio, _source(_workId, _termsId, 0, false));
    }

    function test_AnApprovalThatNeverWasIsNotTakenBack() public {
        vm.recordLogs();
        _record(Breach.Unpaid);
        vm.warp(NOW + CURE + 1);
        _revoke();
        assertEq(vm.getRecordedLogs().length, 2);
    }

    function test_OnlyTheOneLicenceIsRevoked() public {
        licences.acquire(_workId, _terms(), platform, 1, 0);
        Terms memory others = _terms();
        others.documentHash = "others";
        bytes32 otherTerms = _license(troupe, _workId, others, studio);
        _revokeInTime();
        assertTrue(licences.isPermitted(_workId, _termsId, platform, DISPLAY), "of the platform");
        assertTrue(licences.isPermitted(_workId, otherTerms, studio, DISPLAY), "under other terms");
    }

    function test_AfterARevocationTheLicenseeBuysAgainOnlyWhenApproved() public {
        _revokeInTime();
        _notApproved();
        licences.acquire(_workId, _terms(), studio, 1, 0);
        _approve();
        licences.acquire(_workId, _terms(), studio, 3, 0);
        Licence memory licence = _held();
        assertEq(licence.since, block.timestamp);
        assertEq(licence.until, block.timestamp + 365 days);
        assertEq(licence.units, 3);
        assertEq(licence.flags, TERMS_ATTRIBUTION);
        assertEq(licence.breachAt, 0);
        assertTrue(licence.breach == Breach.None, "breach");
    }

    function test_AnApprovalOfBeforeIsVoid() public {
        _approve();
        assertTrue(licences.isApproved(_workId, _termsId, studio), "not approved");
        _revokeInTime();
        assertTrue(!licences.isApproved(_workId, _termsId, studio), "still approved");
        _notApproved();
        licences.acquire(_workId, _terms(), studio, 1, 0);
    }

    function test_WhereTermsAskForApprovalARevocationVoidsItToo() public {
        Terms memory terms = _terms();
        terms.flags = TERMS_APPROVAL_REQUIRED;
        _termsId = licences.termsIdOf(terms);
        _approve();
        _license(troupe, _workId, terms, studio);
        _revokeInTime();
        _notApproved();
        licences.acquire(_workId, terms, studio, 1, 0);
    }

    function test_WhoseLicenceRanOutNeedsNoApproval() public {
        vm.warp(NOW + 366 days);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        assertEq(_held().since, NOW + 366 days);
    }

    function test_ASuccessorJudgesInTheCreatorsPlace() public {
        _record(Breach.Unpaid);
        _passOn(troupe, _workId, academy);
        vm.warp(NOW + CURE + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.WorkNotCreator.selector, _workId, academy, troupe)
        );
        _revoke();
        vm.prank(academy);
        licences.revoke(_workId, _termsId, studio);
        assertEq(_held().flags, LICENCE_REVOKED | TERMS_ATTRIBUTION);
    }

    function test_RevertWhen_ALicenceIsRevokedTwice() public {
        _revokeInTime();
        vm.expectRevert(_expired(NOW + CURE));
        _revoke();
    }

    function testFuzz_NothingIsRevokedWhileItCanBeCured(uint32 recordedAfter, uint32 revokedAfter) public {
        uint256 recorded = NOW + bound(recordedAfter, 0, 300 days);
        vm.warp(recorded);
        _record(Breach.MoralRights);
        uint256 time = recorded + bound(revokedAfter, 0, 2 * CURE);
        vm.warp(time);
        if (time <= recorded + CURE) _curable(recorded + CURE);
        _revoke();
        bool permitted = licences.isPermitted(_workId, _termsId, studio, DISPLAY);
        assertTrue(permitted == (time <= recorded + CURE), "permitted");
    }

    function _revokeInTime() private {
        _record(Breach.Unpaid);
        vm.warp(block.timestamp + CURE + 1);
        _revoke();
    }

    function _approve() private {
        vm.prank(troupe);
        licences.approve(_workId, _termsId, studio, true);
    }

    function _notApproved() private {
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotApproved.selector, _workId, _termsId, studio)
        );
    }
}
