// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Breach, Licence, TERMS_ATTRIBUTION, Terms} from "../../../contracts/licence/Terms.sol";
import {DISPLAY} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {BreachStage} from "../../support/sol/BreachStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Licences that were broken: who records it, with what, and how it is cured.
contract LicenceBreachTest is BreachStage {
    function test_ALicenseeHasFourteenDays() public view {
        assertEq(licences.CURE_PERIOD(), CURE);
    }

    function test_ABreachIsRecordedWithItsReasonAndEvidence() public {
        for (uint256 i = 1; i < 6; ++i) {
            vm.warp(NOW + i);
            vm.expectEmit(address(licences));
            emit ILicenceRegistry.BreachRecorded(_workId, _termsId, studio, Breach(i), "evidence");
            _record(Breach(i));
            Licence memory licence = _held();
            assertEq(licence.breachAt, NOW + i);
            assertEq(uint8(licence.breach), i);
            assertEq(licence.flags, TERMS_ATTRIBUTION);
            vm.prank(troupe);
            licences.forgiveBreach(_workId, _termsId, studio);
        }
    }

    function test_WhileABreachIsCurableTheLicencePermits() public {
        _record(Breach.Unreported);
        vm.warp(NOW + CURE);
        assertTrue(licences.isPermitted(_workId, _termsId, studio, DISPLAY), "not permitted");
    }

    function test_AForgivenBreachLeavesNothing() public {
        Licence memory before = _held();
        _record(Breach.Unreported);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.BreachForgiven(_workId, _termsId, studio);
        vm.prank(troupe);
        licences.forgiveBreach(_workId, _termsId, studio);
        assertEq(keccak256(abi.encode(_held())), keccak256(abi.encode(before)));
        vm.warp(NOW + CURE + 1);
        vm.expectRevert(_missing());
        vm.prank(troupe);
        licences.revoke(_workId, _termsId, studio);
        // Recorded again, the time to cure it runs anew.
        _record(Breach.Unreported);
        _curable(NOW + 2 * CURE + 1);
        _revoke();
    }

    function test_NeitherARenewalNorMoreUnitsCureABreach() public {
        _record(Breach.Unpaid);
        vm.prank(troupe);
        licences.approve(_workId, _termsId, studio, true);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        assertEq(_held().breachAt, NOW);
        assertTrue(_held().breach == Breach.Unpaid, "cured by renewing");

        Terms memory endless = _terms();
        endless.duration = 0;
        _termsId = _license(troupe, _workId, endless, studio);
        _record(Breach.Unpaid);
        vm.prank(troupe);
        licences.approve(_workId, _termsId, studio, true);
        licences.acquire(_workId, endless, studio, 5, 0);
        assertEq(_held().units, 6);
        assertTrue(_held().breach == Breach.Unpaid, "cured by more units");
        vm.warp(NOW + CURE + 1);
        _revoke();
        assertEq(_held().until, NOW + CURE);
    }

    function test_AnApprovalOfBeforeCountsNoLonger() public {
        vm.prank(troupe);
        licences.approve(_workId, _termsId, studio, true);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenseeApproved(_workId, _termsId, studio, false);
        _record(Breach.Unpaid);
        assertTrue(!licences.isApproved(_workId, _termsId, studio), "approved");
    }

    /// @dev Neither by renewing nor by letting a short term run out and beginning anew.
    function test_RevertWhen_ABreachIsWaitedOut() public {
        _record(Breach.Unpaid);
        bytes memory reason = abi.encodeWithSelector(
            ILicenceRegistry.LicenceNotApproved.selector,
            _workId,
            _termsId,
            studio
        );
        vm.expectRevert(reason);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        vm.warp(uint256(_held().until) + 1);
        vm.expectRevert(reason);
        licences.acquire(_workId, _terms(), studio, 1, 0);

        vm.prank(troupe);
        licences.approve(_workId, _termsId, studio, true);
        licences.acquire(_workId, _terms(), studio, 1, 0);
        assertEq(_held().breachAt, 0);
    }

    function test_RevertWhen_ABreachIsUnfounded() public {
        vm.startPrank(troupe);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.BreachUnfounded.selector,
                Breach.None,
                bytes32("evidence")
            )
        );
        licences.recordBreach(_workId, _termsId, studio, Breach.None, "evidence");
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.BreachUnfounded.selector, Breach.Unpaid, bytes32(0))
        );
        licences.recordBreach(_workId, _termsId, studio, Breach.Unpaid, 0);
        vm.stopPrank();
    }

    function test_RevertWhen_TheReasonIsUnknown() public {
        bytes memory call_ = abi.encodeCall(
            licences.recordBreach,
            (_workId, _termsId, studio, Breach.MoralRights, "evidence")
        );
        // The fourth word of the arguments, one above the last reason.
        call_[4 + 4 * 32 - 1] = 0x06;
        vm.prank(troupe);
        (bool done, bytes memory answer) = address(licences).call(call_);
        assertTrue(!done && answer.length == 0, "recorded");
        call_[4 + 4 * 32 - 1] = 0x05;
        vm.prank(troupe);
        (done, ) = address(licences).call(call_);
        assertTrue(done, "not recorded");
    }

    function test_RevertWhen_ABreachIsRecordedTwice() public {
        _record(Breach.Unpaid);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceInBreach.selector,
                _workId,
                _termsId,
                studio,
                Breach.Unpaid
            )
        );
        _record(Breach.Unreported);
    }

    function test_RevertWhen_AnybodyButTheCreatorJudges() public {
        _record(Breach.Unpaid);
        vm.warp(NOW + CURE + 1);
        address[3] memory others = [studio, platform, address(this)];
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory reason = abi.encodeWithSelector(
                IWorkRegistry.WorkNotCreator.selector,
                _workId,
                troupe,
                others[i]
            );
            vm.startPrank(others[i]);
            vm.expectRevert(reason);
            licences.recordBreach(_workId, _termsId, studio, Breach.Unpaid, "evidence");
            vm.expectRevert(reason);
            licences.forgiveBreach(_workId, _termsId, studio);
            vm.expectRevert(reason);
            licences.revoke(_workId, _termsId, studio);
            vm.stopPrank();
        }
    }

    function test_RevertWhen_ThereIsNoLicenceToJudge() public {
        bytes memory missing = abi.encodeWithSelector(
            ILicenceRegistry.LicenceMissing.selector,
            _workId,
            _termsId,
            platform
        );
        vm.startPrank(troupe);
        vm.expectRevert(missing);
        licences.recordBreach(_workId, _termsId, platform, Breach.Unpaid, "evidence");
        vm.expectRevert(missing);
        licences.forgiveBreach(_workId, _termsId, platform);
        vm.expectRevert(missing);
        licences.revoke(_workId, _termsId, platform);
        vm.expectRevert(_missing());
        licences.forgiveBreach(_workId, _termsId, studio);
        vm.expectRevert(_missing());
        licences.revoke(_workId, _termsId, studio);
        vm.stopPrank();
    }

    function test_RevertWhen_TheLicenceEndedAlready() public {
        _record(Breach.Unpaid);
        uint256 until = NOW + 365 days;
        vm.warp(until + 1);
        vm.startPrank(troupe);
        vm.expectRevert(_expired(until));
        licences.recordBreach(_workId, _termsId, studio, Breach.Unpaid, "evidence");
        vm.expectRevert(_expired(until));
        licences.forgiveBreach(_workId, _termsId, studio);
        vm.expectRevert(_expired(until));
        licences.revoke(_workId, _termsId, studio);
        vm.stopPrank();
    }

    function _missing() private view returns (bytes memory) {
        return abi.encodeWithSelector(ILicenceRegistry.BreachMissing.selector, _workId, _termsId, studio);
    }
}
