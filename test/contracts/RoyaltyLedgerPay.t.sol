// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IRoyaltyLedger, Payment} from "../../contracts/interfaces/IRoyaltyLedger.sol";
import {IWorkToken} from "../../contracts/interfaces/IWorkToken.sol";
import {Shares} from "../../contracts/types/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {FeeToken} from "../support/sol/Doubles.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {PermitToken} from "../support/sol/Tokens.sol";
import {Vm, vm} from "../support/sol/Vm.sol";

/// @title Paying several works at once, paying by permit, and paying works that are not there.
contract RoyaltyLedgerPayTest is Fixture {
    uint256 private constant UNKNOWN = 7;
    uint256 private _mask1;
    uint256 private _mask2;
    PermitToken private _token;

    function setUp() public override {
        super.setUp();
        _mask1 = _register(troupe, _mask("first"));
        _mask2 = _register(academy, _mask("second"));
        _token = new PermitToken(painter, 1000);
    }

    /* SEVERAL */

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

    /* BY PERMIT */

    function test_APermitIsAsGoodAsAnAllowance() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(300, block.timestamp);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.WorkPaid(_mask1, address(_token), "ref", painter, 300);
        vm.prank(painter);
        royalties.payWithPermit(_mask1, address(_token), 300, "ref", block.timestamp, v, r, s);
        assertEq(_token.balanceOf(painter), 700);
        assertEq(_token.allowance(painter, address(royalties)), 0);
        assertEq(royalties.workCredit(_mask1, address(_token)), 300);
    }

    function test_APermitThatSomebodyElseUsedUpStillPays() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(300, block.timestamp);
        vm.prank(auditor);
        _token.permit(painter, address(royalties), 300, block.timestamp, v, r, s);
        assertEq(_token.nonces(painter), 1);
        vm.prank(painter);
        royalties.payWithPermit(_mask1, address(_token), 300, "ref", block.timestamp, v, r, s);
        assertEq(royalties.workCredit(_mask1, address(_token)), 300);
    }

    function test_RevertWhen_ThePermitIsSomebodyElses() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(300, block.timestamp);
        vm.expectRevert(_noAllowance(300));
        vm.prank(auditor);
        royalties.payWithPermit(_mask1, address(_token), 300, "ref", block.timestamp, v, r, s);
        assertEq(_token.balanceOf(painter), 1000);
    }

    function test_RevertWhen_ThePermitIsForLessOrPastItsDeadline() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(299, block.timestamp);
        vm.expectRevert(_noAllowance(300));
        vm.prank(painter);
        royalties.payWithPermit(_mask1, address(_token), 300, "ref", block.timestamp, v, r, s);
        (v, r, s) = _permit(300, block.timestamp - 1);
        vm.expectRevert(_noAllowance(300));
        vm.prank(painter);
        royalties.payWithPermit(_mask1, address(_token), 300, "ref", block.timestamp - 1, v, r, s);
        assertTrue(_token.nonces(painter) == 0, "used");
    }

    function test_ATokenWithoutPermitsIsPaidFromItsAllowance() public {
        vm.prank(studio);
        royalties.payWithPermit(_mask1, address(yuan), 300, "ref", block.timestamp, 27, 0, 0);
        assertEq(royalties.workCredit(_mask1, address(yuan)), 300);
    }

    function test_RevertWhen_NativeCurrencyIsPaidByPermit() public {
        (bool done, ) = address(royalties).call(
            abi.encodeCall(royalties.payWithPermit, (_mask1, NATIVE, 300, "ref", block.timestamp, 27, 0, 0))
        );
        assertTrue(!done, "paid");
        (done, ) = address(royalties).call{value: 300}(
            abi.encodeCall(royalties.payWithPermit, (_mask1, NATIVE, 300, "ref", block.timestamp, 27, 0, 0))
        );
        assertTrue(!done, "paid with value");
        assertEq(royalties.workCredit(_mask1, NATIVE), 0);
    }

    function _payments(uint256 first, uint256 second) private view returns (Payment[] memory payments) {
        payments = new Payment[](2);
        payments[0] = Payment({workId: _mask1, amount: first});
        payments[1] = Payment({workId: _mask2, amount: second});
    }

    function _permit(uint256 amount, uint256 deadline) private view returns (uint8, bytes32, bytes32) {
        bytes32 typeHash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 structHash = keccak256(
            abi.encode(typeHash, painter, address(royalties), amount, _token.nonces(painter), deadline)
        );
        bytes32 domain = _token.DOMAIN_SEPARATOR();
        return vm.sign(PAINTER_KEY, keccak256(bytes.concat(hex"1901", domain, structHash)));
    }

    function _noAllowance(uint256 needed) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(royalties),
                0,
                needed
            );
    }
}
