// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {COMMUNITY, CUSTODIAN, REGISTRAR} from "../../../contracts/heritage/Roles.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Regime, Registration, WORK_DERIVED, WORK_RESTRICTED} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Vm, vm} from "../../support/sol/Vm.sol";

/// @title How the token of a work may be traded: open, or under a registrar.
contract RegimesTest is Fixture {
    uint256 private constant NOW = 1_800_000_000;

    function setUp() public override {
        super.setUp();
        accreditations.accredit(auditor, REGISTRAR);
        _attest(studio, true);
        _attest(platform, true);
    }

    function test_AnOpenTokenIsRestrictedByNothing() public {
        vm.recordLogs();
        uint256 workId = _register(troupe, _mask("open"));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            assertTrue(logs[i].topics[0] != IWorkToken.RegimeFixed.selector, "a regime");
        }
        _isUnder(workId, Regime(address(0), 0, 0), 0, 0);
        assertEq(works.workOf(workId).flags, 0);
        works.requireTransferable(workId, address(0xDEAD));
        for (uint256 i = 0; i < 3; ++i) {
            _sell(workId, address(uint160(0xDEAD + i)));
        }
        _isUnder(workId, Regime(address(0), 0, 0), 0, 0);
    }

    function test_ARestrictedTokenSaysSo() public {
        Regime memory regime = Regime(auditor, 30 days, 5);
        vm.expectEmit(address(works));
        emit IWorkToken.RegimeFixed(works.workIdOf(troupe, "mask"), regime);
        uint256 workId = _restricted(30 days, 5);
        _isUnder(workId, regime, 0, NOW);
        assertEq(works.workOf(workId).flags, WORK_RESTRICTED);
        assertEq(works.ownerOf(workId), troupe);
    }

    function test_OnlyAttestedHoldersGetARestrictedToken() public {
        uint256 workId = _restricted(0, 0);
        _refuses(workId, academy, _notAttested(workId, academy));
        _attest(academy, true);
        _sell(workId, academy);
        // Who holds a token keeps it and may sell it, attested or no longer.
        _attest(academy, false);
        _sell(workId, studio);
        _refuses(workId, academy, _notAttested(workId, academy));
    }

    function test_NoWayRoundTheRegistrarIsOpen() public {
        uint256 workId = _restricted(0, 0);
        vm.startPrank(troupe);
        works.approve(academy, workId);
        works.setApprovalForAll(painter, true);
        vm.stopPrank();
        vm.expectRevert(_notAttested(workId, academy));
        vm.prank(academy);
        works.transferFrom(troupe, academy, workId);
        vm.expectRevert(_notAttested(workId, painter));
        vm.prank(painter);
        works.safeTransferFrom(troupe, painter, workId, "data");
        vm.prank(academy);
        works.transferFrom(troupe, studio, workId);
        assertEq(works.ownerOf(workId), studio);
    }

    function test_TheCreatorsRoleIsNotTradedAndPassesOnWithoutTheRegistrar() public {
        uint256 workId = _restricted(30 days, 1);
        _passOn(troupe, workId, academy);
        assertEq(works.workOf(workId).creator, academy);
        assertEq(works.ownerOf(workId), troupe);
    }

    function test_AHolderKeepsTheTokenUntilTheSecondItMayPassOn() public {
        uint256 workId = _restricted(30 days, 0);
        vm.warp(NOW + 30 days - 1);
        _refuses(workId, studio, _tooShort(workId, NOW + 30 days));
        vm.warp(NOW + 30 days);
        _sell(workId, studio);
        _isUnder(workId, Regime(auditor, 30 days, 0), 0, NOW + 30 days);
        vm.warp(NOW + 60 days - 1);
        _refuses(workId, platform, _tooShort(workId, NOW + 60 days));
        vm.warp(NOW + 60 days);
        _sell(workId, platform);
    }

    function test_AHoldingPeriodIsKeptWhenSecondsNoLongerFitIn32Bits() public {
        uint256 last = type(uint32).max;
        vm.warp(last - 10 days);
        uint256 workId = _restricted(30 days, 0);
        vm.warp(last + 20 days - 1);
        _refuses(workId, studio, _tooShort(workId, last + 20 days));
        vm.warp(last + 20 days);
        _sell(workId, studio);
        _isUnder(workId, Regime(auditor, 30 days, 0), 0, last + 20 days);
        _refuses(workId, platform, _tooShort(workId, last + 50 days));
        vm.warp(last + 50 days);
        _sell(workId, platform);
    }

    function test_ATokenIsTransferredAsOftenAsItMayBeAndNoMore() public {
        uint256 workId = _restricted(0, 2);
        _sell(workId, studio);
        _isUnder(workId, Regime(auditor, 0, 2), 1, NOW);
        // To itself is a transfer, too.
        _sell(workId, studio);
        _isUnder(workId, Regime(auditor, 0, 2), 2, NOW);
        _refuses(
            workId,
            platform,
            abi.encodeWithSelector(IWorkToken.RegimeTransfersExhausted.selector, workId, 2)
        );
        assertEq(works.ownerOf(workId), studio);
    }

    function test_WithoutACapTransfersAreNotCountedSoNothingRunsFull() public {
        uint256 workId = _restricted(0, 0);
        for (uint256 i = 0; i < 300; ++i) _sell(workId, i % 2 == 0 ? studio : platform);
        _isUnder(workId, Regime(auditor, 0, 0), 0, NOW);
    }

    function test_UnderADismissedRegistrarNothingMovesUntilItIsBack() public {
        uint256 workId = _restricted(0, 0);
        _sell(workId, studio);
        accreditations.accredit(auditor, CUSTODIAN | COMMUNITY);
        _refuses(workId, platform, _notAttested(workId, platform));
        accreditations.accredit(auditor, REGISTRAR);
        _sell(workId, platform);
    }

    function test_AnotherRegistrarsWordCountsForNothing() public {
        uint256 workId = _restricted(0, 0);
        accreditations.accredit(academy, REGISTRAR);
        vm.prank(academy);
        accreditations.attest(painter, true);
        _refuses(workId, painter, _notAttested(workId, painter));
    }

    function test_RevertWhen_ARegimeHasNoAccreditedRegistrar() public {
        accreditations.accredit(academy, CUSTODIAN | COMMUNITY);
        Regime[5] memory invalid = [
            Regime(address(0), 1, 0),
            Regime(address(0), 0, 1),
            Regime(academy, 0, 0),
            Regime(troupe, 30 days, 5),
            Regime(address(works), 0, 0)
        ];
        for (uint256 i = 0; i < invalid.length; ++i) {
            Registration memory r = _mask("mask");
            r.regime = invalid[i];
            vm.expectRevert(
                abi.encodeWithSelector(
                    IWorkRegistry.WorkRegimeInvalid.selector,
                    invalid[i].registrar,
                    invalid[i].minHolding,
                    invalid[i].maxTransfers
                )
            );
            _register(troupe, r);
        }
    }

    function test_RegisteringUnderTheSameRegimeAgainChangesNothing() public {
        uint256 workId = _restricted(30 days, 5);
        vm.warp(NOW + 30 days);
        _sell(workId, studio);
        accreditations.accredit(auditor, 0);
        vm.recordLogs();
        assertEq(_restricted(30 days, 5), workId);
        assertEq(vm.getRecordedLogs().length, 0);
        _isUnder(workId, Regime(auditor, 30 days, 5), 1, NOW + 30 days);
    }

    function test_RevertWhen_TheSameWorkIsRegisteredUnderAnotherRegime() public {
        uint256 workId = _restricted(30 days, 5);
        accreditations.accredit(academy, REGISTRAR);
        Regime[4] memory others = [
            Regime(academy, 30 days, 5),
            Regime(auditor, 30 days + 1, 5),
            Regime(auditor, 30 days, 6),
            Regime(address(0), 0, 0)
        ];
        for (uint256 i = 0; i < others.length; ++i) {
            Registration memory r = _mask("mask");
            r.regime = others[i];
            _isOther(workId, r);
        }
        uint256 open = _register(troupe, _mask("open"));
        Registration memory restricted = _mask("open");
        restricted.regime = Regime(auditor, 0, 0);
        _isOther(open, restricted);
    }

    function test_ADerivativeIsAsFreeAsItsCreatorSays() public {
        uint256 workId = _restricted(30 days, 1);
        uint256 child = _register(troupe, _derivative("child", _source(workId, 0, 0, false)));
        assertEq(works.workOf(child).flags, WORK_DERIVED);
        _sell(child, academy);
    }

    function test_RevertWhen_TheWorkIsUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7);
        vm.expectRevert(unknown);
        works.regimeOf(7);
        vm.expectRevert(unknown);
        works.requireTransferable(7, studio);
    }

    function testFuzz_ATokenMovesFromTheSecondItsHolderHadItLongEnough(
        uint32 minHolding,
        uint32 wait
    ) public {
        uint256 workId = _restricted(minHolding, 0);
        vm.warp(NOW + wait);
        if (wait < minHolding) _refuses(workId, studio, _tooShort(workId, NOW + minHolding));
        else _sell(workId, studio);
    }

    function testFuzz_ACapIsTheNumberOfTransfers(uint8 cap) public {
        uint16 max = uint16(bound(cap, 1, 20));
        uint256 workId = _restricted(0, max);
        for (uint256 i = 0; i < max; ++i) _sell(workId, i % 2 == 0 ? studio : platform);
        _refuses(
            workId,
            studio,
            abi.encodeWithSelector(IWorkToken.RegimeTransfersExhausted.selector, workId, max)
        );
    }

    function _restricted(uint32 minHolding, uint16 maxTransfers) private returns (uint256) {
        Registration memory r = _mask("mask");
        r.regime = Regime(auditor, minHolding, maxTransfers);
        return _register(troupe, r);
    }

    function _attest(address holder, bool attested) private {
        vm.prank(auditor);
        accreditations.attest(holder, attested);
    }

    /// @dev The check and the transfer say the same.
    function _sell(uint256 workId, address to) private {
        works.requireTransferable(workId, to);
        address owner = works.ownerOf(workId);
        vm.prank(owner);
        works.transferFrom(owner, to, workId);
        assertEq(works.ownerOf(workId), to);
    }

    function _refuses(uint256 workId, address to, bytes memory reason) private {
        vm.expectRevert(reason);
        works.requireTransferable(workId, to);
        address owner = works.ownerOf(workId);
        vm.expectRevert(reason);
        vm.prank(owner);
        works.transferFrom(owner, to, workId);
        vm.expectRevert(reason);
        vm.prank(owner);
        works.safeTransferFrom(owner, to, workId);
    }

    function _isUnder(uint256 workId, Regime memory expected, uint16 count, uint256 since) private view {
        (Regime memory regime, uint16 transfers, uint40 heldSince) = works.regimeOf(workId);
        assertEq(keccak256(abi.encode(regime)), keccak256(abi.encode(expected)));
        assertEq(transfers, count);
        assertEq(heldSince, since);
    }

    function _isOther(uint256 workId, Registration memory r) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, workId));
        _register(troupe, r);
    }

    function _notAttested(uint256 workId, address holder) private view returns (bytes memory) {
        return abi.encodeWithSelector(IWorkToken.RegimeHolderNotAttested.selector, workId, auditor, holder);
    }

    function _tooShort(uint256 workId, uint256 until) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IWorkToken.RegimeHoldingTooShort.selector, workId, until);
    }
}
