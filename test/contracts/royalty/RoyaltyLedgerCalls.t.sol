// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IRoyaltyLedger, Payment, Settlement} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Edge, Payee, Registration, Source} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {CallingToken} from "../../support/sol/CallingToken.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Several calls in one, calls in the middle of others, and payees that could never claim.
contract RoyaltyLedgerCallsTest is Fixture {
    uint256 private _root;
    uint256 private _child;
    Source[] private _up;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
        _up.push(_source(_root, 0, 1000, false)[0]);
        _child = _register(troupe, _derivative("child", _up));
    }

    /* SEVERAL CALLS IN ONE */

    function test_WhatAPayeeEarnedIsSettledAndClaimedInOneTransaction() public {
        royalties.pay{value: 100}(_child, NATIVE, 100, "ref");
        royalties.pay(_child, address(yuan), 50, "ref");
        bytes[] memory calls = new bytes[](3);
        calls[0] = _settleCall(NATIVE);
        calls[1] = _settleCall(address(yuan));
        calls[2] = _claimCall(address(yuan));
        vm.prank(auditor);
        assertEq(royalties.multicall(calls).length, 3);
        assertEq(troupe.balance, 100);
        assertEq(yuan.balanceOf(troupe), 50);
        assertEq(address(royalties).balance + yuan.balanceOf(address(royalties)), 0);
    }

    function test_EachOfSeveralCallsIsTheCallersOwn() public {
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(royalties.pay, (_root, address(yuan), 10, "ref"));
        calls[1] = abi.encodeCall(royalties.pay, (_child, address(yuan), 20, "ref"));
        vm.prank(studio);
        royalties.multicall(calls);
        assertEq(yuan.balanceOf(studio), WEALTH - 30);
        calls[0] = abi.encodeCall(royalties.handOver, (troupe, academy));
        vm.expectRevert(
            abi.encodeWithSelector(IRoyaltyLedger.HandOverNotRecipient.selector, troupe, troupe, studio)
        );
        vm.prank(studio);
        royalties.multicall(calls);
    }

    function test_RevertWhen_NativeCurrencyIsSentToSeveralCalls() public {
        // One value could be counted for two payments.
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(royalties.pay, (_root, NATIVE, 10, "ref"));
        calls[1] = calls[0];
        (bool done, bytes memory answer) = address(royalties).call{value: 10}(
            abi.encodeCall(royalties.multicall, (calls))
        );
        assertTrue(!done && answer.length == 0, "paid");
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 10, 0));
        royalties.multicall(calls);
        assertEq(royalties.workCredit(_root, NATIVE), 0);
    }

    function test_RevertWhen_OneOfSeveralCallsFails_AndNoneIsDone() public {
        royalties.pay{value: 100}(_child, NATIVE, 100, "ref");
        bytes[] memory calls = new bytes[](3);
        (calls[0], calls[1], calls[2]) = (_settleCall(NATIVE), _claimCall(NATIVE), _claimCall(NATIVE));
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimEmpty.selector, troupe));
        royalties.multicall(calls);
        assertEq(royalties.workCredit(_child, NATIVE), 100);
        assertEq(troupe.balance, 0);
    }

    function test_RevertWhen_SeveralCallsCollectForTheRegistry() public {
        bytes[] memory calls = new bytes[](1);
        calls[0] = abi.encodeCall(royalties.collect, (studio, _root, address(yuan), 7, "ref"));
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentCollectorUnknown.selector, auditor));
        vm.prank(auditor);
        royalties.multicall(calls);
    }

    /* CALLS IN THE MIDDLE OF OTHERS */

    function test_ASettlementInTheMiddleOfAPaymentDoesNoHarm() public {
        for (uint256 i = 0; i < 2; ++i) {
            CallingToken token = _token();
            royalties.pay(_child, address(token), 100, "before");
            token.callOnTransfer(address(royalties), _settleCall(address(token)), i == 1);
            royalties.pay(_child, address(token), 1000, "during");
            assertTrue(token.called() && token.succeeded(), "not settled");
            // What was there before was settled, what arrived meanwhile was credited once.
            assertEq(royalties.workCredit(_child, address(token)), 1000);
            assertEq(royalties.payeeCredit(troupe, address(token)), 100);
            _isWhole(token);
        }
    }

    function test_ASettlementInTheMiddleOfAClaimDoesNoHarm() public {
        for (uint256 i = 0; i < 2; ++i) {
            CallingToken token = _token();
            royalties.pay(_child, address(token), 100, "ref");
            (bool settled, ) = address(royalties).call(_settleCall(address(token)));
            assertTrue(settled, "not settled");
            royalties.pay(_child, address(token), 1000, "ref");
            token.callOnTransfer(address(royalties), _settleCall(address(token)), i == 1);
            _claim(troupe, address(token));
            assertTrue(token.called() && token.succeeded(), "not settled meanwhile");
            assertEq(token.balanceOf(troupe), 100);
            assertEq(royalties.payeeCredit(troupe, address(token)), 1000);
            _isWhole(token);
        }
    }

    function test_NothingThatMovesMoneyRunsInTheMiddleOfAPayment() public {
        CallingToken token = _token();
        royalties.pay(_child, address(token), 100, "ref");
        (bool settled, ) = address(royalties).call(_settleCall(address(token)));
        assertTrue(settled, "not settled");
        Payment[] memory payments = new Payment[](1);
        payments[0] = Payment({workId: _root, amount: 1});
        bytes[] memory calls = new bytes[](7);
        calls[0] = _claimCall(address(token));
        calls[1] = abi.encodeCall(royalties.pay, (_root, address(token), 1, "ref"));
        calls[2] = abi.encodeCall(
            royalties.payWithPermit,
            (_root, address(token), 1, "ref", block.timestamp, 27, 0, 0)
        );
        calls[3] = abi.encodeCall(royalties.payMany, (payments, address(token), "ref"));
        bytes[] memory inner = new bytes[](1);
        inner[0] = calls[0];
        calls[4] = abi.encodeCall(royalties.multicall, (inner));
        calls[5] = abi.encodeCall(royalties.sweep, (_root, address(token)));
        calls[6] = abi.encodeCall(
            royalties.payManyWithPermit,
            (payments, address(token), "ref", block.timestamp, 27, 0, 0)
        );
        token.transfer(royalties.receiverOf(_root), 5);
        for (uint256 i = 0; i < calls.length; ++i) {
            token.callOnTransfer(address(royalties), calls[i], i % 2 == 1);
            royalties.pay(_child, address(token), 10, "ref");
            assertTrue(token.called() && !token.succeeded(), "moved money");
            assertEq(
                keccak256(token.answer()),
                keccak256(
                    abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
                )
            );
        }
        _isWhole(token);
    }

    /* PAYEES THAT COULD NEVER CLAIM */

    function test_RevertWhen_ThePayeeIsTheLedgerOrTheTemplateOfItsReceivers() public {
        address[2] memory refused = [address(royalties), royalties.RECEIVER()];
        for (uint256 i = 0; i < 2; ++i) {
            assertTrue(refused[i].code.length > 0, "not there");
            Registration memory r = _mask("mask");
            r.payees = _payees(troupe, 5000, refused[i], 5000);
            vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesPayeeIsLedger.selector, 1));
            _register(troupe, r);
            r.payees = new Payee[](1);
            r.payees[0] = Payee({account: refused[i], shareBps: 10_000});
            vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesPayeeIsLedger.selector, 0));
            _register(troupe, r);
            r = _derivative("child of another", _up);
            r.payees = _payees(refused[i], 5000, troupe, 5000);
            vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesPayeeIsLedger.selector, 0));
            _register(troupe, r);
        }
    }

    function test_AReceiverOfAnotherWorkMayBeAPayee() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 5000, royalties.receiverOf(_root), 5000);
        _register(troupe, r);
    }

    function _token() private returns (CallingToken token) {
        token = new CallingToken(address(this), 1_000_000);
        token.approve(address(royalties), type(uint256).max);
    }

    /// @dev The child and its root.
    function _settleCall(address currency) private view returns (bytes memory) {
        Settlement[] memory list = new Settlement[](2);
        list[0] = Settlement({workId: _child, shares: _shares(troupe, _up, new Edge[](0))});
        list[1].workId = _root;
        return abi.encodeCall(royalties.settle, (list, currency));
    }

    function _claimCall(address currency) private view returns (bytes memory) {
        address[] memory currencies = new address[](2);
        currencies[1] = currency;
        return abi.encodeCall(royalties.claim, (troupe, currencies));
    }

    /// @dev Held is what works and payees are credited.
    function _isWhole(CallingToken token) private view {
        uint256 owed =
            royalties.workCredit(_child, address(token)) +
                royalties.workCredit(_root, address(token)) +
                royalties.payeeCredit(troupe, address(token));
        assertEq(token.balanceOf(address(royalties)), owed);
    }
}
