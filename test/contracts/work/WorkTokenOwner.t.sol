// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Shares, WORK_SUCCEEDED} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Whose a token is while no owner is written: the registrant's, wherever the creator's role goes.
contract WorkTokenOwnerTest is Fixture {
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    function test_ATokenStaysWhenTheCreatorsRolePassesOn() public {
        _passOn(troupe, _workId, academy);
        assertEq(works.ownerOf(_workId), troupe);
        assertEq(works.balanceOf(troupe), 1);
        assertEq(works.balanceOf(academy), 0);
        assertEq(works.registrantOf(_workId), troupe);
        assertEq(works.workOf(_workId).creator, academy);
        assertEq(works.workOf(_workId).flags, WORK_SUCCEEDED);
    }

    function test_PassingTheRoleOnMovesNoToken() public {
        vm.recordLogs();
        _passOn(troupe, _workId, academy);
        // One event for the proposal and one for its acceptance.
        assertEq(vm.getRecordedLogs().length, 2);
    }

    function test_TheRegistrantApprovesAndSellsAfterTheRolePassedOn() public {
        _passOn(troupe, _workId, academy);
        vm.expectEmit(address(works));
        emit IERC721.Approval(troupe, studio, _workId);
        vm.prank(troupe);
        works.approve(studio, _workId);
        vm.expectEmit(address(works));
        emit IERC721.Transfer(troupe, platform, _workId);
        vm.prank(studio);
        works.transferFrom(troupe, platform, _workId);
        assertEq(works.ownerOf(_workId), platform);
        assertEq(works.balanceOf(troupe), 0);
        assertEq(works.balanceOf(academy), 0);
        assertEq(works.balanceOf(platform), 1);
    }

    function test_RevertWhen_TheSuccessorTakesTheTokenForItsOwn() public {
        _passOn(troupe, _workId, academy);
        vm.startPrank(academy);
        vm.expectRevert(
            abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, academy, _workId)
        );
        works.transferFrom(troupe, academy, _workId);
        vm.expectRevert(
            abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, academy, _workId)
        );
        works.safeTransferFrom(academy, studio, _workId);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidApprover.selector, academy));
        works.approve(academy, _workId);
        vm.stopPrank();
    }

    function test_AHolderStaysWhenTheCreatorsRolePassesOn() public {
        vm.prank(troupe);
        works.transferFrom(troupe, studio, _workId);
        _passOn(troupe, _workId, academy);
        assertEq(works.ownerOf(_workId), studio);
        assertEq(works.registrantOf(_workId), troupe);
        vm.prank(studio);
        works.safeTransferFrom(studio, platform, _workId);
        assertEq(works.ownerOf(_workId), platform);
    }

    function test_AnApprovalOutlivesTheSuccession() public {
        vm.prank(troupe);
        works.approve(studio, _workId);
        _passOn(troupe, _workId, academy);
        assertEq(works.getApproved(_workId), studio);
        vm.prank(studio);
        works.transferFrom(troupe, studio, _workId);
        assertEq(works.ownerOf(_workId), studio);
    }

    function test_TheRegistrantIsTheFirstAfterAnyNumberOfSuccessions() public {
        _passOn(troupe, _workId, academy);
        _passOn(academy, _workId, studio);
        _passOn(studio, _workId, platform);
        assertEq(works.registrantOf(_workId), troupe);
        assertEq(works.ownerOf(_workId), troupe);
        (bytes32 sharesHash, address soleCreator) = works.incomeOf(_workId);
        assertEq(sharesHash, bytes32(0));
        assertEq(soleCreator, troupe);
        assertEq(works.workOf(_workId).creator, platform);
    }

    function test_TheRoleMayComeBack() public {
        _passOn(troupe, _workId, academy);
        _passOn(academy, _workId, troupe);
        assertEq(works.workOf(_workId).creator, troupe);
        assertEq(works.registrantOf(_workId), troupe);
        assertEq(works.ownerOf(_workId), troupe);
        vm.prank(troupe);
        works.amendMetadata(_workId, "second", 1);
        assertEq(works.metadataHashOf(_workId), "second");
    }

    function test_RevertWhen_TheFormerCreatorActs() public {
        _passOn(troupe, _workId, academy);
        bytes memory reason = abi.encodeWithSelector(
            IWorkRegistry.WorkNotCreator.selector,
            _workId,
            academy,
            troupe
        );
        vm.startPrank(troupe);
        vm.expectRevert(reason);
        works.amendMetadata(_workId, "second", 1);
        vm.expectRevert(reason);
        works.proposeCreator(_workId, troupe);
        vm.expectRevert(reason);
        licences.offer(_workId, _freeTerms());
        vm.stopPrank();
    }

    function test_IncomeWithSharesNamesNoSoleCreator() public {
        uint256 child = _register(troupe, _derivative("child", _source(_workId, 0, 100, false)));
        _passOn(troupe, child, academy);
        (bytes32 sharesHash, address soleCreator) = works.incomeOf(child);
        assertEq(sharesHash, works.sharesHashOf(child));
        assertTrue(sharesHash != 0, "no shares");
        assertEq(soleCreator, address(0));
    }

    function test_RevertWhen_TheWorkOfARegistrantIsUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7);
        vm.expectRevert(unknown);
        works.registrantOf(7);
        vm.expectRevert(unknown);
        works.incomeOf(7);
        vm.expectRevert(unknown);
        works.packedOf(7);
        vm.expectRevert(unknown);
        works.proposeCreator(7, studio);
        vm.expectRevert(unknown);
        works.amendMetadata(7, "second", 1);
        Shares memory none;
        vm.expectRevert(unknown);
        works.reviseEnd(7, none);
    }

    function testFuzz_AnOwnerIsAlwaysTheLastWhoGotTheToken(bool[6] calldata sells) public {
        // Sales and successions in any order never touch each other.
        address[7] memory people = [troupe, studio, academy, platform, painter, auditor, address(this)];
        (address owner, address creator) = (troupe, troupe);
        for (uint256 i = 0; i < sells.length; ++i) {
            address next = people[i + 1];
            if (sells[i]) {
                vm.prank(owner);
                works.transferFrom(owner, next, _workId);
                owner = next;
            } else {
                _passOn(creator, _workId, next);
                creator = next;
            }
            assertEq(works.ownerOf(_workId), owner);
            assertEq(works.workOf(_workId).creator, creator);
            assertEq(works.registrantOf(_workId), troupe);
            assertEq(works.balanceOf(owner), 1);
        }
    }
}
