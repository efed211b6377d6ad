// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IRoyaltyLedger, Payment, Settlement} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Edge, Registration, Shares, Source} from "../../../contracts/work/Work.sol";
import {assertEq, bound} from "../../support/sol/Assert.sol";
import {FeeToken, Reentrant, Refuser} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

contract RoyaltyLedgerTest is Fixture {
    uint256 private _root;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
    }

    function test_APaymentCreditsTheWork() public {
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.WorkPaid(_root, NATIVE, "ref", studio, 70);
        vm.prank(studio);
        royalties.pay{value: 70}(_root, NATIVE, 70, "ref");
        royalties.pay(_root, address(yuan), 30, "ref");
        assertEq(royalties.workCredit(_root, NATIVE), 70);
        assertEq(royalties.workCredit(_root, address(yuan)), 30);
        assertEq(address(royalties).balance, 70);
        assertEq(yuan.balanceOf(address(royalties)), 30);
    }

    /// @dev One unit, of which source and second payee get none: that is not told as if they had.
    function test_AShareOfNothingIsNotTold() public {
        Registration memory r = _derivative("shared", _source(_root, 0, 1, false));
        r.payees = _payees(troupe, 6000, academy, 4000);
        uint256 workId = _register(troupe, r);
        royalties.pay{value: 1}(workId, NATIVE, 1, "ref");
        vm.recordLogs();
        _settle(workId, Shares({sources: r.sources, inherited: new Edge[](0), payees: r.payees}), NATIVE);
        assertEq(vm.getRecordedLogs().length, 1);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 1);
    }

    function test_SeveralWorksArePaidAtOnce() public {
        uint256 other = _register(academy, _mask("other"));
        Payment[] memory payments = new Payment[](2);
        payments[0] = Payment({workId: _root, amount: 3});
        payments[1] = Payment({workId: other, amount: 4});
        royalties.payMany{value: 7}(payments, NATIVE, "ref");
        royalties.payMany(payments, address(yuan), "ref");
        assertEq(royalties.workCredit(_root, NATIVE), 3);
        assertEq(royalties.workCredit(other, address(yuan)), 4);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 7, 6));
        royalties.payMany{value: 6}(payments, NATIVE, "ref");
    }

    function test_RevertWhen_ThePaymentIsEmpty() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _root));
        royalties.pay(_root, NATIVE, 0, "ref");
    }

    function test_RevertWhen_TheValueIsNotTheAmount() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 7, 6));
        royalties.pay{value: 6}(_root, NATIVE, 7, "ref");
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 0, 7));
        royalties.pay{value: 7}(_root, address(yuan), 7, "ref");
    }

    function test_RevertWhen_TheWorkIsUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7);
        vm.expectRevert(unknown);
        royalties.pay{value: 1}(7, NATIVE, 1, "ref");
        Settlement[] memory list = new Settlement[](1);
        list[0].workId = 7;
        vm.expectRevert(unknown);
        royalties.settle(list, NATIVE);
    }

    function test_RevertWhen_OneOfSeveralPaymentsIsWrong() public {
        Payment[] memory payments = new Payment[](2);
        payments[0] = Payment({workId: _root, amount: 3});
        payments[1] = Payment({workId: _root, amount: 0});
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _root));
        royalties.payMany{value: 3}(payments, NATIVE, "ref");
        payments[1] = Payment({workId: 7, amount: 4});
        vm.expectRevert(abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7));
        royalties.payMany{value: 7}(payments, NATIVE, "ref");
        assertEq(royalties.workCredit(_root, NATIVE), 0);
    }

    function test_RevertWhen_ThePriceCollectedIsNotSent() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 7, 0));
        vm.prank(address(licences));
        royalties.collect(studio, _root, NATIVE, 7, "ref");
    }

    function test_RevertWhen_SomebodyElseCollects() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentCollectorUnknown.selector, auditor));
        vm.prank(auditor);
        royalties.collect(studio, _root, address(yuan), 7, "ref");
        vm.prank(address(licences));
        royalties.collect(studio, _root, address(yuan), 7, "ref");
        assertEq(yuan.balanceOf(studio), WEALTH - 7);
    }

    function test_ATokenThatTakesAFeeIsCreditedByWhatArrived() public {
        FeeToken token = new FeeToken(address(this), 2000, 1000);
        token.approve(address(royalties), 2000);
        royalties.pay(_root, address(token), 1000, "ref");
        assertEq(royalties.workCredit(_root, address(token)), 900);
        assertEq(token.balanceOf(address(royalties)), 900);
    }

    function test_RevertWhen_NothingArrives() public {
        FeeToken token = new FeeToken(address(this), 1000, 10_000);
        token.approve(address(royalties), 1000);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _root));
        royalties.pay(_root, address(token), 1000, "ref");
    }

    function test_MoneyMovesTwoGenerationsUp() public {
        // root <- child owes 5 % to root for ever <- grandchild owes 10 % to child.
        Source[] memory up = _source(_root, 0, 500, true);
        uint256 child = _register(troupe, _derivative("child", up));
        Shares memory childShares = _shares(troupe, up, new Edge[](0));
        Registration memory r = _derivative("grandchild", _source(child, 0, 1000, false));
        r.payees = _payees(studio, 6000, platform, 4000);
        uint256 grandchild = _register(troupe, r, childShares);
        Shares memory shares = Shares({sources: r.sources, inherited: _edge(_root, 500), payees: r.payees});
        royalties.pay{value: 10_000}(grandchild, NATIVE, 10_000, "ref");

        Settlement[] memory list = new Settlement[](3);
        list[0] = Settlement({workId: grandchild, shares: shares});
        list[1] = Settlement({workId: child, shares: childShares});
        list[2].workId = _root;
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.SourceCredited(grandchild, child, NATIVE, 1000);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.SourceCredited(grandchild, _root, NATIVE, 500);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.PayeeCredited(grandchild, platform, NATIVE, 3400);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.PayeeCredited(grandchild, studio, NATIVE, 5100);
        royalties.settle(list, NATIVE);

        // The child passed 50 of its 1,000 on; the root is its creator's alone.
        assertEq(royalties.payeeCredit(troupe, NATIVE), 950 + 550);
        assertEq(royalties.workCredit(_root, NATIVE) + royalties.workCredit(child, NATIVE), 0);
    }

    function test_TheRoundingRestIsTheFirstPayees() public {
        Registration memory r = _derivative("child", _source(_root, 0, 3333, false));
        r.payees = _payees(studio, 3333, platform, 6667);
        uint256 child = _register(troupe, r);
        royalties.pay{value: 10}(child, NATIVE, 10, "ref");
        _settle(child, Shares({sources: r.sources, inherited: new Edge[](0), payees: r.payees}), NATIVE);
        assertEq(royalties.workCredit(_root, NATIVE), 3);
        assertEq(royalties.payeeCredit(platform, NATIVE), 4);
        assertEq(royalties.payeeCredit(studio, NATIVE), 3);
    }

    function test_SettlingNothingDoesNothing() public {
        Shares memory empty;
        _settle(_root, empty, NATIVE);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 0);
    }

    function test_RevertWhen_TheSharesAreForged() public {
        Shares memory forged = _shares(auditor, new Source[](0), new Edge[](0));
        royalties.pay{value: 10}(_root, NATIVE, 10, "ref");
        bytes32 got = _hash(forged);
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.SharesMismatch.selector, _root, bytes32(0), got)
        );
        _settle(_root, forged, NATIVE);
    }

    function test_APayeeClaimsItsCreditInEveryCurrency() public {
        _earn(_root, 10);
        royalties.pay(_root, address(yuan), 20, "ref");
        Shares memory empty;
        _settle(_root, empty, address(yuan));
        address[] memory currencies = new address[](2);
        currencies[1] = address(yuan);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.Claimed(troupe, NATIVE, 10);
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.Claimed(troupe, address(yuan), 20);
        vm.prank(auditor);
        royalties.claim(troupe, currencies);
        assertEq(troupe.balance, 10);
        assertEq(yuan.balanceOf(troupe), 20);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 0);
    }

    function test_RevertWhen_ThereIsNothingToClaim() public {
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimEmpty.selector, troupe));
        _claim(troupe, NATIVE);
        _earn(_root, 10);
        _claim(troupe, NATIVE);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimEmpty.selector, troupe));
        _claim(troupe, NATIVE);
    }

    function test_RevertWhen_ThePayeeRefuses_AndItsCreditStands() public {
        Refuser refuser = new Refuser();
        _earn(_register(address(refuser), _mask("mask")), 10);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.ClaimRefused.selector, address(refuser), 10));
        _claim(address(refuser), NATIVE);
        assertEq(royalties.payeeCredit(address(refuser), NATIVE), 10);
        refuser.relent();
        _claim(address(refuser), NATIVE);
        assertEq(address(refuser).balance, 10);
    }

    function test_APayeeThatClaimsAgainWhilePaidIsPaidOnce() public {
        Reentrant payee = new Reentrant(royalties);
        _earn(_root, 100);
        _earn(_register(address(payee), _mask("mask")), 10);
        _claim(address(payee), NATIVE);
        assertEq(payee.received(), 10);
        assertEq(
            keccak256(payee.reason()),
            keccak256(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector))
        );
        assertEq(address(royalties).balance, 100);
    }

    function testFuzz_NothingIsLostInASettlement(uint128 amount, uint16 a, uint16 b, uint16 c) public {
        vm.assume(amount > 0);
        uint16 up = uint16(bound(a, 0, 10_000));
        uint16 first = uint16(bound(b, 1, 9999));
        Registration memory r = _derivative(bytes32(uint256(c) + 1), _source(_root, 0, up, false));
        r.payees = _payees(studio, first, platform, 10_000 - first);
        uint256 child = _register(troupe, r);
        vm.deal(address(this), amount);
        royalties.pay{value: amount}(child, NATIVE, amount, "ref");
        _settle(child, Shares({sources: r.sources, inherited: new Edge[](0), payees: r.payees}), NATIVE);
        uint256 toRoot = (uint256(amount) * up) / 10_000;
        uint256 toPlatform = ((amount - toRoot) * (10_000 - first)) / 10_000;
        assertEq(royalties.workCredit(_root, NATIVE), toRoot);
        assertEq(royalties.payeeCredit(platform, NATIVE), toPlatform);
        assertEq(royalties.payeeCredit(studio, NATIVE), amount - toRoot - toPlatform);
    }

    /// @dev Pays and settles a work whose creator alone is paid.
    function _earn(uint256 workId, uint256 amount) private {
        Shares memory empty;
        royalties.pay{value: amount}(workId, NATIVE, amount, "ref");
        _settle(workId, empty, NATIVE);
    }
}
