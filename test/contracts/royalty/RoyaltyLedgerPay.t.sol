// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRoyaltyLedger, Payment} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Shares} from "../../../contracts/work/Work.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {FeeToken} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Vm, vm} from "../../support/sol/Vm.sol";

/// @title Paying several works at once, and paying works that are not there.
contract RoyaltyLedgerPayTest is Fixture {
    uint256 private constant UNKNOWN = 7;
    uint256 private _mask1;
    uint256 private _mask2;

    function setUp() public override {
        super.setUp();
        _mask1 = _register(troupe, _mask("first"));
        _mask2 = _register(academy, _mask("second"));
    }

    /* SEVERAL */

    function test_SeveralMayBeOne() public {
        Payment[] memory payments = new Payment[](1);
        payments[0] = Payment({workId: _mask1, amount: 30});
        vm.prank(studio);
        royalties.payMany(payments, address(yuan), "ref");
        assertEq(royalties.workCredit(_mask1, address(yuan)), 30);
    }

    function test_SeveralWorksAreDrawnForOnce() public {
        Payment[] memory payments = _payments(30, 40);
        vm.recordLogs();
        vm.prank(studio);
        royalties.payMany(payments, address(yuan), "ref");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        // One transfer of the whole and a line for each work.
        assertEq(logs.length, 3);
        assertEq(logs[0].emitter, address(yuan));
        assertEq(abi.decode(logs[0].data, (uint256)), 70);
        assertEq(yuan.balanceOf(studio), WEALTH - 70);
        assertEq(royalties.workCredit(_mask1, address(yuan)), 30);
        assertEq(royalties.workCredit(_mask2, address(yuan)), 40);
    }

    function test_EachWorkIsPaidInAnEventOfItsOwn() public {
        Payment[] memory payments = _payments(3, 4);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.WorkPaid(_mask1, NATIVE, "ref", platform, 3);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.WorkPaid(_mask2, NATIVE, "ref", platform, 4);
        vm.prank(platform);
        royalties.payMany{value: 7}(payments, NATIVE, "ref");
    }

    function test_OneWorkMayBePaidTwiceInAList() public {
        Payment[] memory payments = _payments(3, 4);
        payments[1].workId = _mask1;
        royalties.payMany{value: 7}(payments, NATIVE, "ref");
        assertEq(royalties.workCredit(_mask1, NATIVE), 7);
        assertEq(address(royalties).balance, 7);
    }

    function test_RevertWhen_ATokenKeepsAFee_AndNothingIsTaken() public {
        FeeToken fee = new FeeToken(address(this), 1000, 1000);
        fee.approve(address(royalties), 1000);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentShort.selector, 70, 63));
        royalties.payMany(_payments(30, 40), address(fee), "ref");
        assertEq(fee.balanceOf(address(this)), 1000);
        // One by one it is clear whose loss it is.
        royalties.pay(_mask1, address(fee), 30, "ref");
        assertEq(royalties.workCredit(_mask1, address(fee)), 27);
    }

    function test_RevertWhen_NobodyIsToBePaid() public {
        bytes memory reason = abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, 0);
        vm.expectRevert(reason);
        royalties.payMany(new Payment[](0), address(yuan), "ref");
        vm.expectRevert(reason);
        royalties.payMany{value: 1}(new Payment[](0), NATIVE, "ref");
    }

    function test_RevertWhen_TheSumDoesNotFit() public {
        Payment[] memory payments = _payments(type(uint256).max, 1);
        vm.expectRevert(abi.encodeWithSelector(0x4e487b71, 0x11));
        royalties.payMany(payments, NATIVE, "ref");
        vm.expectRevert(abi.encodeWithSelector(0x4e487b71, 0x11));
        royalties.payMany(payments, address(yuan), "ref");
    }

    function test_RevertWhen_OneOfThemIsPaidNothing() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _mask2));
        royalties.payMany(_payments(30, 0), address(yuan), "ref");
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _mask1));
        royalties.payMany(_payments(0, 0), address(yuan), "ref");
    }

    function test_RevertWhen_NativeCurrencyComesWithAToken() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 0, 1));
        royalties.payMany{value: 1}(_payments(30, 40), address(yuan), "ref");
    }

    function testFuzz_EveryPartOfASumArrives(uint128[4] calldata amounts) public {
        Payment[] memory payments = new Payment[](4);
        uint256[4] memory expected;
        uint256 sum = 0;
        for (uint256 i = 0; i < 4; ++i) {
            uint256 amount = 1 + (amounts[i] % (WEALTH / 8));
            payments[i] = Payment({workId: i % 3 == 0 ? _mask1 : _mask2, amount: amount});
            expected[i % 3 == 0 ? 0 : 1] += amount;
            sum += amount;
        }
        royalties.payMany(payments, address(yuan), "ref");
        assertEq(royalties.workCredit(_mask1, address(yuan)), expected[0]);
        assertEq(royalties.workCredit(_mask2, address(yuan)), expected[1]);
        assertEq(yuan.balanceOf(address(royalties)), sum);
    }

    /* WORKS THAT ARE NOT THERE */

    function test_RevertWhen_TheWorkIsUnknown_TheFirstTimeAndEveryTime() public {
        bytes memory unknown = abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, UNKNOWN);
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(unknown);
            royalties.pay{value: 1}(UNKNOWN, NATIVE, 1, "ref");
            vm.expectRevert(unknown);
            royalties.pay(UNKNOWN, address(yuan), 1, "ref");
            Payment[] memory payments = _payments(1, 1);
            payments[1].workId = UNKNOWN;
            vm.expectRevert(unknown);
            royalties.payMany(payments, address(yuan), "ref");
            vm.expectRevert(unknown);
            royalties.payWithPermit(UNKNOWN, address(yuan), 1, "ref", block.timestamp, 27, 0, 0);
            vm.expectRevert(unknown);
            royalties.payManyWithPermit(payments, address(yuan), "ref", block.timestamp, 27, 0, 0);
            vm.expectRevert(unknown);
            royalties.sweep(UNKNOWN, NATIVE);
            // Money that other works hold makes this one no better known.
            royalties.pay{value: 1}(_mask1, NATIVE, 1, "ref");
        }
        assertEq(royalties.workCredit(UNKNOWN, NATIVE) + royalties.workCredit(UNKNOWN, address(yuan)), 0);
    }

    function test_AKnownWorkIsPaidFirstAndLaterAndOnceItIsEmptyAgain() public {
        for (uint256 i = 1; i < 3; ++i) {
            royalties.pay{value: 10}(_mask1, NATIVE, 10, "ref");
            assertEq(royalties.workCredit(_mask1, NATIVE), 10 * i);
        }
        Shares memory none;
        _settle(_mask1, none, NATIVE);
        royalties.pay{value: 10}(_mask1, NATIVE, 10, "ref");
        assertEq(royalties.workCredit(_mask1, NATIVE), 10);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 20);
    }

    function _payments(uint256 first, uint256 second) private view returns (Payment[] memory payments) {
        payments = new Payment[](2);
        payments[0] = Payment({workId: _mask1, amount: first});
        payments[1] = Payment({workId: _mask2, amount: second});
    }
}
