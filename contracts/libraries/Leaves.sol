// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Leaves of the log, hashed.
library Leaves {
    /// @notice The leaf's hash (RFC 9162, 2.1.1): SHA-256(0x00 || leaf).
    function hash(bytes calldata leaf) internal pure returns (bytes32) {
        return sha256(bytes.concat(hex"00", leaf));
    }
}
