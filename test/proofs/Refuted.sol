// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Splits} from "../../contracts/shared/Splits.sol";

/// @title What is not so, so that a solver that finds everything proved is found out.
contract Refuted {
    function aShareIsBelowTheAmount(uint256 amount, uint16 bps) external pure {
        require(bps <= 10_000);
        assert(Splits.shareOf(amount, bps) < amount);
    }

    function sharesAreRoundedUp(uint256 amount, uint16 bps) external pure {
        require(bps <= 10_000 && amount <= type(uint256).max / 10_000);
        assert(Splits.shareOf(amount, bps) * 10_000 >= amount * bps);
    }

    /// @notice A share of more than the whole is above the amount.
    function anyShareIsWithinTheAmount(uint256 amount, uint16 bps) external pure {
        assert(Splits.shareOf(amount, bps) <= amount);
    }
}

/// @title A ledger that forgets to take what is claimed from what is held.
contract RefutedLedger {
    uint256 private _held;
    uint256 private _payees;

    function pay(uint256 arrived) external {
        _held += arrived;
        _payees += arrived;
    }

    function claim(uint256 amount) external {
        _payees -= amount;
    }

    function heldIsWhatIsCredited() external view {
        assert(_held == _payees);
    }
}
