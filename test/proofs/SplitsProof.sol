// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Splits} from "../../contracts/shared/Splits.sol";

/// @title Laws of `Splits`, each proved for all amounts and shares that its first lines let pass.
/// @dev No function has a loop or keeps state, so what the bounded engine says of one call it says of all. Sums that
/// could overflow are ruled out by the first lines, and that nothing else overflows is proved along with each law.
contract SplitsProof {
    uint256 private constant WHOLE = 10_000;

    /// @notice The library divides twice; it says that this is the same as to divide the whole product once. This is
    /// so wherever the product fits.
    function aShareIsTheProductRoundedDown(uint256 amount, uint16 bps) external pure {
        require(bps <= WHOLE && amount <= type(uint256).max / WHOLE);
        assert(Splits.shareOf(amount, bps) == (amount * bps) / WHOLE);
    }

    /// @notice Beyond, the share is the sum the library states, and nothing in its unchecked block wraps: the same
    /// sum is taken here with checks.
    function aShareIsTheSumOfItsParts(uint256 amount, uint16 bps) external pure {
        require(bps <= WHOLE);
        assert(Splits.shareOf(amount, bps) == (amount / WHOLE) * bps + ((amount % WHOLE) * bps) / WHOLE);
    }

    function theProductsFit(uint256 amount, uint16 bps) external pure {
        require(0 < bps && bps <= WHOLE);
        assert(amount / WHOLE <= type(uint256).max / bps);
    }

    function theSumFits(uint256 amount, uint16 bps) external pure {
        require(bps <= WHOLE);
        assert(((amount % WHOLE) * bps) / WHOLE <= type(uint256).max - (amount / WHOLE) * bps);
    }

    function aShareIsNeverAboveTheAmount(uint256 amount, uint16 bps) external pure {
        require(bps <= WHOLE);
        assert(Splits.shareOf(amount, bps) <= amount);
    }

    function theWholeIsTheAmount(uint256 amount) external pure {
        assert(Splits.shareOf(amount, 10_000) == amount);
    }

    function noShareIsNothing(uint256 amount) external pure {
        assert(Splits.shareOf(amount, 0) == 0);
    }

    function ofMoreIsNoLess(uint256 less, uint256 more, uint16 bps) external pure {
        require(bps <= WHOLE && less <= more);
        assert(Splits.shareOf(less, bps) <= Splits.shareOf(more, bps));
    }

    function aLargerShareIsNoLess(uint256 amount, uint16 small, uint16 large) external pure {
        require(small <= large && large <= WHOLE);
        assert(Splits.shareOf(amount, small) <= Splits.shareOf(amount, large));
    }

    /// @notice The step of an induction over any number of shares: if those before took no more than one share of
    /// their sum, which holds for none of them, then with one more they do not either. So shares that sum to the
    /// whole, or less, leave a rest of zero or more.
    function sharesTakeNoMoreThanTheirSum(
        uint256 amount,
        uint256 taken,
        uint16 sum,
        uint16 bps
    ) external pure {
        require(uint256(sum) + bps <= WHOLE && taken <= Splits.shareOf(amount, sum));
        assert(taken <= amount - Splits.shareOf(amount, bps));
        assert(taken + Splits.shareOf(amount, bps) <= Splits.shareOf(amount, sum + bps));
    }

    /// @notice What a payee gets of two payments is no more than of one of their sum. Amounts are given as so many
    /// times the whole and a rest, as every amount can be, and shares as `aShareIsTheSumOfItsParts` says they are:
    /// of the library's own form the solver cannot tell.
    function payingInTwoGainsNothing(
        uint256 a,
        uint256 aRest,
        uint256 b,
        uint256 bRest,
        uint16 bps
    ) external pure {
        require(bps <= WHOLE && aRest < WHOLE && bRest < WHOLE);
        require(a < type(uint256).max / WHOLE / 2 && b < type(uint256).max / WHOLE / 2);
        assert(_share(a, aRest, bps) + _share(b, bRest, bps) <= _sumShare(a, aRest, b, bRest, bps));
    }

    /// @notice And it is less by one unit at most.
    function payingInTwoCostsOneUnitAtMost(
        uint256 a,
        uint256 aRest,
        uint256 b,
        uint256 bRest,
        uint16 bps
    ) external pure {
        require(bps <= WHOLE && aRest < WHOLE && bRest < WHOLE);
        require(a < type(uint256).max / WHOLE / 2 && b < type(uint256).max / WHOLE / 2);
        assert(_sumShare(a, aRest, b, bRest, bps) <= _share(a, aRest, bps) + _share(b, bRest, bps) + 1);
    }

    function _share(uint256 times, uint256 rest, uint16 bps) private pure returns (uint256) {
        return times * bps + (rest * bps) / WHOLE;
    }

    function _sumShare(
        uint256 a,
        uint256 aRest,
        uint256 b,
        uint256 bRest,
        uint16 bps
    ) private pure returns (uint256) {
        uint256 rest = aRest + bRest;
        return rest < WHOLE ? _share(a + b, rest, bps) : _share(a + b + 1, rest - WHOLE, bps);
    }
}
