// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Which calls an invariant test makes; the runner asks by these names.
abstract contract Target {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    address[] private _contracts;
    bytes4[] private _selectors;

    function targetContracts() external view returns (address[] memory) {
        return _contracts;
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector({addr: _contracts[0], selectors: _selectors});
    }

    function _target(address handler, bytes4 selector) internal {
        if (_contracts.length == 0) _contracts.push(handler);
        _selectors.push(selector);
    }
}
