// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A token that calls somebody in the middle of a transfer, before or after the balances change.
contract CallingToken is ERC20 {
    address private _callee;
    bytes private _call;
    bool private _late;
    bool public called;
    bool public succeeded;
    bytes public answer;

    constructor(address holder, uint256 amount) ERC20("Calling", "CALL") {
        _mint(holder, amount);
    }

    function callOnTransfer(address callee, bytes calldata call, bool late) external {
        (_callee, _call, _late, called) = (callee, call, late, false);
    }

    function _update(address from, address to, uint256 value) internal override {
        if (!_late) _callOnce();
        super._update(from, to, value);
        if (_late) _callOnce();
    }

    function _callOnce() private {
        if (_callee == address(0) || called) return;
        called = true;
        (succeeded, answer) = _callee.call(_call);
    }
}
