// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {Terms} from "../../contracts/licence/Terms.sol";
import {Edge, Registration, Shares, Source} from "../../contracts/work/Work.sol";
import {bound} from "../support/sol/Assert.sol";
import {FeeToken, Refuser} from "../support/sol/Doubles.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title Random payers, settlers and claimers over four generations of works with absolute shares.
contract MoneyHandler is Fixture {
    address[] public currencies;
    address[] public payees;
    uint256[] public workIds;
    bytes[] private _shares_;
    uint256 private _buyers;

    mapping(address currency => uint256) public paid;
    mapping(address currency => uint256) public claimed;

    constructor() {
        setUp();
        FeeToken token = new FeeToken(address(this), WEALTH, 1000);
        token.approve(address(royalties), WEALTH);
        currencies = [NATIVE, address(yuan), address(token)];
        payees = [troupe, academy, studio, address(new Refuser())];

        Shares memory root;
        _add(_register(troupe, _mask("root")), root);
        Shares memory last = _derive("child", _source(workIds[0], 0, 777, true), new Edge[](0), root, 6001);
        Edge[] memory owed = _edge(workIds[0], 777);
        last = _derive("grandchild", _source(workIds[1], 0, 1234, false), owed, last, 3333);
        last = _derive("last", _source(workIds[2], 0, 999, false), owed, last, 1);
    }

    function pay(uint256 work, uint256 coin, uint256 amount) external {
        address currency = currencies[coin % currencies.length];
        amount = bound(amount, 1, 1 ether);
        royalties.pay{value: currency == NATIVE ? amount : 0}(_work(work), currency, amount, "ref");
        paid[currency] += _arrives(currency, amount);
    }

    function buy(uint256 work, uint256 coin, uint128 price) external {
        Terms memory terms = _freeTerms();
        terms.currency = currencies[coin % currencies.length];
        terms.price = uint128(bound(price, 1, 1 ether));
        vm.prank(troupe);
        licences.offer(_work(work), terms);
        address buyer = address(uint160(0xC0000 + ++_buyers));
        uint256 value = terms.currency == NATIVE ? terms.price : 0;
        licences.acquire{value: value}(_work(work), terms, buyer, 1, terms.price);
        paid[terms.currency] += _arrives(terms.currency, terms.price);
    }

    function sweep(uint256 work, uint256 coin, uint256 amount) external {
        address currency = currencies[coin % currencies.length];
        amount = bound(amount, 10, 1 ether);
        address receiver = royalties.receiverOf(_work(work));
        if (currency == NATIVE) Address.sendValue(payable(receiver), amount);
        else IERC20(currency).transfer(receiver, amount);
        royalties.sweep(_work(work), currency);
        paid[currency] += _arrives(currency, _arrives(currency, amount));
    }

    function settle(uint256 work, uint256 coin) external {
        uint256 index = work % workIds.length;
        Shares memory shares = abi.decode(_shares_[index], (Shares));
        _settle(workIds[index], shares, currencies[coin % currencies.length]);
    }

    function claim(uint256 who, uint256 coin) external {
        address payee = payees[who % payees.length];
        address currency = currencies[coin % currencies.length];
        address[] memory list = new address[](1);
        list[0] = currency;
        uint256 credit = royalties.payeeCredit(payee, currency);
        try royalties.claim(payee, list) {
            claimed[currency] += credit;
        } catch {}
    }

    function held(address currency) external view returns (uint256) {
        return
            currency == NATIVE ? address(royalties).balance : IERC20(currency).balanceOf(address(royalties));
    }

    function credited(address currency) external view returns (uint256 sum) {
        for (uint256 i = 0; i < workIds.length; ++i) sum += royalties.workCredit(workIds[i], currency);
        for (uint256 i = 0; i < payees.length; ++i) sum += royalties.payeeCredit(payees[i], currency);
    }

    function _derive(
        bytes32 contentHash,
        Source[] memory sources,
        Edge[] memory inherited,
        Shares memory parent,
        uint16 firstBps
    ) private returns (Shares memory shares) {
        Registration memory r = _derivative(contentHash, sources);
        r.payees = _payees(payees[workIds.length], firstBps, payees[1], 10_000 - firstBps);
        shares = Shares({sources: sources, inherited: inherited, payees: r.payees});
        uint256 workId = inherited.length == 0 ? _register(troupe, r) : _register(troupe, r, parent);
        _add(workId, shares);
    }

    function _add(uint256 workId, Shares memory shares) private {
        workIds.push(workId);
        _shares_.push(abi.encode(shares));
    }

    function _work(uint256 seed) private view returns (uint256) {
        return workIds[seed % workIds.length];
    }

    function _arrives(address currency, uint256 amount) private view returns (uint256) {
        return currency == currencies[2] ? amount - amount / 10 : amount;
    }
}
