// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {Answerer, Deaf, Objector} from "../../support/sol/Receivers.sol";
import {TokenStage} from "../../support/sol/TokenStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title ERC-721's safe transfers, which ask a contract before it gets a token.
/// @notice Of a token that was never moved, of one that was bought, and of one whose creator's role passed on.
contract StandardsErc721SafeTest is TokenStage {
    bytes4 private constant MAGIC = 0x150b7a02;
    /// @dev The receiver's answer is the selector of onERC721Received(address,address,uint256,bytes).
    function test_TheMagicValueIsTheSelector() public pure {
        bytes32 hash = keccak256("onERC721Received(address,address,uint256,bytes)");
        assertEq(bytes32(MAGIC), bytes32(bytes4(hash)));
    }

    /// @dev An account without code is not asked.
    function test_AnAccountTakesATokenUnasked() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectEmit(address(works));
            emit IERC721.Transfer(troupe, platform, _tokens[i]);
            vm.prank(troupe);
            works.safeTransferFrom(troupe, platform, _tokens[i]);
            assertEq(works.ownerOf(_tokens[i]), platform);
        }
    }

    /// @dev After the transfer a contract is told who sent it, from whom, which token, and the data that came along.
    function test_AContractIsAskedAfterItHasTheToken() public {
        for (uint256 i = 0; i < 3; ++i) {
            Answerer receiver = new Answerer(MAGIC);
            vm.prank(troupe);
            works.approve(platform, _tokens[i]);
            vm.prank(platform);
            works.safeTransferFrom(troupe, address(receiver), _tokens[i], "with love");
            assertEq(works.ownerOf(_tokens[i]), address(receiver));
            assertEq(receiver.ownerThen(), address(receiver));
            assertEq(receiver.operator(), platform);
            assertEq(receiver.from(), troupe);
            assertEq(receiver.tokenId(), _tokens[i]);
            assertEq(string(receiver.data()), "with love");
        }
    }

    /// @dev Without the data parameter the data is empty.
    function test_WithoutDataTheDataIsEmpty() public {
        Answerer receiver = new Answerer(MAGIC);
        vm.prank(troupe);
        works.safeTransferFrom(troupe, address(receiver), _tokens[0]);
        assertEq(receiver.data().length, 0);
        assertEq(receiver.tokenId(), _tokens[0]);
    }

    /// @dev The transfer throws if the contract answers anything else, or not at all, or reverts.
    function test_RevertWhen_TheContractDoesNotTakeTokens() public {
        address[3] memory receivers = [
            address(new Answerer(0xffffffff)),
            address(new Deaf()),
            address(new Answerer(0))
        ];
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = 0; j < 3; ++j) {
                vm.expectRevert(
                    abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, receivers[j])
                );
                vm.prank(troupe);
                works.safeTransferFrom(troupe, receivers[j], _tokens[i]);
            }
            assertEq(works.ownerOf(_tokens[i]), troupe);
        }
    }

    function test_RevertWhen_TheContractObjects_WithItsOwnReason() public {
        address receiver = address(new Objector());
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Objector.NoTokensPlease.selector));
            vm.prank(troupe);
            works.safeTransferFrom(troupe, receiver, _tokens[i], "data");
            assertEq(works.ownerOf(_tokens[i]), troupe);
        }
    }

    /// @dev A plain transfer asks nobody: that the receiver can handle tokens is the caller's to know.
    function test_APlainTransferAsksNobody() public {
        address receiver = address(new Objector());
        vm.prank(troupe);
        works.transferFrom(troupe, receiver, _tokens[0]);
        assertEq(works.ownerOf(_tokens[0]), receiver);
    }

    /// @dev The same conditions hold as for a plain transfer: who may, of whose token.
    function test_RevertWhen_AStrangerTransfersSafelyOrFromTheWrongOwner() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, academy, _tokens[i])
            );
            vm.prank(academy);
            works.safeTransferFrom(troupe, academy, _tokens[i]);
            vm.expectRevert(
                abi.encodeWithSelector(
                    IERC721Errors.ERC721IncorrectOwner.selector,
                    academy,
                    _tokens[i],
                    troupe
                )
            );
            vm.prank(troupe);
            works.safeTransferFrom(academy, studio, _tokens[i]);
        }
    }

    /// @dev A creator's contract is not asked when it registers: nothing of it may run in the middle of that.
    function test_ARegistrationAsksNobody() public {
        address creator = address(new Objector());
        uint256 workId = _register(creator, _mask("by a contract"));
        assertEq(works.ownerOf(workId), creator);
    }
}
