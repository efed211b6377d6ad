// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {TokenStage} from "../../support/sol/TokenStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title ERC-721, requirement by requirement, but for safe transfers (`StandardsErc721Safe.t.sol`).
contract StandardsErc721Test is TokenStage {
    uint256 private constant UNKNOWN = 7;
    /// @dev Transfer is emitted when a token is made, and then it comes from the zero address.
    function test_ANewTokenComesFromTheZeroAddress() public {
        uint256 workId = works.workIdOf(troupe, "new");
        vm.expectEmit(address(works));
        emit IERC721.Transfer(address(0), troupe, workId);
        _register(troupe, _mask("new"));
    }

    /// @dev balanceOf counts the tokens of an owner; ownerOf names the owner of a token.
    function test_BalancesCountWhatOwnersHave() public {
        assertEq(works.balanceOf(troupe), 3);
        assertEq(works.balanceOf(studio), 0);
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(works.ownerOf(_tokens[i]), troupe);
            vm.prank(troupe);
            works.transferFrom(troupe, platform, _tokens[i]);
            assertEq(works.ownerOf(_tokens[i]), platform);
            assertEq(works.balanceOf(troupe), 2 - i);
            assertEq(works.balanceOf(platform), i + 1);
        }
    }

    /// @dev The zero address owns nothing, and asking what it owns throws.
    function test_RevertWhen_TheZeroAddressIsAskedFor() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidOwner.selector, address(0)));
        works.balanceOf(address(0));
    }

    /// @dev ownerOf and getApproved throw for what is no token; so do approve and both kinds of transfer.
    function test_RevertWhen_ThereIsNoSuchToken() public {
        bytes memory missing = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, UNKNOWN);
        vm.expectRevert(missing);
        works.ownerOf(UNKNOWN);
        vm.expectRevert(missing);
        works.getApproved(UNKNOWN);
        vm.expectRevert(missing);
        works.approve(platform, UNKNOWN);
        bytes memory unknown = abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, UNKNOWN);
        vm.expectRevert(unknown);
        works.transferFrom(troupe, platform, UNKNOWN);
        vm.expectRevert(unknown);
        works.transferFrom(address(0), platform, UNKNOWN);
        vm.expectRevert(unknown);
        works.safeTransferFrom(troupe, platform, UNKNOWN);
    }

    /// @dev Every change of owner is emitted.
    function test_ATransferIsEmitted() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectEmit(address(works));
            emit IERC721.Transfer(troupe, platform, _tokens[i]);
            vm.prank(troupe);
            works.transferFrom(troupe, platform, _tokens[i]);
        }
    }

    /// @dev transferFrom throws unless the caller is the owner, an operator of the owner or approved for the token.
    function test_RevertWhen_AStrangerTransfers() public {
        for (uint256 i = 0; i < 3; ++i) {
            address[3] memory strangers = [studio, academy, address(works)];
            for (uint256 j = 0; j < 3; ++j) {
                vm.expectRevert(_insufficient(strangers[j], _tokens[i]));
                vm.prank(strangers[j]);
                works.transferFrom(troupe, strangers[j], _tokens[i]);
            }
        }
    }

    /// @dev transferFrom throws if the token is not that owner's.
    function test_RevertWhen_TheTokenIsSomebodyElses() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IERC721Errors.ERC721IncorrectOwner.selector,
                    studio,
                    _tokens[i],
                    troupe
                )
            );
            vm.prank(troupe);
            works.transferFrom(studio, platform, _tokens[i]);
        }
    }

    /// @dev transferFrom throws if the token would go to the zero address.
    function test_RevertWhen_ATokenGoesToTheZeroAddress() public {
        bytes memory reason = abi.encodeWithSelector(
            IERC721Errors.ERC721InvalidReceiver.selector,
            address(0)
        );
        for (uint256 i = 0; i < 3; ++i) {
            vm.startPrank(troupe);
            vm.expectRevert(reason);
            works.transferFrom(troupe, address(0), _tokens[i]);
            vm.expectRevert(reason);
            works.safeTransferFrom(troupe, address(0), _tokens[i]);
            vm.stopPrank();
            assertEq(works.ownerOf(_tokens[i]), troupe);
        }
    }

    /// @dev Approval is emitted when the approved address changes or is stated again; zero is nobody.
    function test_AnApprovalIsGivenStatedAgainAndTakenBack() public {
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(works.getApproved(_tokens[i]), address(0));
            address[3] memory approved = [platform, platform, address(0)];
            for (uint256 j = 0; j < 3; ++j) {
                vm.expectEmit(address(works));
                emit IERC721.Approval(troupe, approved[j], _tokens[i]);
                vm.prank(troupe);
                works.approve(approved[j], _tokens[i]);
                assertEq(works.getApproved(_tokens[i]), approved[j]);
            }
            vm.expectRevert(_insufficient(platform, _tokens[i]));
            vm.prank(platform);
            works.transferFrom(troupe, platform, _tokens[i]);
        }
    }

    /// @dev approve throws unless the caller is the owner or an operator of the owner.
    function test_RevertWhen_SomebodyElseApproves() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(troupe);
            works.approve(platform, _tokens[i]);
            address[3] memory others = [platform, studio, academy];
            for (uint256 j = 0; j < 3; ++j) {
                vm.expectRevert(
                    abi.encodeWithSelector(IERC721Errors.ERC721InvalidApprover.selector, others[j])
                );
                vm.prank(others[j]);
                works.approve(others[j], _tokens[i]);
            }
        }
    }

    /// @dev Whoever is approved for a token may transfer it once: at a transfer the approval is reset.
    function test_ATransferClearsTheApproval() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(troupe);
            works.approve(platform, _tokens[i]);
            vm.prank(platform);
            works.transferFrom(troupe, studio, _tokens[i]);
            assertEq(works.ownerOf(_tokens[i]), studio);
            assertEq(works.getApproved(_tokens[i]), address(0));
            vm.expectRevert(_insufficient(platform, _tokens[i]));
            vm.prank(platform);
            works.transferFrom(studio, platform, _tokens[i]);
        }
    }

    /// @dev A transfer to the owner itself is one like any other.
    function test_ATransferToItselfKeepsTheTokenAndClearsTheApproval() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.startPrank(troupe);
            works.approve(platform, _tokens[i]);
            works.transferFrom(troupe, troupe, _tokens[i]);
            vm.stopPrank();
            assertEq(works.ownerOf(_tokens[i]), troupe);
            assertEq(works.getApproved(_tokens[i]), address(0));
            assertEq(works.balanceOf(troupe), 3);
        }
    }

    /// @dev setApprovalForAll emits ApprovalForAll, and an owner may have several operators at once.
    function test_AnOwnerHasSeveralOperators() public {
        address[2] memory operators = [platform, studio];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectEmit(address(works));
            emit IERC721.ApprovalForAll(troupe, operators[i], true);
            vm.prank(troupe);
            works.setApprovalForAll(operators[i], true);
        }
        assertTrue(works.isApprovedForAll(troupe, platform), "platform");
        assertTrue(works.isApprovedForAll(troupe, studio), "studio");
        assertTrue(!works.isApprovedForAll(academy, studio), "of the academy");

        vm.expectEmit(address(works));
        emit IERC721.ApprovalForAll(troupe, studio, false);
        vm.prank(troupe);
        works.setApprovalForAll(studio, false);
        assertTrue(works.isApprovedForAll(troupe, platform), "platform no longer");
        assertTrue(!works.isApprovedForAll(troupe, studio), "studio still");
    }

    /// @dev An operator may approve and transfer every token of the owner, and none of anybody else's.
    function test_AnOperatorActsForTheOwner() public {
        vm.prank(troupe);
        works.setApprovalForAll(platform, true);
        for (uint256 i = 0; i < 3; ++i) {
            vm.startPrank(platform);
            works.approve(studio, _tokens[i]);
            assertEq(works.getApproved(_tokens[i]), studio);
            works.transferFrom(troupe, academy, _tokens[i]);
            assertEq(works.ownerOf(_tokens[i]), academy);
            vm.expectRevert(_insufficient(platform, _tokens[i]));
            works.transferFrom(academy, platform, _tokens[i]);
            vm.stopPrank();
        }
    }

    function testFuzz_ATokenFollowsItsTransfers(address[4] calldata path) public {
        for (uint256 i = 0; i < 3; ++i) {
            address owner = troupe;
            for (uint256 j = 0; j < path.length; ++j) {
                address to = path[j] == address(0) ? studio : path[j];
                vm.prank(owner);
                works.transferFrom(owner, to, _tokens[i]);
                assertEq(works.ownerOf(_tokens[i]), to);
                owner = to;
            }
        }
        assertEq(works.balanceOf(path[3] == address(0) ? studio : path[3]), 3);
    }

    function _insufficient(address caller, uint256 tokenId) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, caller, tokenId);
    }
}
