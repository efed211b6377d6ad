// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IRoyaltyLedger, Payment} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {Payee, Shares} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {Refuser} from "../support/sol/Doubles.sol";
import {PermitToken} from "../support/sol/PermitToken.sol";
import {vm} from "../support/sol/Vm.sol";
import {force} from "../support/sol/force.sol";
import {Licensees} from "./Licensees.sol";

/// @title Payers, settlers, claimers, and payees who hand over.
abstract contract Payers is Licensees {
    function pay(uint256 work, uint256 coin, uint256 who, uint256 amount) external acts {
        if (nodes.length == 0) return;
        address currency = _currency(coin);
        amount = bound(amount, 0, 1 ether);
        uint256 workId = _node(work).workId;
        uint256 value = currency == NATIVE ? amount : 0;
        bytes memory call = abi.encodeCall(IRoyaltyLedger.pay, (workId, currency, amount, "ref"));
        if (!_act(_person(who), address(royalties), value, call)) return;
        paid[currency] += _arrives(currency, amount);
        _did("pay");
    }

    function payMany(uint256[3] calldata seeds, uint256 coin, uint256[3] calldata amounts) external acts {
        if (nodes.length == 0) return;
        Payment[] memory payments = new Payment[](3);
        uint256 sum = 0;
        for (uint256 i = 0; i < 3; ++i) {
            payments[i].workId = _node(seeds[i]).workId;
            payments[i].amount = bound(amounts[i], amounts[i] % 8 == 0 ? 0 : 1, 1 ether);
            sum += payments[i].amount;
        }
        address currency = _currency(coin);
        uint256 value = currency == NATIVE ? sum : 0;
        bytes memory call = abi.encodeCall(IRoyaltyLedger.payMany, (payments, currency, "ref"));
        if (!_act(studio, address(royalties), value, call)) return;
        paid[currency] += sum;
        _did("payMany");
    }

    /// @param early Whether somebody else uses the permit before.
    function payWithPermit(uint256 work, uint256 amount, bool early) external acts {
        if (nodes.length == 0) return;
        PermitToken coin = PermitToken(currencies[1]);
        amount = bound(amount, 1, 1 ether);
        vm.prank(painter);
        coin.approve(address(royalties), 0);
        (uint8 v, bytes32 r, bytes32 s) = coin.sign(PAINTER_KEY, address(royalties), amount, time);
        if (early) coin.permit(painter, address(royalties), amount, time, v, r, s);
        bytes memory call = abi.encodeCall(
            IRoyaltyLedger.payWithPermit,
            (_node(work).workId, address(coin), amount, "ref", time, v, r, s)
        );
        assertTrue(_act(painter, address(royalties), call), "a permit was refused");
        paid[address(coin)] += amount;
        _did("payWithPermit");
    }

    /// @dev A marketplace pays the receiver, and anybody brings it in.
    function sweep(uint256 work, uint256 coin, uint256 amount) external acts {
        if (nodes.length == 0) return;
        address currency = _currency(coin);
        uint256 workId = _node(work).workId;
        address receiver = royalties.receiverOf(workId);
        amount = bound(amount, 0, 1 ether);
        if (currency == NATIVE) {
            vm.deal(receiver, receiver.balance + amount);
        } else {
            vm.prank(platform);
            IERC20(currency).transfer(receiver, amount);
        }
        uint256 there = currency == NATIVE ? receiver.balance : IERC20(currency).balanceOf(receiver);
        bytes memory call = abi.encodeCall(IRoyaltyLedger.sweep, (workId, currency));
        if (!_act(address(0xBAD), address(royalties), call)) return;
        paid[currency] += _arrives(currency, there);
        _did("sweep");
    }

    /// @dev Past all functions: by the end of a contract, or by a plain transfer of a token.
    function forceUpon(uint256 coin, uint256 amount) external acts {
        address currency = _currency(coin);
        amount = bound(amount, 1, 1 ether);
        if (currency == NATIVE) {
            vm.deal(address(this), amount);
            force(address(royalties), amount);
        } else {
            vm.prank(platform);
            IERC20(currency).transfer(address(royalties), amount);
        }
        forced[currency] += _arrives(currency, amount);
        _did("force");
    }

    /// @dev Law: every split sums, and goes by the shares that were fixed at registration: what the sources and all
    /// payees but the first get is their share rounded down, and the first payee gets what is left.
    function settle(uint256 seed, uint256 coin) external acts {
        if (nodes.length == 0) return;
        uint256 index = _at(seed);
        address currency = _currency(coin);
        uint256 workId = nodes[index].workId;
        assertEq(works.sharesHashOf(workId), nodes[index].sharesHash);
        Shares memory shares = _sharesAt(index);
        uint256 amount = royalties.workCredit(workId, currency);
        (uint256[] memory upstream, uint256[] memory people_) = _expected(index, shares, currency, amount);
        _settle(workId, shares, currency);
        assertEq(royalties.workCredit(workId, currency), 0);
        for (uint256 i = 0; i < nodes.length; ++i) {
            if (i != index) assertEq(royalties.workCredit(nodes[i].workId, currency), upstream[i]);
        }
        for (uint256 i = 0; i < payees.length; ++i) {
            assertEq(royalties.payeeCredit(payees[i], currency), people_[i]);
        }
        if (amount > 0) _did("settle");
    }

    function claim(uint256 who, uint256 coin) external acts {
        address payee = payees[who % payees.length];
        address currency = _currency(coin);
        address recipient = royalties.recipientOf(payee);
        uint256 credit = royalties.payeeCredit(payee, currency);
        uint256 before = _balance(recipient, currency);
        address[] memory list = new address[](2);
        (list[0], list[1]) = (currency, currency);
        bytes memory call = abi.encodeCall(IRoyaltyLedger.claim, (payee, list));
        if (!_act(address(0xBAD), address(royalties), call)) return;
        assertEq(_balance(recipient, currency), before + _arrives(currency, credit));
        claimed[currency] += credit;
        _seen[currency][payee] = 0;
        _did("claim");
    }

    function handOver(uint256 who, uint256 to, bool accept) external acts {
        address payee = payees[who % payees.length];
        address successor = _person(to);
        address recipient = royalties.recipientOf(payee);
        if (!accept) {
            bytes memory call = abi.encodeCall(IRoyaltyLedger.handOver, (payee, successor));
            if (_act(recipient, address(royalties), call)) _did("handOver");
        } else if (
            _act(successor, address(royalties), abi.encodeCall(IRoyaltyLedger.acceptHandOver, (payee)))
        ) {
            assertEq(royalties.recipientOf(payee), successor);
            _did("acceptHandOver");
        }
    }

    function relent() external acts {
        Refuser(payable(people[6])).relent();
    }

    function _balance(address who, address currency) private view returns (uint256) {
        return currency == NATIVE ? who.balance : IERC20(currency).balanceOf(who);
    }

    /// @dev What all works and payees hold after a settlement, by schoolbook arithmetic.
    function _expected(
        uint256 index,
        Shares memory shares,
        address currency,
        uint256 amount
    ) private view returns (uint256[] memory upstream, uint256[] memory downstream) {
        upstream = new uint256[](nodes.length);
        downstream = new uint256[](payees.length);
        for (uint256 i = 0; i < upstream.length; ++i) {
            upstream[i] = royalties.workCredit(nodes[i].workId, currency);
        }
        for (uint256 i = 0; i < downstream.length; ++i) {
            downstream[i] = royalties.payeeCredit(payees[i], currency);
        }
        uint256 rest = amount;
        for (uint256 i = 0; i < shares.sources.length; ++i) {
            uint256 part = (amount * shares.sources[i].shareBps) / 10_000;
            upstream[_indexOf(shares.sources[i].workId)] += part;
            rest -= part;
        }
        for (uint256 i = 0; i < shares.inherited.length; ++i) {
            uint256 part = (amount * shares.inherited[i].shareBps) / 10_000;
            upstream[_indexOf(shares.inherited[i].workId)] += part;
            rest -= part;
        }
        if (shares.payees.length == 0) {
            downstream[_payee(nodes[index].registrant)] += rest;
            return (upstream, downstream);
        }
        uint256 last = rest;
        for (uint256 i = 1; i < shares.payees.length; ++i) {
            uint256 part = (rest * shares.payees[i].shareBps) / 10_000;
            downstream[_payee(shares.payees[i].account)] += part;
            last -= part;
        }
        downstream[_payee(_first(shares.payees))] += last;
    }

    function _first(Payee[] memory list) private pure returns (address) {
        return list[0].account;
    }

    function _payee(address account) private view returns (uint256 index) {
        while (payees[index] != account) ++index;
    }
}
