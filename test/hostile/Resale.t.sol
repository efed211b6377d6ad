// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRoyaltyLedger} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../contracts/work/IWorkToken.sol";
import {Registration} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {ReceiverAt} from "../support/sol/Deployed.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {assertRefused} from "../support/sol/refused.sol";

/// @title What a marketplace asks and pays (ERC-2981), at the ends of the numbers (R9).
contract ResaleTest is Fixture {
    function test_TheAmountIsBelowThePriceAtTheEnds() public {
        uint16[4] memory shares = [uint16(0), 1, 500, 9999];
        uint256[5] memory prices = [0, 1, 2, type(uint256).max - 1, type(uint256).max];
        for (uint256 i = 0; i < shares.length; ++i) {
            uint256 workId = _resold(bytes32(1 + i), shares[i]);
            for (uint256 j = 0; j < prices.length; ++j) _asks(workId, prices[j], shares[i]);
        }
    }

    function testFuzz_TheAmountIsBelowThePrice(uint256 price, uint16 shareBps) public {
        shareBps = uint16(bound(shareBps, 0, 9999));
        _asks(_resold("mask", shareBps), price, shareBps);
    }

    function test_RevertWhen_TheWholePriceWouldBeAsked() public {
        for (uint256 bps = 10_000; bps <= type(uint16).max; bps += 5553) {
            Registration memory r = _mask("mask");
            r.resaleBps = uint16(bps);
            assertRefused(
                address(works),
                abi.encodeCall(IWorkRegistry.register, (r, _none())),
                IWorkRegistry.WorkResaleShareTooHigh.selector
            );
        }
        bytes memory unknown = abi.encodeWithSelector(works.royaltyInfo.selector, 7, 100);
        assertRefused(address(works), unknown, IWorkToken.WorkUnknown.selector);
    }

    /// @dev Nobody pays a receiver into a work that is not there, and a receiver that has nothing pays nothing.
    function test_RevertWhen_ThereIsNothingToSweepOrNoWork() public {
        uint256 workId = _resold("mask", 500);
        assertRefused(
            address(royalties),
            abi.encodeCall(IRoyaltyLedger.sweep, (workId, NATIVE)),
            IRoyaltyLedger.PaymentEmpty.selector
        );
        assertEq(royalties.receiverOf(workId).code.length, 0);
        payable(royalties.receiverOf(7)).call{value: 5}("");
        assertRefused(
            address(royalties),
            abi.encodeCall(IRoyaltyLedger.sweep, (7, NATIVE)),
            IWorkToken.WorkUnknown.selector
        );
    }

    /// @dev The template is nobody's receiver: what it sweeps would go to a work that cannot be.
    function test_RevertWhen_TheTemplateItselfIsSwept() public {
        address template = royalties.RECEIVER();
        (bool ok, ) = template.call{value: 5}("");
        assertTrue(ok, "not sent");
        (ok, ) = template.call(abi.encodeCall(ReceiverAt.sweep, (NATIVE)));
        assertTrue(!ok && template.balance == 5, "swept to somewhere");
    }

    /// @dev Once it is deployed anybody may call the receiver itself, again and again: it pays its work and nobody else.
    function test_AReceiverPaysItsWorkWhoeverCallsIt() public {
        uint256 workId = _resold("mask", 500);
        address receiver = royalties.receiverOf(workId);
        for (uint256 i = 1; i < 4; ++i) {
            (bool ok, ) = receiver.call{value: 10}("");
            assertTrue(ok, "not sent");
            if (i == 1) royalties.sweep(workId, NATIVE);
            else ReceiverAt(receiver).sweep(NATIVE);
            assertEq(royalties.workCredit(workId, NATIVE), 10 * i);
        }
        yuan.transfer(receiver, 7);
        ReceiverAt(receiver).sweep(address(yuan));
        assertEq(royalties.workCredit(workId, address(yuan)), 7);
        (bool sent, ) = receiver.call(abi.encodeWithSignature("transfer(address,uint256)", address(this), 1));
        assertTrue(!sent, "it does something else");
    }

    function _asks(uint256 workId, uint256 price, uint16 shareBps) private view {
        uint256 gas = gasleft();
        (address receiver, uint256 amount) = works.royaltyInfo(workId, price);
        gas -= gasleft();
        assertTrue(gas <= 100_000, "asking cost more than 100,000 gas");
        assertEq(receiver, royalties.receiverOf(workId));
        assertTrue(price == 0 ? amount == 0 : amount < price, "as much as the price");
        // The exact product, rounded down, taken apart where it would overflow.
        uint256 exact = (price / 10_000) * shareBps + ((price % 10_000) * shareBps) / 10_000;
        assertEq(amount, exact);
        if (price < type(uint256).max / 10_000) assertEq(amount, (price * shareBps) / 10_000);
    }

    function _resold(bytes32 contentHash, uint16 shareBps) private returns (uint256) {
        Registration memory r = _mask(contentHash);
        r.resaleBps = shareBps;
        return _register(troupe, r);
    }
}
