// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The recursive definitions of RFC 9162 section 2.1 over a list of leaf hashes.
library ListTree {
    /// @notice MTH (2.1.1) over the leaves from `from` up to and without `to`.
    function root(bytes32[] memory leaves, uint256 from, uint256 to) internal pure returns (bytes32) {
        if (to - from == 1) return leaves[from];
        uint256 k = _split(to - from);
        return sha256(bytes.concat(hex"01", root(leaves, from, from + k), root(leaves, from + k, to)));
    }

    /// @notice PATH (2.1.3.1) of leaf `m`, counted from `from`.
    function path(
        bytes32[] memory leaves,
        uint256 m,
        uint256 from,
        uint256 to
    ) internal pure returns (bytes32[] memory) {
        if (to - from <= 1) return new bytes32[](0);
        uint256 k = _split(to - from);
        return
            m < k
                ? _push(path(leaves, m, from, from + k), root(leaves, from + k, to))
                : _push(path(leaves, m - k, from + k, to), root(leaves, from, from + k));
    }

    /// @notice PROOF (2.1.4.1) between the first `m` and the first `n` leaves.
    function consistency(
        bytes32[] memory leaves,
        uint256 m,
        uint256 n
    ) internal pure returns (bytes32[] memory) {
        return _subproof(leaves, m, 0, n, true);
    }

    function _subproof(
        bytes32[] memory leaves,
        uint256 m,
        uint256 from,
        uint256 to,
        bool whole
    ) private pure returns (bytes32[] memory) {
        uint256 n = to - from;
        if (m == n) {
            return whole ? new bytes32[](0) : _push(new bytes32[](0), root(leaves, from, to));
        }
        uint256 k = _split(n);
        return
            m <= k
                ? _push(_subproof(leaves, m, from, from + k, whole), root(leaves, from + k, to))
                : _push(_subproof(leaves, m - k, from + k, to, false), root(leaves, from, from + k));
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
