// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRoyaltyLedger} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {Registration, Shares} from "../../../contracts/work/Work.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {Refuser} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title A payee hands over what it is owed, in two steps.
contract RoyaltyLedgerHandOverTest is Fixture {
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    function test_APayeeIsItsOwnRecipientUntilItHandsOver() public view {
        assertEq(royalties.recipientOf(troupe), troupe);
        assertEq(royalties.recipientOf(address(0xDEAD)), address(0xDEAD));
    }

    function test_AHandOverTakesTwoSteps() public {
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.HandOverProposed(troupe, troupe, academy);
        _offer(troupe, troupe, academy);
        assertEq(royalties.recipientOf(troupe), troupe);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.HandedOver(troupe, troupe, academy);
        vm.prank(academy);
        royalties.acceptHandOver(troupe);
        assertEq(royalties.recipientOf(troupe), academy);
        assertEq(royalties.recipientOf(academy), academy);
    }

    function test_WhatWasNotClaimedBeforeFollowsInBothCurrencies() public {
        _earn(NATIVE, 10);
        _earn(address(yuan), 20);
        _handOver(troupe, troupe, academy);
        _earn(NATIVE, 1);
        // Still the troupe's credit, under its name; it is only sent elsewhere.
        assertEq(royalties.payeeCredit(troupe, NATIVE), 11);
        assertEq(royalties.payeeCredit(academy, NATIVE), 0);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.Claimed(troupe, NATIVE, 11);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.Claimed(troupe, address(yuan), 20);
        _claimBoth(troupe);
        assertEq(academy.balance, 11);
        assertEq(yuan.balanceOf(academy), 20);
        assertEq(troupe.balance + yuan.balanceOf(troupe), 0);
    }

    function test_UntilItIsAcceptedThePayeeIsSentWhatItIsOwed() public {
        _offer(troupe, troupe, academy);
        _earn(NATIVE, 10);
        _claim(troupe, NATIVE);
        assertEq(troupe.balance, 10);
        assertEq(academy.balance, 0);
    }

    function test_SharesOfWorksDoNotChange() public {
        uint256 before = uint256(works.sharesHashOf(_workId));
        _handOver(troupe, troupe, academy);
        assertEq(uint256(works.sharesHashOf(_workId)), before);
        assertEq(works.registrantOf(_workId), troupe);
        assertEq(works.workOf(_workId).creator, troupe);
        assertEq(works.ownerOf(_workId), troupe);
        // What the academy is owed itself is another matter.
        uint256 own = _register(academy, _mask("own"));
        Shares memory none;
        royalties.pay{value: 5}(own, NATIVE, 5, "ref");
        _settle(own, none, NATIVE);
        assertEq(royalties.payeeCredit(academy, NATIVE), 5);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 0);
    }

    function test_WhoTookAPlaceHandsItOn() public {
        _handOver(troupe, troupe, academy);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.HandOverProposed(troupe, academy, studio);
        _offer(academy, troupe, studio);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.HandedOver(troupe, academy, studio);
        vm.prank(studio);
        royalties.acceptHandOver(troupe);
        uint256 before = studio.balance;
        _earn(NATIVE, 10);
        _claim(troupe, NATIVE);
        assertEq(studio.balance, before + 10);
        assertEq(academy.balance + troupe.balance, 0);
    }

    function test_ASuccessorsOwnHandOverDoesNotCarryThePlaceItTook() public {
        _handOver(troupe, troupe, academy);
        _handOver(academy, academy, platform);
        // The troupe's credit goes to the academy, the academy's own to the platform.
        assertEq(royalties.recipientOf(troupe), academy);
        assertEq(royalties.recipientOf(academy), platform);
        _earn(NATIVE, 10);
        _claim(troupe, NATIVE);
        assertEq(academy.balance, 10);
    }

    function test_APlaceMayComeBack() public {
        _handOver(troupe, troupe, academy);
        _handOver(academy, troupe, troupe);
        assertEq(royalties.recipientOf(troupe), troupe);
        _earn(NATIVE, 10);
        _claim(troupe, NATIVE);
        assertEq(troupe.balance, 10);
        _handOver(troupe, troupe, platform);
        assertEq(royalties.recipientOf(troupe), platform);
    }

    function test_AnOfferIsTakenBackOrReplaced() public {
        _offer(troupe, troupe, academy);
        _offer(troupe, troupe, address(0));
        _notSuccessor(address(0), academy);
        royalties.acceptHandOver(troupe);
        _offer(troupe, troupe, academy);
        _offer(troupe, troupe, studio);
        _notSuccessor(studio, academy);
        royalties.acceptHandOver(troupe);
        vm.prank(studio);
        royalties.acceptHandOver(troupe);
        assertEq(royalties.recipientOf(troupe), studio);
    }

    function test_AnOfferIsAcceptedOnce() public {
        _handOver(troupe, troupe, academy);
        _handOver(academy, troupe, studio);
        _notSuccessor(address(0), academy);
        royalties.acceptHandOver(troupe);
    }

    function test_RevertWhen_AStrangerAccepts() public {
        _notSuccessor(address(0), auditor);
        royalties.acceptHandOver(troupe);
        _offer(troupe, troupe, academy);
        _notSuccessor(academy, auditor);
        royalties.acceptHandOver(troupe);
        _notSuccessor(academy, troupe);
        royalties.acceptHandOver(troupe);
    }

    function test_RevertWhen_AnybodyButTheRecipientHandsOver() public {
        _notRecipient(troupe, auditor);
        royalties.handOver(troupe, auditor);
        _offer(troupe, troupe, academy);
        // Who was offered a place does not have it yet.
        _notRecipient(troupe, academy);
        royalties.handOver(troupe, academy);
        vm.prank(academy);
        royalties.acceptHandOver(troupe);
        // And who handed it over has it no longer.
        _notRecipient(academy, troupe);
        royalties.handOver(troupe, troupe);
        vm.prank(academy);
        royalties.handOver(troupe, studio);
    }

    function test_APayeeThatCannotBePaidHandsOverAndItsCreditIsSaved() public {
        address refuser = address(new Refuser());
        Registration memory r = _mask("refused");
        r.payees = _payees(troupe, 5000, refuser, 5000);
        uint256 workId = _register(troupe, r);
        Shares memory shares;
        shares.payees = r.payees;
        royalties.pay{value: 10}(workId, NATIVE, 10, "ref");
        _settle(workId, shares, NATIVE);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimRefused.selector, refuser, 5));
        _claim(refuser, NATIVE);
        _handOver(refuser, refuser, academy);
        _claim(refuser, NATIVE);
        assertEq(academy.balance, 5);
    }

    function test_RevertWhen_TheRecipientRefuses_TheCreditStands() public {
        address refuser = address(new Refuser());
        _handOver(troupe, troupe, refuser);
        _earn(NATIVE, 10);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimRefused.selector, refuser, 10));
        _claim(troupe, NATIVE);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 10);
        _handOver(refuser, troupe, academy);
        _claim(troupe, NATIVE);
        assertEq(academy.balance, 10);
    }

    function testFuzz_OnlyTheLastWhoAcceptedIsPaid(uint8[5] calldata to, bool[5] calldata accepts) public {
        address[4] memory people = [troupe, academy, auditor, painter];
        address recipient = troupe;
        for (uint256 i = 0; i < to.length; ++i) {
            address next = people[to[i] % 4];
            _offer(recipient, troupe, next);
            if (!accepts[i]) continue;
            vm.prank(next);
            royalties.acceptHandOver(troupe);
            recipient = next;
        }
        assertEq(royalties.recipientOf(troupe), recipient);
        _earn(NATIVE, 10);
        _claim(troupe, NATIVE);
        for (uint256 i = 0; i < 4; ++i) assertEq(people[i].balance, people[i] == recipient ? 10 : 0);
    }

    function _offer(address recipient, address payee, address successor) private {
        vm.prank(recipient);
        royalties.handOver(payee, successor);
    }

    function _handOver(address recipient, address payee, address successor) private {
        _offer(recipient, payee, successor);
        vm.prank(successor);
        royalties.acceptHandOver(payee);
    }

    function _earn(address currency, uint256 amount) private {
        Shares memory none;
        royalties.pay{value: currency == NATIVE ? amount : 0}(_workId, currency, amount, "ref");
        _settle(_workId, none, currency);
    }

    function _claimBoth(address payee) private {
        address[] memory currencies = new address[](2);
        currencies[1] = address(yuan);
        royalties.claim(payee, currencies);
    }

    function _notSuccessor(address successor, address caller) private {
        vm.expectRevert(
            abi.encodeWithSelector(IRoyaltyLedger.HandOverNotSuccessor.selector, troupe, successor, caller)
        );
        vm.prank(caller);
    }

    function _notRecipient(address recipient, address caller) private {
        vm.expectRevert(
            abi.encodeWithSelector(IRoyaltyLedger.HandOverNotRecipient.selector, troupe, recipient, caller)
        );
        vm.prank(caller);
    }
}
