// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../../../contracts/shared/Uses.sol";

/// @notice The two values were expected to be equal.
error NotEqual(uint256 got, uint256 expected);

/// @notice The two values were expected to be equal.
error NotEqualBytes(bytes32 got, bytes32 expected);

/// @notice The condition was expected to hold.
error NotTrue(string what);

function assertEq(uint256 got, uint256 expected) pure {
    require(got == expected, NotEqual(got, expected));
}

function assertEq(address got, address expected) pure {
    require(got == expected, NotEqual(uint160(got), uint160(expected)));
}

function assertEq(bytes32 got, bytes32 expected) pure {
    require(got == expected, NotEqualBytes(got, expected));
}

function assertEq(Uses got, Uses expected) pure {
    require(got == expected, NotEqual(Uses.unwrap(got), Uses.unwrap(expected)));
}

function assertEq(string memory got, string memory expected) pure {
    bytes32 gotHash = keccak256(bytes(got));
    bytes32 expectedHash = keccak256(bytes(expected));
    require(gotHash == expectedHash, NotTrue(string.concat("got ", got, ", expected ", expected)));
}

function assertTrue(bool condition, string memory what) pure {
    require(condition, NotTrue(what));
}

/// @notice Brings a fuzzed value between `low` and `high`, both included.
function bound(uint256 value, uint256 low, uint256 high) pure returns (uint256) {
    return low + (value % (high - low + 1));
}
