// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TERMS_ABSOLUTE_SHARE, Terms} from "../../../contracts/licence/Terms.sol";
import {Settlement} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {DISPLAY} from "../../../contracts/shared/Uses.sol";
import {Edge, Registration, Shares, Source} from "../../../contracts/work/Work.sol";
import {assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title What is done with a work costs the same however many generations it is from its root.
/// @notice Gas of the calls alone, with no storage read before in the same transaction.
contract DepthTest is Fixture {
    uint256 private constant GENERATIONS = 50;

    /// @param derivative Registering it.
    /// @param licence Buying a licence of it.
    /// @param check Asking whether the licensee may.
    /// @param payment Paying it in a token.
    /// @param settlement Moving what it holds one hop up.
    struct Costs {
        uint256 derivative;
        uint256 licence;
        uint256 check;
        uint256 payment;
        uint256 settlement;
    }

    uint256 private _root;

    function test_FiftyGenerationsCostNoMoreThanOne() public {
        // Accounts that have had a token and been owed something before.
        _chain("before", 2, 0);
        Costs[] memory costs = _chain("measured", GENERATIONS, 0);
        for (uint256 i = 1; i < GENERATIONS; ++i) _isAbout(costs[i], costs[0]);
    }

    function test_AnAbsoluteShareCostsNoMoreFiftyGenerationsDown() public {
        _chain("before", 2, 500);
        Costs[] memory costs = _chain("measured", GENERATIONS, 500);
        // The first owes it directly; from the second on it is inherited.
        for (uint256 i = 2; i < GENERATIONS; ++i) _isAbout(costs[i], costs[1]);
    }

    /// @dev A lineage of two makers who license each other's works.
    /// @param absoluteBps What every descendant owes the root.
    function _chain(
        bytes32 salt,
        uint256 generations,
        uint16 absoluteBps
    ) private returns (Costs[] memory costs) {
        costs = new Costs[](generations);
        Terms memory terms = _freeTerms();
        (terms.revenueShareBps, terms.flags) = (absoluteBps, absoluteBps > 0 ? TERMS_ABSOLUTE_SHARE : 0);
        _root = _register(troupe, _mask(salt));
        bytes32 termsId = _license(troupe, _root, terms, studio);
        // The shares of the last work, where the next has to bring them.
        Shares[] memory above;
        Shares memory shares;
        shares.sources = _source(_root, termsId, absoluteBps > 0 ? absoluteBps : 1000, absoluteBps > 0);
        for (uint256 i = 0; i < generations; ++i) {
            (address maker, address other) = i % 2 == 0 ? (studio, platform) : (platform, studio);
            shares.inherited = absoluteBps > 0 && i > 0 ? _edge(_root, absoluteBps) : new Edge[](0);
            shares.payees = _shares(maker, shares.sources, shares.inherited).payees;
            bytes32 contentHash = keccak256(abi.encode(salt, i));
            costs[i].derivative = _derive(maker, contentHash, shares.sources, above);
            if (absoluteBps > 0) above = _listOf(shares);

            uint256 workId = works.workIdOf(maker, contentHash);
            termsId = _sellAndAsk(workId, maker, other, costs[i]);
            _payAndSettle(workId, other, shares, costs[i]);
            shares.sources = _source(workId, termsId, 1000, false);
        }
    }

    function _listOf(Shares memory shares) private pure returns (Shares[] memory list) {
        list = new Shares[](1);
        (list[0].sources, list[0].inherited, list[0].payees) = (
            shares.sources,
            shares.inherited,
            shares.payees
        );
    }

    function _derive(
        address maker,
        bytes32 contentHash,
        Source[] memory sources,
        Shares[] memory above
    ) private returns (uint256) {
        Registration memory r = _derivative(contentHash, sources);
        return _gasOf(maker, address(works), abi.encodeCall(works.register, (r, above)));
    }

    function _sellAndAsk(
        uint256 workId,
        address maker,
        address other,
        Costs memory costs
    ) private returns (bytes32 termsId) {
        Terms memory terms = _freeTerms();
        (terms.revenueShareBps, terms.currency, terms.price) = (1000, address(yuan), 70);
        vm.prank(maker);
        termsId = licences.offer(workId, terms);
        bytes memory call_ = abi.encodeCall(licences.acquire, (workId, terms, other, 1, 70));
        costs.licence = _gasOf(other, address(licences), call_);
        call_ = abi.encodeCall(licences.isPermitted, (workId, termsId, other, DISPLAY));
        costs.check = _gasOf(other, address(licences), call_);
    }

    function _payAndSettle(uint256 workId, address payer, Shares memory shares, Costs memory costs) private {
        bytes memory call_ = abi.encodeCall(royalties.pay, (workId, address(yuan), 10_000, "ref"));
        costs.payment = _gasOf(payer, address(royalties), call_);
        Settlement[] memory settlements = new Settlement[](1);
        settlements[0] = Settlement({workId: workId, shares: shares});
        call_ = abi.encodeCall(royalties.settle, (settlements, address(yuan)));
        costs.settlement = _gasOf(payer, address(royalties), call_);
    }

    function _gasOf(address caller, address target, bytes memory call_) private returns (uint256 used) {
        vm.cool(address(works));
        vm.cool(address(licences));
        vm.cool(address(royalties));
        vm.cool(address(yuan));
        vm.prank(caller);
        bool done;
        assembly ("memory-safe") {
            used := gas()
            done := call(gas(), target, 0, add(call_, 32), mload(call_), 0, 0)
            used := sub(used, gas())
        }
        assertTrue(done, "refused");
    }

    function _isAbout(Costs memory costs, Costs memory first) private pure {
        _within(costs.derivative, first.derivative, "derivative");
        _within(costs.licence, first.licence, "licence");
        _within(costs.check, first.check, "check");
        _within(costs.payment, first.payment, "payment");
        _within(costs.settlement, first.settlement, "settlement");
    }

    /// @dev Two in a hundred, up or down.
    function _within(uint256 cost, uint256 first, string memory what) private pure {
        uint256 difference = cost > first ? cost - first : first - cost;
        assertTrue(first > 0 && difference * 50 <= first, what);
    }
}
