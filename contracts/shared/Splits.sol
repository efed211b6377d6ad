// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WHOLE_BPS} from "../work/Work.sol";

/// @title The arithmetic of shares.
library Splits {
    /// @notice A share of an amount, rounded down. It is exact for every amount, and never above it.
    /// @dev The amount is divided by the whole first, so nothing overflows and no 512-bit product is needed:
    /// floor(amount * bps / whole) = (amount / whole) * bps + floor((amount % whole) * bps / whole).
    /// @param amount In the currency's smallest unit.
    /// @param shareBps Basis points, at most `WHOLE_BPS`.
    function shareOf(uint256 amount, uint16 shareBps) internal pure returns (uint256 share) {
        unchecked {
            return (amount / WHOLE_BPS) * shareBps + ((amount % WHOLE_BPS) * shareBps) / WHOLE_BPS;
        }
    }
}
