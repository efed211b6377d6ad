// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IAccreditations} from "../../../contracts/heritage/IAccreditations.sol";
import {CUSTODIAN} from "../../../contracts/heritage/Roles.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Edge, Shares, Source, Work} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title What a creator and an administrator may do with a work after it is registered.
contract WorkRegistryCreatorTest is Fixture {
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    function test_AmendedMetadataIsServedByItsHash() public {
        vm.expectEmit(address(works));
        emit IWorkRegistry.MetadataAmended(_workId, "second", 9);
        vm.expectEmit(address(works));
        emit IERC4906.MetadataUpdate(_workId);
        vm.prank(troupe);
        works.amendMetadata(_workId, "second", 9);
        assertEq(works.metadataHashOf(_workId), "second");
        assertEq(works.workOf(_workId).aiSummary, 9);
        string memory hexHash = Strings.toHexString(uint256(bytes32("second")), 32);
        assertEq(works.tokenURI(_workId), string.concat("https://lianpu.example/metadata/", hexHash));
    }

    function test_RevertWhen_FrozenMetadataIsAmended() public {
        vm.expectEmit(address(works));
        emit IWorkRegistry.MetadataFrozen(_workId);
        vm.startPrank(troupe);
        works.freezeMetadata(_workId);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkMetadataFrozen.selector, _workId));
        works.amendMetadata(_workId, "second", 0);
        vm.stopPrank();
    }

    function test_RevertWhen_AmendedMetadataHasNoHash() public {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkHashMissing.selector));
        vm.prank(troupe);
        works.amendMetadata(_workId, 0, 0);
    }

    function test_RevertWhen_TheHolderActsAsCreator() public {
        vm.prank(troupe);
        works.transferFrom(troupe, studio, _workId);
        bytes memory reason = abi.encodeWithSelector(
            IWorkRegistry.WorkNotCreator.selector,
            _workId,
            troupe,
            studio
        );
        vm.startPrank(studio);
        vm.expectRevert(reason);
        works.amendMetadata(_workId, "second", 0);
        vm.expectRevert(reason);
        works.freezeMetadata(_workId);
        vm.expectRevert(reason);
        works.proposeCreator(_workId, studio);
        vm.stopPrank();
    }

    function test_TheCreatorsRolePassesInTwoSteps() public {
        vm.expectEmit(address(works));
        emit IWorkRegistry.CreatorProposed(_workId, troupe, academy);
        vm.prank(troupe);
        works.proposeCreator(_workId, academy);
        assertEq(works.successorOf(_workId), academy);
        assertEq(works.workOf(_workId).creator, troupe);

        vm.expectEmit(address(works));
        emit IWorkRegistry.CreatorSucceeded(_workId, troupe, academy);
        vm.prank(academy);
        works.acceptCreator(_workId);
        assertEq(works.workOf(_workId).creator, academy);
        assertEq(works.successorOf(_workId), address(0));
        assertEq(works.ownerOf(_workId), troupe);
    }

    function test_TheIncomeStaysWithWhoRegisteredTheWork() public {
        royalties.pay{value: 100}(_workId, NATIVE, 100, "before");
        vm.prank(troupe);
        works.proposeCreator(_workId, academy);
        vm.prank(academy);
        works.acceptCreator(_workId);

        assertEq(works.registrantOf(_workId), troupe);
        Shares memory none;
        _settle(_workId, none, NATIVE);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 100);
        assertEq(royalties.payeeCredit(academy, NATIVE), 0);
    }

    function test_RevertWhen_SomebodyElseAccepts() public {
        bytes4 notSuccessor = IWorkRegistry.WorkNotSuccessor.selector;
        vm.expectRevert(abi.encodeWithSelector(notSuccessor, _workId, address(0), studio));
        vm.prank(studio);
        works.acceptCreator(_workId);
        vm.prank(troupe);
        works.proposeCreator(_workId, academy);
        vm.expectRevert(abi.encodeWithSelector(notSuccessor, _workId, academy, studio));
        vm.prank(studio);
        works.acceptCreator(_workId);
    }

    /// @dev Five bits: the last that fits is taken, the first that does not is refused.
    function test_ASummaryIsWhatFitsIntoFiveBits() public {
        vm.startPrank(troupe);
        works.amendMetadata(_workId, "second", 31);
        assertEq(works.workOf(_workId).aiSummary, 31);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkSummaryUnknown.selector, 32));
        works.amendMetadata(_workId, "third", 32);
        vm.stopPrank();
    }

    function test_RevertWhen_TheProposalWasTakenBack() public {
        vm.startPrank(troupe);
        works.proposeCreator(_workId, academy);
        works.proposeCreator(_workId, address(0));
        vm.stopPrank();
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.WorkNotSuccessor.selector, _workId, address(0), academy)
        );
        vm.prank(academy);
        works.acceptCreator(_workId);
    }

    function test_ACustodianIsAccreditedAndDismissed() public {
        assertEq(accreditations.rolesOf(academy), CUSTODIAN);
        vm.expectEmit(address(accreditations));
        emit IAccreditations.Accredited(academy, 0);
        accreditations.accredit(academy, 0);
        assertEq(accreditations.rolesOf(academy), 0);
    }

    function test_TheBaseMoves() public {
        vm.expectEmit(address(works));
        emit IWorkToken.BaseURIChanged("ipfs://");
        vm.expectEmit(address(works));
        emit IERC4906.BatchMetadataUpdate(0, type(uint256).max);
        works.setBaseURI("ipfs://");
        assertEq(works.contractURI(), "ipfs://collection");
    }

    function test_RevertWhen_SomebodyElseAdministers() public {
        bytes memory reason = abi.encodeWithSelector(
            IAccessManaged.AccessManagedUnauthorized.selector,
            troupe
        );
        vm.startPrank(troupe);
        vm.expectRevert(reason);
        accreditations.accredit(troupe, CUSTODIAN);
        vm.expectRevert(reason);
        works.setBaseURI("ipfs://");
        vm.stopPrank();
    }

    function test_ItSpeaksTheStandardsItNames() public view {
        bytes4[5] memory known = [bytes4(0x01ffc9a7), 0x80ac58cd, 0x5b5e139f, 0x2a55205a, 0x49064906];
        for (uint256 i = 0; i < known.length; ++i) {
            assertTrue(works.supportsInterface(known[i]), "not supported");
        }
        assertTrue(!works.supportsInterface(0xffffffff), "supports anything");
    }

    function test_RoyaltyInfoHoldsAtTheEnds() public view {
        (address receiver, uint256 amount) = works.royaltyInfo(_workId, 0);
        assertEq(receiver, royalties.receiverOf(_workId));
        assertEq(amount, 0);
        (, amount) = works.royaltyInfo(_workId, 1);
        assertEq(amount, 0);
        (, amount) = works.royaltyInfo(_workId, type(uint256).max);
        // 5 % of 2^256 - 1; the division leaves nothing to round up.
        assertEq(amount, type(uint256).max / 20);
    }

    function testFuzz_RoyaltyInfoIsTheShareRoundedDown(uint256 price) public view {
        (, uint256 amount) = works.royaltyInfo(_workId, price);
        assertEq(amount, price / 20);
    }
}
