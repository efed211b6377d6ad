// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {assertEq} from "../support/sol/Assert.sol";
import {Target} from "../support/sol/Target.sol";
import {MoneyHandler} from "./MoneyHandler.t.sol";

contract MoneyInvariants is Target {
    MoneyHandler private _handler;

    function setUp() public {
        _handler = new MoneyHandler();
        _target(address(_handler), MoneyHandler.pay.selector);
        _target(address(_handler), MoneyHandler.buy.selector);
        _target(address(_handler), MoneyHandler.sweep.selector);
        _target(address(_handler), MoneyHandler.settle.selector);
        _target(address(_handler), MoneyHandler.claim.selector);
    }

    /// Law: for each currency, held = credited to works + credited to payees, always.
    function invariant_HeldIsWhatIsCredited() public view {
        for (uint256 i = 0; i < 3; ++i) {
            address currency = _handler.currencies(i);
            assertEq(_handler.held(currency), _handler.credited(currency));
        }
    }

    /// Law: for each currency, what was paid in is still held or was claimed.
    function invariant_PaidIsHeldOrClaimed() public view {
        for (uint256 i = 0; i < 3; ++i) {
            address currency = _handler.currencies(i);
            assertEq(_handler.paid(currency), _handler.held(currency) + _handler.claimed(currency));
        }
    }
}
