// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A Merkle tree by the recursive definitions of RFC 9162 section 2.1. Slow, and nothing like the verifier.
library SlowTree {
    function leaf(uint256 i) internal pure returns (bytes memory) {
        return abi.encode("leaf", i);
    }

    /// @notice MTH (2.1.1) over the leaves from `from` up to and without `to`.
    function root(uint256 from, uint256 to) internal pure returns (bytes32) {
        if (to == from) return sha256("");
        if (to - from == 1) return sha256(bytes.concat(hex"00", leaf(from)));
        uint256 k = _split(to - from);
        return sha256(bytes.concat(hex"01", root(from, from + k), root(from + k, to)));
    }

    /// @notice PATH (2.1.3.1) of leaf `m`, counted from `from`.
    function path(uint256 m, uint256 from, uint256 to) internal pure returns (bytes32[] memory) {
        if (to - from <= 1) return new bytes32[](0);
        uint256 k = _split(to - from);
        return
            m < k
                ? _push(path(m, from, from + k), root(from + k, to))
                : _push(path(m - k, from + k, to), root(from, from + k));
    }

    /// @notice PROOF (2.1.4.1) between the first `m` and the first `n` leaves.
    function consistency(uint256 m, uint256 n) internal pure returns (bytes32[] memory) {
        return _subproof(m, 0, n, true);
    }

    function _subproof(
        uint256 m,
        uint256 from,
        uint256 to,
        bool whole
    ) private pure returns (bytes32[] memory) {
        uint256 n = to - from;
        if (m == n) {
            return whole ? new bytes32[](0) : _push(new bytes32[](0), root(from, to));
        }
        uint256 k = _split(n);
        return
            m <= k
                ? _push(_subproof(m, from, from + k, whole), root(from + k, to))
                : _push(_subproof(m - k, from + k, to, false), root(from, from + k));
    }

    /// @dev The largest power of two below `n`.
    function _split(uint256 n) private pure returns (uint256 k) {
        k = 1;
        while (k * 2 < n) k *= 2;
    }

    function _push(bytes32[] memory list, bytes32 item) private pure returns (bytes32[] memory longer) {
        longer = new bytes32[](list.length + 1);
        for (uint256 i = 0; i < list.length; ++i) longer[i] = list[i];
        longer[list.length] = item;
    }
}
