// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../contracts/licence/Terms.sol";
import {IRoyaltyLedger, Payment} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {Shares} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {FeeToken} from "../support/sol/Doubles.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {
    BrokenToken,
    FalseToken,
    LyingToken,
    RebasingToken,
    SilentToken
} from "../support/sol/HostileTokens.sol";
import {vm} from "../support/sol/Vm.sol";
import {force} from "../support/sol/force.sol";

/// @title Tokens that are not what they should be: each spoils itself at most, and what is refused is not taken.
contract TokensTest is Fixture {
    uint256 private _root;
    Shares private _none_;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
        royalties.pay{value: 1000}(_root, NATIVE, 1000, "ref");
        royalties.pay(_root, address(yuan), 1000, "ref");
    }

    /// @dev Whatever a test did with its token, the other two currencies are whole and can be claimed.
    modifier othersAreWhole() {
        _;
        address[2] memory others = [NATIVE, address(yuan)];
        for (uint256 i = 0; i < 2; ++i) {
            assertEq(royalties.workCredit(_root, others[i]), 1000);
            _settle(_root, _none_, others[i]);
            _claim(troupe, others[i]);
        }
        assertEq(yuan.balanceOf(troupe), 1000);
        assertEq(yuan.balanceOf(address(royalties)), 0);
        assertEq(troupe.balance, 1000);
    }

    function test_ATokenWithAFeeIsCreditedAsItArrives() public othersAreWhole {
        FeeToken token = new FeeToken(address(this), WEALTH, 1000);
        token.approve(address(royalties), WEALTH);
        royalties.pay(_root, address(token), 1000, "ref");
        assertEq(royalties.workCredit(_root, address(token)), 900);
        _sellFor(address(token), 1000);
        assertEq(royalties.workCredit(_root, address(token)), 1800);
        Payment[] memory payments = new Payment[](2);
        payments[0] = Payment({workId: _root, amount: 500});
        payments[1] = Payment({workId: _root, amount: 500});
        uint256 own = token.balanceOf(address(this));
        _refused(
            abi.encodeCall(IRoyaltyLedger.payMany, (payments, address(token), "ref")),
            abi.encodeWithSelector(IRoyaltyLedger.PaymentShort.selector, 1000, 900)
        );
        assertEq(token.balanceOf(address(this)), own);
        _settle(_root, _none_, address(token));
        _claim(troupe, address(token));
        assertEq(token.balanceOf(address(royalties)), 0);
    }

    function test_ATokenThatKeepsAllOfItIsRefused() public othersAreWhole {
        FeeToken token = new FeeToken(address(this), WEALTH, 10_000);
        token.approve(address(royalties), WEALTH);
        _refused(
            abi.encodeCall(IRoyaltyLedger.pay, (_root, address(token), 1000, "ref")),
            abi.encodeWithSelector(IRoyaltyLedger.PaymentEmpty.selector, _root)
        );
        assertEq(token.balanceOf(address(this)), WEALTH);
    }

    function test_ATokenThatGrowsLeavesTheGrowthToNobody() public othersAreWhole {
        RebasingToken token = _rebasing();
        royalties.pay(_root, address(token), 1000, "ref");
        token.rebase(150);
        assertEq(royalties.workCredit(_root, address(token)), 1000);
        // What is paid now is what arrives now, not what grew meanwhile.
        royalties.pay(_root, address(token), 1000, "ref");
        assertEq(royalties.workCredit(_root, address(token)), 2500);
        assertEq(token.balanceOf(address(royalties)), 3000);
    }

    /// @dev A loss inside a token falls on who claims last in that token. No ledger that credits amounts can help it.
    function test_ATokenThatShrinksIsShortByItselfAlone() public othersAreWhole {
        RebasingToken token = _rebasing();
        royalties.pay(_root, address(token), 1000, "ref");
        _settle(_root, _none_, address(token));
        royalties.pay(_root, address(token), 1000, "ref");
        token.rebase(70);
        _claim(troupe, address(token));
        assertEq(royalties.payeeCredit(troupe, address(token)), 0);
        assertEq(royalties.workCredit(_root, address(token)), 1000);
    }

    function test_ATokenThatAnswersFalseIsRefused() public othersAreWhole {
        _refusedAll(address(new FalseToken()));
    }

    function test_ATokenThatAnswersNothingWorks() public othersAreWhole {
        SilentToken token = new SilentToken(address(this), WEALTH);
        token.approve(address(royalties), WEALTH);
        royalties.pay(_root, address(token), 1000, "ref");
        _sellFor(address(token), 500);
        token.transfer(royalties.receiverOf(_root), 250);
        royalties.sweep(_root, address(token));
        assertEq(royalties.workCredit(_root, address(token)), 1750);
        _settle(_root, _none_, address(token));
        _claim(troupe, address(token));
        assertEq(token.balanceOf(troupe), 1750);
    }

    function test_ATokenThatFailsInAnyWayIsRefused() public othersAreWhole {
        for (uint256 way = 0; way < 5; ++way) _refusedAll(address(new BrokenToken(BrokenToken.Way(way))));
    }

    function test_AnAddressWithoutCodeIsRefused() public othersAreWhole {
        _refusedAll(address(0xDEAD));
        _refusedAll(address(1));
        // Contracts of ours are no currencies.
        _refusedAll(address(royalties));
        _refusedAll(address(works));
        _refusedAll(address(licences));
        _refusedAll(royalties.RECEIVER());
    }

    /// @dev Its credits are what it says, and worth what it is worth; the others do not notice.
    function testFuzz_ATokenThatLiesAboutBalancesLiesAboutItselfAlone(
        uint256 before,
        uint256 after_
    ) public othersAreWhole {
        LyingToken token = new LyingToken();
        token.lie(before, after_);
        bytes memory call = abi.encodeCall(IRoyaltyLedger.pay, (_root, address(token), 5, "ref"));
        (bool ok, ) = address(royalties).call(call);
        assertTrue(ok == (after_ > before), "an arrival that is none");
        assertEq(royalties.workCredit(_root, address(token)), ok ? after_ - before : 0);
        // A credit so large that the next would overflow is the token's own misfortune.
        token.lie(0, type(uint256).max);
        (ok, ) = address(royalties).call(call);
        _settle(_root, _none_, address(token));
        _claimOf(address(token));
    }

    /// @dev Nobody is charged for a licence in a token that does not arrive.
    function test_RevertWhen_ALicencePriceDoesNotArrive() public othersAreWhole {
        Terms memory terms = _freeTerms();
        (terms.currency, terms.price) = (address(new FalseToken()), 7);
        vm.prank(troupe);
        bytes32 termsId = licences.offer(_root, terms);
        bytes memory call = abi.encodeCall(ILicenceRegistry.acquire, (_root, terms, studio, 1, 7));
        (bool ok, ) = address(licences).call(call);
        assertTrue(!ok, "a licence for nothing");
        assertEq(licences.licenceOf(_root, termsId, studio).since, 0);
    }

    /// @dev Native currency that nobody sent by a function is nobody's, and changes nothing.
    function test_ForcedNativeCurrencyChangesNothing() public othersAreWhole {
        force(address(royalties), 777);
        assertEq(address(royalties).balance, 1777);
        _refused(
            abi.encodeCall(IRoyaltyLedger.pay, (_root, NATIVE, 777, "ref")),
            abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 777, 0)
        );
        royalties.pay{value: 1}(_root, NATIVE, 1, "ref");
        assertEq(royalties.workCredit(_root, NATIVE), 1001);
        _settle(_root, _none_, NATIVE);
        _claim(troupe, NATIVE);
        assertEq(troupe.balance, 1001);
        assertEq(address(royalties).balance, 777);
        royalties.pay{value: 1000}(_root, NATIVE, 1000, "ref");
        vm.deal(troupe, 0);
    }

    /// @dev Upon a receiver it is a payment like any other.
    function test_NativeCurrencyForcedUponAReceiverIsPaidToItsWork() public {
        force(royalties.receiverOf(_root), 777);
        royalties.sweep(_root, NATIVE);
        assertEq(royalties.workCredit(_root, NATIVE), 1777);
    }

    /// @dev One value cannot pay twice: calls in one call carry none.
    function test_RevertWhen_OneValueIsToPayTwice() public {
        bytes[] memory calls = new bytes[](2);
        calls[0] = calls[1] = abi.encodeCall(IRoyaltyLedger.pay, (_root, NATIVE, 1, "ref"));
        bytes memory call = abi.encodeCall(royalties.multicall, (calls));
        (bool ok, ) = address(royalties).call{value: 1}(call);
        assertTrue(!ok, "value in a call of calls");
        _refused(call, abi.encodeWithSelector(IRoyaltyLedger.PaymentValueMismatch.selector, 1, 0));
        calls[0] = calls[1] = abi.encodeCall(IRoyaltyLedger.pay, (_root, address(yuan), 1, "ref"));
        royalties.multicall(calls);
        assertEq(royalties.workCredit(_root, address(yuan)), 1002);
    }

    function _refusedAll(address token) private {
        bytes[] memory calls = new bytes[](4);
        Payment[] memory payments = new Payment[](1);
        payments[0] = Payment({workId: _root, amount: 7});
        calls[0] = abi.encodeCall(IRoyaltyLedger.pay, (_root, token, 7, "ref"));
        calls[1] = abi.encodeCall(IRoyaltyLedger.payMany, (payments, token, "ref"));
        calls[2] = abi.encodeCall(IRoyaltyLedger.payWithPermit, (_root, token, 7, "x", 0, 27, "", ""));
        calls[3] = abi.encodeCall(IRoyaltyLedger.sweep, (_root, token));
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool ok, ) = address(royalties).call{gas: 2_000_000}(calls[i]);
            assertTrue(!ok, "a payment in nothing");
        }
        assertEq(royalties.workCredit(_root, token), 0);
    }

    function _refused(bytes memory call, bytes memory reason) private {
        (bool ok, bytes memory answer) = address(royalties).call(call);
        assertTrue(!ok, "not refused");
        assertEq(keccak256(answer), keccak256(reason));
    }

    function _sellFor(address currency, uint128 price) private {
        Terms memory terms = _freeTerms();
        (terms.currency, terms.price) = (currency, price);
        vm.prank(troupe);
        licences.offer(_root, terms);
        licences.acquire(_root, terms, studio, 1, price);
    }

    function _rebasing() private returns (RebasingToken token) {
        token = new RebasingToken(address(this), WEALTH);
        token.approve(address(royalties), WEALTH);
    }

    function _claimOf(address token) private {
        address[] memory list = new address[](3);
        (list[0], list[1], list[2]) = (token, address(yuan), NATIVE);
        if (royalties.payeeCredit(troupe, token) > 0) {
            list = new address[](1);
            list[0] = token;
            royalties.claim(troupe, list);
        }
    }
}
