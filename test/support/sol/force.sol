// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Sends native currency to a contract that is not asked: it arrives by the end of another one.
function force(address target, uint256 amount) {
    // PUSH20 target, SELFDESTRUCT: all that the other one ever does.
    bytes memory code = abi.encodePacked(hex"73", target, hex"ff");
    address sender;
    assembly ("memory-safe") {
        sender := create(amount, add(code, 32), mload(code))
    }
    require(sender != address(0), "force");
}
