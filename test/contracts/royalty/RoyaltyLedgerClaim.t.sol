// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRoyaltyLedger} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {Shares} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Refuser} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Counting} from "../../support/sol/Receivers.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Claims over several currencies.
contract RoyaltyLedgerClaimTest is Fixture {
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    /* SEVERAL CURRENCIES */

    function test_CurrenciesInWhichNothingIsOwedArePassedOver() public {
        _earn(NATIVE, 10);
        vm.recordLogs();
        royalties.claim(troupe, _list(address(yuan), NATIVE, address(0xDEAD)));
        // Of the three only one is claimed, and the one that is no token is not called.
        assertEq(vm.getRecordedLogs().length, 1);
        assertEq(troupe.balance, 10);
        _earn(address(yuan), 20);
        royalties.claim(troupe, _list(address(0xDEAD), NATIVE, address(yuan)));
        assertEq(yuan.balanceOf(troupe), 20);
        assertEq(troupe.balance, 10);
    }

    function test_ACurrencyNamedTwiceIsClaimedOnce() public {
        _earn(NATIVE, 10);
        vm.recordLogs();
        royalties.claim(troupe, _list(NATIVE, NATIVE, NATIVE));
        assertEq(vm.getRecordedLogs().length, 1);
        assertEq(troupe.balance, 10);
    }

    function test_AClaimIsNotSpoiledByOneBefore() public {
        _earn(NATIVE, 10);
        _earn(address(yuan), 20);
        vm.prank(auditor);
        _claim(troupe, address(yuan));
        royalties.claim(troupe, _list(NATIVE, address(yuan), address(yuan)));
        assertEq(troupe.balance, 10);
        assertEq(yuan.balanceOf(troupe), 20);
    }

    function test_RevertWhen_NothingIsOwedInAnyOfThem() public {
        bytes memory empty = abi.encodeWithSelector(IRoyaltyLedger.ClaimEmpty.selector, troupe);
        vm.expectRevert(empty);
        royalties.claim(troupe, _list(NATIVE, address(yuan), address(0xDEAD)));
        vm.expectRevert(empty);
        royalties.claim(troupe, new address[](0));
        // Owed in one that is not asked for.
        _earn(NATIVE, 10);
        vm.expectRevert(empty);
        royalties.claim(troupe, _list(address(yuan), address(yuan), address(yuan)));
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimEmpty.selector, studio));
        royalties.claim(studio, _list(NATIVE, NATIVE, NATIVE));
    }

    function test_RevertWhen_OneOfThemIsRefused_AndAllCreditStands() public {
        Refuser refuser = new Refuser();
        uint256 workId = _register(address(refuser), _mask("mask"));
        _earn(workId, NATIVE, 10);
        _earn(workId, address(yuan), 20);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimRefused.selector, address(refuser), 10));
        royalties.claim(address(refuser), _list(address(yuan), NATIVE, NATIVE));
        assertEq(royalties.payeeCredit(address(refuser), address(yuan)), 20);
        _claim(address(refuser), address(yuan));
        assertEq(yuan.balanceOf(address(refuser)), 20);
        assertEq(royalties.payeeCredit(address(refuser), NATIVE), 10);
    }

    /* NATIVE CURRENCY */

    function test_NativeCurrencyIsSentWithFiftyThousandGas() public {
        Counting payee = new Counting();
        uint256 workId = _register(address(payee), _mask("mask"));
        _earn(workId, NATIVE, 10);
        _claim(address(payee), NATIVE);
        // And 2,300 that every transfer of value brings; a little is spent before it is counted.
        assertTrue(payee.gasGiven() <= 52_300 && payee.gasGiven() > 52_000, "other gas");
        assertEq(address(payee).balance, 10);
    }

    function test_RevertWhen_APayeeWantsMoreGasThanThat() public {
        Counting payee = new Counting();
        payee.setGreedy();
        uint256 workId = _register(address(payee), _mask("mask"));
        _earn(workId, NATIVE, 10);
        uint256 before = gasleft();
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimRefused.selector, address(payee), 10));
        _claim(address(payee), NATIVE);
        assertTrue(before - gasleft() < 150_000, "burnt the caller's gas");
        assertEq(royalties.payeeCredit(address(payee), NATIVE), 10);
    }

    function testFuzz_AClaimIsExactInEveryCurrency(
        uint96 native,
        uint96 token,
        bool[3] calldata asked
    ) public {
        if (native > 0) _earn(NATIVE, native % WEALTH);
        if (token > 0) _earn(address(yuan), token % WEALTH);
        address[] memory list = _list(NATIVE, address(yuan), address(0xDEAD));
        for (uint256 i = 0; i < 3; ++i) if (!asked[i]) list[i] = address(0xBEEF);
        uint256 nativeOwed = asked[0] ? royalties.payeeCredit(troupe, NATIVE) : 0;
        uint256 tokenOwed = asked[1] ? royalties.payeeCredit(troupe, address(yuan)) : 0;
        if (nativeOwed + tokenOwed == 0) {
            vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimEmpty.selector, troupe));
        }
        royalties.claim(troupe, list);
        assertEq(troupe.balance, nativeOwed);
        assertEq(yuan.balanceOf(troupe), tokenOwed);
    }

    function _list(address a, address b, address c) private pure returns (address[] memory currencies) {
        currencies = new address[](3);
        (currencies[0], currencies[1], currencies[2]) = (a, b, c);
    }

    function _earn(address currency, uint256 amount) private {
        _earn(_workId, currency, amount);
    }

    function _earn(uint256 workId, address currency, uint256 amount) private {
        if (amount == 0) return;
        Shares memory none;
        royalties.pay{value: currency == NATIVE ? amount : 0}(workId, currency, amount, "ref");
        _settle(workId, none, currency);
    }
}
