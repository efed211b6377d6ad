// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRoyaltyLedger} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {Registration, Shares} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {ReceiverAt} from "../../support/sol/Deployed.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

contract RoyaltyReceiverTest is Fixture {
    uint256 private _workId;
    address private _receiver;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
        _receiver = royalties.receiverOf(_workId);
    }

    function test_WhatLandsBeforeTheReceiverExistsIsSwept() public {
        assertEq(_receiver.code.length, 0);
        _send(70);
        yuan.transfer(_receiver, 30);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.WorkPaid(_workId, NATIVE, "ERC2981", _receiver, 70);
        vm.prank(auditor);
        royalties.sweep(_workId, NATIVE);
        assertTrue(_receiver.code.length > 0, "not deployed");
        royalties.sweep(_workId, address(yuan));
        assertEq(royalties.workCredit(_workId, NATIVE), 70);
        assertEq(royalties.workCredit(_workId, address(yuan)), 30);
    }

    function test_WhatLandsAfterwardsIsSweptToo() public {
        _send(1);
        royalties.sweep(_workId, NATIVE);
        _send(6);
        ReceiverAt(_receiver).sweep(NATIVE);
        yuan.transfer(_receiver, 5);
        royalties.sweep(_workId, address(yuan));
        assertEq(royalties.workCredit(_workId, NATIVE), 7);
        assertEq(royalties.workCredit(_workId, address(yuan)), 5);
        assertEq(_receiver.balance + yuan.balanceOf(_receiver), 0);
    }

    function test_EveryWorkHasAReceiverOfItsOwn() public {
        uint256 other = _register(troupe, _mask("other"));
        assertTrue(royalties.receiverOf(other) != _receiver, "shared");
        _send(7);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, other));
        royalties.sweep(other, NATIVE);
    }

    function test_AReceiverThatIsAPayeePassesItsClaimToItsWork() public {
        Registration memory r = _mask("fan");
        r.payees = _payees(studio, 6000, _receiver, 4000);
        uint256 fan = _register(studio, r);
        royalties.pay{value: 10}(fan, NATIVE, 10, "ref");
        royalties.pay(fan, address(yuan), 20, "ref");
        Shares memory shares;
        shares.payees = r.payees;
        _settle(fan, shares, NATIVE);
        _settle(fan, shares, address(yuan));

        // Claimed in native currency before the receiver is deployed, in a token afterwards.
        _claim(_receiver, NATIVE);
        royalties.sweep(_workId, NATIVE);
        _claim(_receiver, address(yuan));
        royalties.sweep(_workId, address(yuan));
        assertEq(royalties.workCredit(_workId, NATIVE), 4);
        assertEq(royalties.workCredit(_workId, address(yuan)), 8);
    }

    function test_RevertWhen_ThereIsNothingToSweep() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _workId));
        royalties.sweep(_workId, NATIVE);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _workId));
        royalties.sweep(_workId, address(yuan));
    }

    function _send(uint256 amount) private {
        (bool sent, ) = _receiver.call{value: amount}("");
        assertTrue(sent, "not sent");
    }
}
