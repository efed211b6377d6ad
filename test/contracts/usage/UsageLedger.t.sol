// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TERMS_TRANSFERABLE, Terms} from "../../../contracts/licence/Terms.sol";
import {ADAPT, AI_TRAINING, DISPLAY, NO_USES, Uses} from "../../../contracts/shared/Uses.sol";
import {IUsageLedger, UsageLine} from "../../../contracts/usage/IUsageLedger.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Registration} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

contract UsageLedgerTest is Fixture {
    uint256 private _workId;
    bytes32 private _termsId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
        Terms memory terms = _freeTerms();
        (terms.uses, terms.passOn) = (DISPLAY | ADAPT, NO_USES);
        (terms.revenueShareBps, terms.duration) = (333, 60);
        _termsId = _license(troupe, _workId, terms, platform);
    }

    function test_EveryLineIsJudgedByItself() public {
        UsageLine[] memory lines = new UsageLine[](4);
        lines[0] = _line(_termsId, DISPLAY, 1000);
        lines[1] = _line(_termsId, AI_TRAINING, 1000);
        lines[2] = _line(0, DISPLAY, 1000);
        lines[3] = _line(_termsId, ADAPT, 99);
        bytes32 statementId = keccak256(abi.encode(platform, bytes32("document")));

        _judged(statementId, lines, 0, true, 33);
        _judged(statementId, lines, 1, false, 0);
        _judged(statementId, lines, 2, false, 0);
        _judged(statementId, lines, 3, true, 3);
        vm.expectEmit(address(usage));
        emit IUsageLedger.StatementFiled(statementId, platform, "document", address(yuan), 4, 36);
        vm.prank(platform);
        (bytes32 got, uint256 due) = usage.file("document", address(yuan), lines);
        assertEq(got, statementId);
        assertEq(due, 36);
        assertEq(usage.statementIdOf(platform, "document"), statementId);
        assertEq(usage.filedAt(statementId), block.timestamp);
    }

    function test_ALicenceCoversItsLastSecondAndNoMore() public {
        uint256 until = licences.licenceOf(_workId, _termsId, platform).until;
        vm.warp(until);
        assertEq(_file("in time", _one(DISPLAY, 1000)), 33);
        vm.warp(until + 1);
        UsageLine[] memory lines = _one(DISPLAY, 1000);
        _judged(usage.statementIdOf(platform, "late"), lines, 0, false, 0);
        assertEq(_file("late", lines), 0);
    }

    function test_AStatementHasUpTo256Lines() public {
        UsageLine[] memory lines = new UsageLine[](256);
        for (uint256 i = 0; i < lines.length; ++i) lines[i] = _line(_termsId, DISPLAY, 1000);
        assertEq(_file("document", lines), 256 * 33);
    }

    function test_TheReporterIsTheLicensee() public {
        vm.prank(studio);
        (, uint256 due) = usage.file("document", NATIVE, _one(DISPLAY, 1000));
        assertEq(due, 0);
        // The same document of another reporter is another statement.
        assertEq(_file("document", _one(DISPLAY, 1000)), 33);
    }

    function test_WhatTheTokensHolderMayIsNoLicence() public {
        Registration memory r = _mask("held");
        r.holderUses = DISPLAY;
        uint256 workId = _register(platform, r);
        assertTrue(licences.isPermitted(workId, 0, platform, DISPLAY), "not the holder");
        UsageLine[] memory lines = _one(DISPLAY, 1000);
        (lines[0].workId, lines[0].termsId) = (workId, 0);
        _judged(usage.statementIdOf(platform, "document"), lines, 0, false, 0);
        assertEq(_file("document", lines), 0);
    }

    function test_ALicenceThatWasPassedOnIsTheOtherHolders() public {
        Terms memory terms = _freeTerms();
        (terms.revenueShareBps, terms.flags) = (500, TERMS_TRANSFERABLE);
        UsageLine[] memory lines = _one(DISPLAY, 1000);
        lines[0].termsId = _license(troupe, _workId, terms, platform);
        assertEq(_file("before", lines), 50);
        vm.prank(platform);
        licences.transfer(_workId, lines[0].termsId, studio, 1);
        assertEq(_file("after", lines), 0);
        vm.prank(studio);
        (, uint256 due) = usage.file("document", NATIVE, lines);
        assertEq(due, 50);
    }

    function test_AStatementThatWasNotFiledHasNoTime() public view {
        assertEq(usage.filedAt("unknown"), 0);
    }

    function test_RevertWhen_TheStatementIsMalformed() public {
        bytes4 malformed = IUsageLedger.StatementMalformed.selector;
        vm.expectRevert(abi.encodeWithSelector(malformed, bytes32(0), 1, 256));
        usage.file(0, NATIVE, _one(DISPLAY, 1));
        vm.expectRevert(abi.encodeWithSelector(malformed, bytes32("document"), 0, 256));
        usage.file("document", NATIVE, new UsageLine[](0));
        vm.expectRevert(abi.encodeWithSelector(malformed, bytes32("document"), 257, 256));
        usage.file("document", NATIVE, new UsageLine[](257));
    }

    function test_RevertWhen_TheDocumentWasFiledBefore() public {
        _file("document", _one(DISPLAY, 1));
        bytes32 statementId = usage.statementIdOf(platform, "document");
        vm.expectRevert(abi.encodeWithSelector(IUsageLedger.StatementAlreadyFiled.selector, statementId));
        _file("document", _one(ADAPT, 2));
    }

    function test_RevertWhen_ALineDoesNotNameOneUse() public {
        Uses[3] memory wrong = [NO_USES, DISPLAY | ADAPT, Uses.wrap(1 << 11)];
        for (uint256 i = 0; i < wrong.length; ++i) {
            UsageLine[] memory lines = new UsageLine[](2);
            lines[0] = _line(_termsId, DISPLAY, 1);
            lines[1] = _line(_termsId, wrong[i], 1);
            vm.expectRevert(abi.encodeWithSelector(IUsageLedger.StatementUseNotSingle.selector, 1, wrong[i]));
            _file("document", lines);
        }
    }

    function test_RevertWhen_AWorkIsUnknown() public {
        UsageLine[] memory lines = _one(DISPLAY, 1);
        lines[0].workId = 7;
        vm.expectRevert(abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7));
        _file("document", lines);
    }

    function testFuzz_WhatIsDueIsTheShareRoundedDown(uint128 revenue) public {
        assertEq(_file("document", _one(DISPLAY, revenue)), (uint256(revenue) * 333) / 10_000);
    }

    function _one(Uses use, uint128 revenue) private view returns (UsageLine[] memory lines) {
        lines = new UsageLine[](1);
        lines[0] = _line(_termsId, use, revenue);
    }

    function _line(bytes32 termsId, Uses use, uint128 revenue) private view returns (UsageLine memory) {
        return UsageLine({workId: _workId, termsId: termsId, use: use, count: 12, revenue: revenue});
    }

    function _file(bytes32 documentHash, UsageLine[] memory lines) private returns (uint256 due) {
        vm.prank(platform);
        (, due) = usage.file(documentHash, NATIVE, lines);
    }

    function _judged(
        bytes32 statementId,
        UsageLine[] memory lines,
        uint256 i,
        bool licensed,
        uint256 due
    ) private {
        UsageLine memory line = lines[i];
        vm.expectEmit(address(usage));
        emit IUsageLedger.UsageJudged(
            statementId,
            line.workId,
            line.termsId,
            i,
            line.use,
            line.count,
            line.revenue,
            licensed,
            due
        );
    }
}
