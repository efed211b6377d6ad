// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title RFC 9162 sections 2.1.3.2 and 2.1.4.2, word for word: what a proof leads to.
/// @dev The verifiers work the path out in advance and in assembly; these are the steps of the text, in its order.
library RfcProofs {
    /// @return ok Whether no step fails.
    /// @return r The root that the leaf and the path lead to.
    function inclusion(
        bytes32 leafHash,
        uint256 index,
        uint256 size,
        bytes32[] memory path
    ) internal pure returns (bool ok, bytes32 r) {
        if (index >= size) return (false, 0);
        (uint256 fn, uint256 sn) = (index, size - 1);
        r = leafHash;
        for (uint256 i = 0; i < path.length; ++i) {
            if (sn == 0) return (false, 0);
            if (fn % 2 == 1 || fn == sn) {
                r = sha256(bytes.concat(hex"01", path[i], r));
                while (fn % 2 == 0 && fn != 0) (fn, sn) = (fn / 2, sn / 2);
            } else {
                r = sha256(bytes.concat(hex"01", r, path[i]));
            }
            (fn, sn) = (fn / 2, sn / 2);
        }
        return (sn == 0, r);
    }

    /// @param firstHash Where the path begins, if the first tree is full.
    /// @return ok Whether no step fails.
    /// @return fr The root that the first tree would have.
    /// @return sr The root that the second would have.
    function consistency(
        uint256 first,
        uint256 second,
        bytes32 firstHash,
        bytes32[] memory proof
    ) internal pure returns (bool ok, bytes32 fr, bytes32 sr) {
        bytes32[] memory path = first & (first - 1) == 0 ? _prepend(firstHash, proof) : proof;
        if (path.length == 0) return (false, 0, 0);
        (uint256 fn, uint256 sn) = (first - 1, second - 1);
        while (fn % 2 == 1) (fn, sn) = (fn / 2, sn / 2);
        (fr, sr) = (path[0], path[0]);
        for (uint256 i = 1; i < path.length; ++i) {
            if (sn == 0) return (false, 0, 0);
            if (fn % 2 == 1 || fn == sn) {
                fr = sha256(bytes.concat(hex"01", path[i], fr));
                sr = sha256(bytes.concat(hex"01", path[i], sr));
                while (fn % 2 == 0 && fn != 0) (fn, sn) = (fn / 2, sn / 2);
            } else {
                sr = sha256(bytes.concat(hex"01", sr, path[i]));
            }
            (fn, sn) = (fn / 2, sn / 2);
        }
        return (sn == 0, fr, sr);
    }

    function _prepend(bytes32 hash, bytes32[] memory proof) private pure returns (bytes32[] memory path) {
        path = new bytes32[](proof.length + 1);
        path[0] = hash;
        for (uint256 i = 0; i < proof.length; ++i) path[i + 1] = proof[i];
    }
}
