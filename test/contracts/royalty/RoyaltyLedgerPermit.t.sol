// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IRoyaltyLedger, Payment} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {PermitToken} from "../../support/sol/PermitToken.sol";
import {Vm, vm} from "../../support/sol/Vm.sol";

/// @title Paying one work or several by a signed permit (ERC-2612) in place of an allowance.
contract RoyaltyLedgerPermitTest is Fixture {
    struct Permit {
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    uint256 private _first;
    uint256 private _second;
    PermitToken private _token;

    function setUp() public override {
        super.setUp();
        _first = _register(troupe, _mask("first"));
        _second = _register(academy, _mask("second"));
        _token = new PermitToken();
        _token.mint(painter, 1000);
    }

    function test_APermitIsAsGoodAsAnAllowance() public {
        Permit memory permit = _permit(300, block.timestamp);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.WorkPaid(_first, address(_token), "ref", painter, 300);
        _pay(painter, 300, permit);
        assertEq(_token.balanceOf(painter), 700);
        assertEq(_token.allowance(painter, address(royalties)), 0);
        assertEq(royalties.workCredit(_first, address(_token)), 300);
    }

    function test_APermitForTheSumPaysSeveralWorks() public {
        Permit memory permit = _permit(300, block.timestamp);
        vm.recordLogs();
        _payMany(painter, _payments(100, 200), permit);
        // The permit, one transfer of the whole, and a line for each work.
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 4);
        assertEq(logs[0].topics[0], keccak256("Approval(address,address,uint256)"));
        assertEq(abi.decode(logs[1].data, (uint256)), 300);
        assertEq(logs[2].topics[0], IRoyaltyLedger.WorkPaid.selector);
        assertEq(logs[3].topics[0], IRoyaltyLedger.WorkPaid.selector);
        assertEq(royalties.workCredit(_first, address(_token)), 100);
        assertEq(royalties.workCredit(_second, address(_token)), 200);
        assertEq(_token.balanceOf(painter), 700);
        assertEq(_token.allowance(painter, address(royalties)), 0);
    }

    function test_APermitThatSomebodyElseUsedUpStillPays() public {
        for (uint256 i = 0; i < 2; ++i) {
            Permit memory permit = _permit(300, block.timestamp);
            vm.prank(auditor);
            _token.permit(painter, address(royalties), 300, permit.deadline, permit.v, permit.r, permit.s);
            assertEq(_token.nonces(painter), i + 1);
            if (i == 0) _pay(painter, 300, permit);
            else _payMany(painter, _payments(100, 200), permit);
        }
        assertEq(royalties.workCredit(_first, address(_token)), 400);
        assertEq(royalties.workCredit(_second, address(_token)), 200);
    }

    function test_RevertWhen_ThePermitIsSomebodyElses() public {
        Permit memory permit = _permit(300, block.timestamp);
        vm.expectRevert(_noAllowance(300));
        _pay(auditor, 300, permit);
        vm.expectRevert(_noAllowance(300));
        _payMany(auditor, _payments(100, 200), permit);
        assertEq(_token.balanceOf(painter), 1000);
        assertEq(_token.nonces(painter), 0);
    }

    function test_RevertWhen_ThePermitIsForLessOrPastItsDeadline() public {
        Permit[2] memory permits = [_permit(299, block.timestamp), _permit(300, block.timestamp - 1)];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(_noAllowance(300));
            _pay(painter, 300, permits[i]);
            vm.expectRevert(_noAllowance(300));
            _payMany(painter, _payments(100, 200), permits[i]);
        }
        assertEq(_token.nonces(painter), 0);
    }

    function test_ATokenWithoutPermitsIsPaidFromItsAllowance() public {
        vm.prank(studio);
        royalties.payWithPermit(_first, address(yuan), 300, "ref", block.timestamp, 27, 0, 0);
        vm.prank(studio);
        royalties.payManyWithPermit(_payments(1, 2), address(yuan), "ref", block.timestamp, 27, 0, 0);
        assertEq(royalties.workCredit(_first, address(yuan)), 301);
        assertEq(royalties.workCredit(_second, address(yuan)), 2);
    }

    function test_RevertWhen_SeveralWorksByPermitAreNoneOrPaidNothing() public {
        Permit memory permit = _permit(300, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, 0));
        _payMany(painter, new Payment[](0), permit);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _second));
        _payMany(painter, _payments(300, 0), permit);
        // What was refused used no permit up.
        _payMany(painter, _payments(299, 1), permit);
        assertEq(royalties.workCredit(_second, address(_token)), 1);
    }

    /// @dev Nothing is sent along, so there is nothing to pay with; and what is sent along is refused.
    function test_RevertWhen_NativeCurrencyIsPaidByPermit() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 300, 0));
        royalties.payWithPermit(_first, NATIVE, 300, "ref", block.timestamp, 27, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 300, 0));
        royalties.payManyWithPermit(_payments(100, 200), NATIVE, "ref", block.timestamp, 27, 0, 0);
        (bool done, bytes memory answer) = address(royalties).call{value: 300}(
            abi.encodeCall(royalties.payWithPermit, (_first, NATIVE, 300, "ref", block.timestamp, 27, 0, 0))
        );
        assertTrue(!done && answer.length == 0, "paid");
        assertEq(royalties.workCredit(_first, NATIVE), 0);
    }

    function testFuzz_APermitPaysExactlyWhatItIsFor(uint96 value, uint96 other, bool exact) public {
        vm.assume(value > 0 && other > 0);
        _token.mint(painter, type(uint128).max);
        uint256 amount = exact ? value : other;
        Permit memory permit = _permit(value, block.timestamp);
        bool pays = amount == value;
        if (!pays) vm.expectRevert(_noAllowance(amount));
        _pay(painter, amount, permit);
        assertEq(royalties.workCredit(_first, address(_token)), pays ? amount : 0);
    }

    function _permit(uint256 value, uint256 deadline) private view returns (Permit memory permit) {
        permit.deadline = deadline;
        (permit.v, permit.r, permit.s) = _token.sign(PAINTER_KEY, address(royalties), value, deadline);
    }

    function _pay(address payer, uint256 amount, Permit memory p) private {
        vm.prank(payer);
        royalties.payWithPermit(_first, address(_token), amount, "ref", p.deadline, p.v, p.r, p.s);
    }

    function _payMany(address payer, Payment[] memory payments, Permit memory p) private {
        vm.prank(payer);
        royalties.payManyWithPermit(payments, address(_token), "ref", p.deadline, p.v, p.r, p.s);
    }

    function _payments(uint256 first, uint256 second) private view returns (Payment[] memory payments) {
        payments = new Payment[](2);
        payments[0] = Payment({workId: _first, amount: first});
        payments[1] = Payment({workId: _second, amount: second});
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
