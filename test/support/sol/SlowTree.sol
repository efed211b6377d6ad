// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ListTree} from "./ListTree.sol";

/// @title Trees of numbered leaves, by the recursive definitions of RFC 9162 section 2.1. Slow, and nothing like the
/// verifier.
library SlowTree {
    function leaf(uint256 i) internal pure returns (bytes memory) {
        return abi.encode("leaf", i);
    }

    /// @notice MTH (2.1.1) over the leaves from `from` up to and without `to`.
    function root(uint256 from, uint256 to) internal pure returns (bytes32) {
        return to == from ? sha256("") : ListTree.root(_leaves(to), from, to);
    }

    /// @notice PATH (2.1.3.1) of leaf `m`, counted from `from`.
    function path(uint256 m, uint256 from, uint256 to) internal pure returns (bytes32[] memory) {
        return ListTree.path(_leaves(to), m, from, to);
    }

    /// @notice PROOF (2.1.4.1) between the first `m` and the first `n` leaves.
    function consistency(uint256 m, uint256 n) internal pure returns (bytes32[] memory) {
        return ListTree.consistency(_leaves(n), m, n);
    }

    function _leaves(uint256 count) private pure returns (bytes32[] memory hashes) {
        hashes = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) hashes[i] = sha256(bytes.concat(hex"00", leaf(i)));
    }
}
