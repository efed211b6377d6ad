// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {
    Breach,
    Licence,
    TERMS_ABSOLUTE_SHARE,
    TERMS_APPROVAL_REQUIRED,
    TERMS_TRANSFERABLE,
    Terms
} from "../../../contracts/licence/Terms.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {TransferStage} from "../../support/sol/TransferStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Licences that do not pass to another holder, and why.
contract LicenceTransferRefusedTest is TransferStage {
    function test_RevertWhen_TheReceiverHoldsItForAnotherTime() public {
        bytes32 termsId = _held(studio, _terms(60), 1);
        vm.warp(NOW + 10);
        _held(platform, _terms(60), 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceAlreadyHeld.selector,
                _workId,
                termsId,
                platform,
                NOW + 70
            )
        );
        _transfer(termsId, studio, platform, 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceAlreadyHeld.selector,
                _workId,
                termsId,
                studio,
                NOW + 60
            )
        );
        _transfer(termsId, platform, studio, 1);
    }

    function test_RevertWhen_TheTermsKeepItWithWhoBoughtIt() public {
        Terms memory terms = _terms(0);
        terms.flags = TERMS_ABSOLUTE_SHARE;
        bytes32 termsId = _held(studio, terms, 1);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotTransferable.selector, _workId, termsId)
        );
        _transfer(termsId, studio, platform, 1);
    }

    function test_RevertWhen_ThereIsNobodyToPassItTo() public {
        bytes32 termsId = _held(studio, _terms(60), 1);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceLicenseeMissing.selector));
        _transfer(termsId, studio, address(0), 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceAlreadyHeld.selector,
                _workId,
                termsId,
                studio,
                NOW + 60
            )
        );
        _transfer(termsId, studio, studio, 1);
        assertEq(_of(termsId, studio).units, 1);
    }

    function test_RevertWhen_NoUnitsOrMoreThanAreHeldPassOn() public {
        bytes32 termsId = _held(studio, _terms(0), 3);
        uint32[3] memory units = [uint32(0), 4, MOST];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(ILicenceRegistry.LicenceUnitsInvalid.selector, units[i], 3)
            );
            _transfer(termsId, studio, platform, units[i]);
        }
    }

    function test_RevertWhen_NothingIsHeldOrNoLonger() public {
        bytes32 termsId = licences.termsIdOf(_terms(60));
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceMissing.selector, _workId, termsId, studio)
        );
        _transfer(termsId, studio, platform, 1);
        _held(studio, _terms(60), 1);
        vm.warp(NOW + 61);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceExpired.selector,
                _workId,
                termsId,
                studio,
                NOW + 60
            )
        );
        _transfer(termsId, studio, platform, 1);
        vm.warp(NOW + 60);
        _transfer(termsId, studio, platform, 1);
    }

    function test_RevertWhen_ABreachIsRecorded() public {
        bytes32 termsId = _held(studio, _terms(0), 2);
        vm.prank(troupe);
        licences.recordBreach(_workId, termsId, studio, Breach.BeyondTerms, "evidence");
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceInBreach.selector,
                _workId,
                termsId,
                studio,
                Breach.BeyondTerms
            )
        );
        _transfer(termsId, studio, platform, 1);
        vm.prank(troupe);
        licences.forgiveBreach(_workId, termsId, studio);
        _transfer(termsId, studio, platform, 1);
    }

    function test_TheReceiverOfAnApprovedLicenceIsApprovedToo() public {
        Terms memory terms = _terms(0);
        terms.flags |= TERMS_APPROVAL_REQUIRED;
        bytes32 termsId = licences.termsIdOf(terms);
        vm.prank(troupe);
        licences.approve(_workId, termsId, studio, true);
        _held(studio, terms, 2);
        vm.expectRevert(_notApproved(termsId, platform));
        _transfer(termsId, studio, platform, 1);
        vm.prank(troupe);
        licences.approve(_workId, termsId, platform, true);
        _transfer(termsId, studio, platform, 1);
    }

    function test_WhoseLicenceWasRevokedGetsOneOnlyWhenApproved() public {
        bytes32 termsId = _held(platform, _terms(0), 1);
        _held(studio, _terms(0), 1);
        vm.prank(troupe);
        licences.recordBreach(_workId, termsId, platform, Breach.Unpaid, "evidence");
        vm.warp(NOW + 15 days);
        vm.prank(troupe);
        licences.revoke(_workId, termsId, platform);
        vm.expectRevert(_notApproved(termsId, platform));
        _transfer(termsId, studio, platform, 1);
        vm.prank(troupe);
        licences.approve(_workId, termsId, platform, true);
        _transfer(termsId, studio, platform, 1);
        Licence memory licence = _of(termsId, platform);
        assertEq(licence.flags, TERMS_TRANSFERABLE | TERMS_ABSOLUTE_SHARE);
        assertEq(licence.breachAt, 0);
        assertTrue(licence.breach == Breach.None, "breach");
        assertEq(licence.units, 1);
    }

    function test_RevertWhen_TheReceiverWouldHaveMoreUnitsThanCanBeCounted() public {
        bytes32 termsId = _held(platform, _terms(0), MOST);
        _held(studio, _terms(0), 1);
        vm.expectRevert(abi.encodeWithSelector(0x4e487b71, 0x11));
        _transfer(termsId, studio, platform, 1);
        _transfer(termsId, platform, studio, 1);
        assertEq(_of(termsId, studio).units, 2);
    }

    function _notApproved(bytes32 termsId, address licensee) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotApproved.selector, _workId, termsId, licensee);
    }
}
