// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRoyaltyLedger} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {Registration, Shares} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {HostilePayee} from "../support/sol/Attacker.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {BlockingToken} from "../support/sol/HostileTokens.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title Payees that do not take their money: the others get theirs, and nobody's is lost.
contract PayeesTest is Fixture {
    uint256 private constant WAYS = 5;
    /// @dev What a transaction costs before its first instruction, with this calldata.
    uint256 private constant BASE = 21_000 + 132 * 16;

    function test_TheOthersArePaidWhateverOneOfThemDoes() public {
        for (uint256 i = 0; i < WAYS; ++i) {
            (, address payee) = _credited(i);
            uint256 before = studio.balance;
            _claim(studio, NATIVE);
            assertEq(studio.balance, before + 400);
            assertEq(royalties.payeeCredit(payee, NATIVE), 600);
        }
    }

    function test_ClaimsForThemCostLittleAndLoseNothing() public {
        for (uint256 i = 0; i < WAYS; ++i) {
            (HostilePayee.Way way, address payee) = _credited(i);
            bytes memory call = abi.encodeCall(IRoyaltyLedger.claim, (payee, new address[](1)));
            uint256 gas = gasleft();
            (bool ok, bytes memory answer) = address(royalties).call(call);
            gas -= gasleft();
            assertTrue(gas + BASE <= 120_000, "a claim cost more than 120,000 gas");
            bool takes = way == HostilePayee.Way.Bomb;
            assertTrue(ok == takes, "the payee decided otherwise");
            if (!takes) {
                bytes memory refused = abi.encodeWithSelector(
                    IRoyaltyLedger.ClaimRefused.selector,
                    payee,
                    600
                );
                assertEq(keccak256(answer), keccak256(refused));
            }
            assertEq(royalties.payeeCredit(payee, NATIVE), takes ? 0 : 600);
            assertEq(payee.balance, takes ? 600 : 0);
        }
    }

    function test_WhoCannotTakeItHandsItOver() public {
        for (uint256 i = 0; i < WAYS; ++i) {
            (, address payee) = _credited(i);
            HostilePayee(payable(payee)).act(
                address(royalties),
                abi.encodeCall(IRoyaltyLedger.handOver, (payee, auditor))
            );
            vm.prank(auditor);
            royalties.acceptHandOver(payee);
            uint256 before = auditor.balance;
            _claim(payee, NATIVE);
            assertEq(auditor.balance, before + 600);
        }
    }

    /// @dev A stranger gives the claim so little gas that the payee runs out of it.
    function testFuzz_AStarvedClaimLosesNothing(uint256 gas) public {
        (, address payee) = _credited(3);
        gas = 20_000 + (gas % 80_000);
        bytes memory call = abi.encodeCall(IRoyaltyLedger.claim, (payee, new address[](1)));
        (bool ok, ) = address(royalties).call{gas: gas}(call);
        assertEq(payee.balance, ok ? 600 : 0);
        assertEq(royalties.payeeCredit(payee, NATIVE), ok ? 0 : 600);
    }

    function test_ABlockedPayeeKeepsItsCreditAndIsRescued() public {
        (BlockingToken token, uint256 workId) = _blocking();
        token.block_(platform, true);
        royalties.pay(workId, address(token), 1000, "ref");
        _settle(workId, _both(platform), address(token));
        _claim(studio, address(token));
        assertEq(token.balanceOf(studio), 400);

        bytes memory call = abi.encodeCall(IRoyaltyLedger.claim, (platform, _list(address(token))));
        (bool ok, ) = address(royalties).call(call);
        assertTrue(!ok, "a blocked payee was paid");
        assertEq(royalties.payeeCredit(platform, address(token)), 600);

        vm.prank(platform);
        royalties.handOver(platform, auditor);
        vm.prank(auditor);
        royalties.acceptHandOver(platform);
        _claim(platform, address(token));
        assertEq(token.balanceOf(auditor), 600);
        assertEq(token.balanceOf(address(royalties)), 0);
    }

    function test_ABlockedPayeeStillGetsTheOtherCurrencies() public {
        (BlockingToken token, uint256 workId) = _blocking();
        token.block_(platform, true);
        royalties.pay(workId, address(token), 1000, "ref");
        royalties.pay{value: 1000}(workId, NATIVE, 1000, "ref");
        _settle(workId, _both(platform), address(token));
        _settle(workId, _both(platform), NATIVE);
        uint256 before = platform.balance;
        _claim(platform, NATIVE);
        assertEq(platform.balance, before + 600);
    }

    function test_AnIssuerThatBlocksTheLedgerStopsItsOwnTokenOnly() public {
        (BlockingToken token, uint256 workId) = _blocking();
        royalties.pay(workId, address(token), 1000, "ref");
        _settle(workId, _both(platform), address(token));
        token.block_(address(royalties), true);
        uint256 own = token.balanceOf(address(this));
        bytes memory call = abi.encodeCall(IRoyaltyLedger.pay, (workId, address(token), 10, "ref"));
        (bool ok, ) = address(royalties).call(call);
        assertTrue(!ok && token.balanceOf(address(this)) == own, "taken and not credited");
        (ok, ) = address(royalties).call(
            abi.encodeCall(IRoyaltyLedger.claim, (studio, _list(address(token))))
        );
        assertTrue(!ok, "paid past a block");
        assertEq(royalties.payeeCredit(studio, address(token)), 400);
        royalties.pay{value: 10}(workId, NATIVE, 10, "ref");
        token.block_(address(royalties), false);
        _claim(studio, address(token));
        assertEq(token.balanceOf(studio), 400);
    }

    /// @dev Nobody takes a payee's place but by its own word, and an offer that was taken back is void.
    function test_RevertWhen_AHandOverWasNotOfferedOrTakenBack() public {
        vm.prank(studio);
        royalties.handOver(studio, auditor);
        vm.prank(studio);
        royalties.handOver(studio, address(0));
        vm.expectRevert(
            abi.encodeWithSelector(IRoyaltyLedger.HandOverNotSuccessor.selector, studio, address(0), auditor)
        );
        vm.prank(auditor);
        royalties.acceptHandOver(studio);
        vm.expectRevert(
            abi.encodeWithSelector(IRoyaltyLedger.HandOverNotRecipient.selector, studio, studio, auditor)
        );
        vm.prank(auditor);
        royalties.handOver(studio, auditor);
    }

    /// @dev Who handed over has no say any more, and who took over may give it back.
    function test_WhoTookOverDecidesFromThenOn() public {
        vm.prank(studio);
        royalties.handOver(studio, auditor);
        vm.prank(auditor);
        royalties.acceptHandOver(studio);
        vm.expectRevert(
            abi.encodeWithSelector(IRoyaltyLedger.HandOverNotRecipient.selector, studio, auditor, studio)
        );
        vm.prank(studio);
        royalties.handOver(studio, studio);
        vm.prank(auditor);
        royalties.handOver(studio, studio);
        vm.prank(studio);
        royalties.acceptHandOver(studio);
        assertEq(royalties.recipientOf(studio), studio);
    }

    /// @dev A payee's receiver is a work's: claimed, it can only go on to that work.
    function test_AReceiverAsAPayeePassesItOn() public {
        uint256 other = _register(academy, _mask("other"));
        address receiver = royalties.receiverOf(other);
        Registration memory r = _mask("shared");
        r.payees = _payees(receiver, 6000, studio, 4000);
        uint256 workId = _register(troupe, r);
        royalties.pay{value: 1000}(workId, NATIVE, 1000, "ref");
        _settle(workId, _both(receiver), NATIVE);
        _claim(receiver, NATIVE);
        royalties.sweep(other, NATIVE);
        assertEq(royalties.workCredit(other, NATIVE), 600);
        royalties.pay{value: 1000}(workId, NATIVE, 1000, "ref");
        _settle(workId, _both(receiver), NATIVE);
        // Now that it has code.
        _claim(receiver, NATIVE);
        assertEq(receiver.balance, 600);
    }

    function _credited(uint256 i) private returns (HostilePayee.Way way, address payee) {
        way = HostilePayee.Way(i);
        payee = address(new HostilePayee(way));
        Registration memory r = _mask(bytes32(1 + i));
        r.payees = _payees(payee, 6000, studio, 4000);
        uint256 workId = _register(troupe, r);
        royalties.pay{value: 1000}(workId, NATIVE, 1000, "ref");
        _settle(workId, _both(payee), NATIVE);
    }

    function _blocking() private returns (BlockingToken token, uint256 workId) {
        token = new BlockingToken(address(this), WEALTH);
        token.approve(address(royalties), WEALTH);
        Registration memory r = _mask("blocked");
        r.payees = _payees(platform, 6000, studio, 4000);
        workId = _register(troupe, r);
    }

    function _both(address first) private view returns (Shares memory shares) {
        shares.payees = _payees(first, 6000, studio, 4000);
    }

    function _list(address currency) private pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = currency;
    }
}
