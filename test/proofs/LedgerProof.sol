// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Held = credited to works + credited to payees, after any calls in any order.
/// @dev The shares are any numbers whatever, of any number of sources and payees: conservation does not rest on how
/// they are computed, only on the rest being what is left. So it holds for those of `Splits`.
contract LedgerProof {
    uint256 private _held;
    uint256 private _works;
    uint256 private _payees;

    function pay(uint256 arrived) external {
        _held += arrived;
        _works += arrived;
    }

    function settle(uint256 amount, uint256[] calldata sources, uint256[] calldata payees) external {
        _works -= amount;
        uint256 rest = amount;
        for (uint256 i = 0; i < sources.length; ++i) {
            uint256 share = sources[i];
            rest -= share;
            _works += share;
        }
        for (uint256 i = 1; i < payees.length; ++i) {
            uint256 share = payees[i];
            rest -= share;
            _payees += share;
        }
        _payees += rest;
    }

    function claim(uint256 amount) external {
        _payees -= amount;
        _held -= amount;
    }

    function heldIsWhatIsCredited() external view {
        assert(_works <= _held && _held - _works == _payees);
    }
}
