// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Question} from "../../contracts/licence/ILicenceRegistry.sol";
import {IRoyaltyLedger, Payment, Settlement} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {DISPLAY} from "../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Payee, Registration, Shares, Source} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {NosyToken} from "../support/sol/HostileTokens.sol";
import {vm} from "../support/sol/Vm.sol";
import {assertRefused} from "../support/sol/refused.sol";

/// @title The same thing twice in one list (R7): refused, or worth what once is worth.
contract TwiceTest is Fixture {
    uint256 private _root;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
    }

    /// @dev Once for each of its shares, and together what one share of both would be.
    function test_APayeeNamedTwiceIsPaidBothShares() public {
        Registration memory r = _mask("twice");
        r.payees = new Payee[](3);
        r.payees[0] = Payee(studio, 2000);
        r.payees[1] = Payee(platform, 5000);
        r.payees[2] = Payee(studio, 3000);
        uint256 workId = _register(troupe, r);
        Shares memory shares;
        shares.payees = r.payees;
        royalties.pay{value: 1001}(workId, NATIVE, 1001, "ref");
        _settle(workId, shares, NATIVE);
        assertEq(royalties.payeeCredit(studio, NATIVE), 501);
        assertEq(royalties.payeeCredit(platform, NATIVE), 500);
    }

    function test_AWorkPaidTwiceInOneCallIsPaidTheSum() public {
        Payment[] memory payments = new Payment[](2);
        payments[0] = Payment({workId: _root, amount: 3});
        payments[1] = Payment({workId: _root, amount: 4});
        royalties.payMany{value: 7}(payments, NATIVE, "ref");
        assertEq(royalties.workCredit(_root, NATIVE), 7);
        // A sum that overflows is no small sum.
        payments[1].amount = type(uint256).max;
        (bool ok, ) = address(royalties).call{value: 2}(
            abi.encodeCall(IRoyaltyLedger.payMany, (payments, NATIVE, "ref"))
        );
        assertTrue(!ok, "paid with an overflow");
    }

    function test_AWorkSettledTwiceIsSettledOnce() public {
        royalties.pay{value: 7}(_root, NATIVE, 7, "ref");
        Settlement[] memory list = new Settlement[](2);
        list[0].workId = list[1].workId = _root;
        royalties.settle(list, NATIVE);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 7);
    }

    function test_ACurrencyClaimedTwiceIsClaimedOnce() public {
        test_AWorkSettledTwiceIsSettledOnce();
        royalties.pay{value: 9}(_register(academy, _mask("other")), NATIVE, 9, "ref");
        address[] memory list = new address[](3);
        royalties.claim(troupe, list);
        assertEq(troupe.balance, 7);
        assertRefused(
            address(royalties),
            abi.encodeCall(IRoyaltyLedger.claim, (troupe, list)),
            IRoyaltyLedger.ClaimEmpty.selector
        );
    }

    function test_AQuestionAskedTwiceIsAnsweredTwice() public {
        bytes32 termsId = _license(troupe, _root, _freeTerms(), studio);
        Question[] memory questions = new Question[](3);
        questions[0] = questions[2] = Question(_root, termsId, studio, DISPLAY);
        questions[1] = Question(7, termsId, studio, DISPLAY);
        bool[] memory answers = licences.arePermitted(questions);
        assertTrue(answers[0] && !answers[1] && answers[2], "answered in another order");
    }

    function test_RevertWhen_ASourceIsNamedTwiceUnderOtherTerms() public {
        bytes32 termsId = _license(troupe, _root, _freeTerms(), troupe);
        Source[] memory sources = new Source[](2);
        sources[0] = Source(_root, 0, 100, false);
        sources[1] = Source(_root, termsId, 0, false);
        Registration memory r = _derivative("twice", sources);
        vm.prank(troupe);
        (bool ok, bytes memory answer) = address(works).call(
            abi.encodeCall(IWorkRegistry.register, (r, _none()))
        );
        assertTrue(!ok && bytes4(answer) == IWorkRegistry.SharesSourcesNotAscending.selector, "twice");
    }

    /// @dev The same words twice in one call register one work.
    function test_AWorkRegisteredTwiceInOneCallIsOne() public {
        Registration[] memory both = new Registration[](2);
        both[0] = both[1] = _mask("both");
        vm.prank(troupe);
        uint256[] memory ids = works.registerMany(both, new Shares[][](2));
        assertEq(ids[0], ids[1]);
        assertEq(works.balanceOf(troupe), 2);
    }

    /// @dev A token that acts while it is asked for a balance: it is asked by a static call, and can do nothing.
    function test_ATokenThatActsWhileItIsAskedDoesNothing() public {
        royalties.pay{value: 7}(_root, NATIVE, 7, "ref");
        Settlement[] memory list = new Settlement[](1);
        list[0].workId = _root;
        NosyToken token = new NosyToken(
            address(royalties),
            abi.encodeCall(IRoyaltyLedger.settle, (list, NATIVE))
        );
        royalties.pay(_root, address(token), 5, "ref");
        assertEq(royalties.workCredit(_root, address(token)), 5);
        assertEq(royalties.workCredit(_root, NATIVE), 7);
        assertEq(royalties.payeeCredit(troupe, NATIVE), 0);
    }
}
