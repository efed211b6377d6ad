// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Proofs over a Merkle tree of SHA-256 hashes, as RFC 9162 section 2.1 defines it.
/// @notice A path climbs from a node to the root. Below the tree's right edge there is a sibling on each level, on the
/// right if the path's number has a zero bit and on the left if it has a one. On the edge there are siblings on the
/// left only, one for each bit that is set. This is the RFC's algorithm with `fn` and `sn` computed in advance: the
/// highest bit in which they differ is where the path meets the edge.
/// @dev The input of a hash is in bytes 31 to 95 of the memory: 0x01, the left child, the right child. It overwrites
/// the free memory pointer, which is restored. If there is too little gas for a hash, too little is left to go on.
library Merkle {
    /// @notice Verifies that a leaf is entry `index` of a tree (2.1.3.2). An empty tree has no entries.
    /// @param leafHash SHA-256(0x00 || leaf).
    function verifyInclusion(
        bytes32 leafHash,
        uint64 index,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof
    ) internal view returns (bool valid) {
        // No known input hashes to zero, so a root that is zero is a missing root.
        if (index >= size || root == 0) return false;
        (uint256 rights, uint256 edge) = _pathOf(uint256(index) + 1, size);
        // Memory: bytes 31 to 95 are the scratch space and the free pointer. The pointer is put back at the end, and
        // the zero slot behind it is not touched.
        // Calldata layout: a proof is words without gaps. A proof that is too short is read beyond its end, which
        // `whole` finds out; `rights` and `edge` have 64 bits at most, so every loop ends.
        assembly ("memory-safe") {
            let free := mload(64)
            let next := proof.offset
            mstore(0, 1)
            mstore(32, leafHash)
            for {} 1 {
                next := add(next, 32)
                rights := shr(1, rights)
            } {
                for {} and(rights, 1) {
                    next := add(next, 32)
                    rights := shr(1, rights)
                } {
                    calldatacopy(64, next, 32)
                    pop(staticcall(gas(), 2, 31, 65, 32, 32))
                }
                if iszero(rights) {
                    break
                }
                mstore(64, mload(32))
                calldatacopy(32, next, 32)
                pop(staticcall(gas(), 2, 31, 65, 32, 32))
            }
            for {} edge {
                next := add(next, 32)
                edge := and(edge, sub(edge, 1))
            } {
                mstore(64, mload(32))
                calldatacopy(32, next, 32)
                pop(staticcall(gas(), 2, 31, 65, 32, 32))
            }
            let whole := eq(next, add(proof.offset, shl(5, proof.length)))
            valid := and(whole, eq(mload(32), root))
            mstore(64, free)
        }
    }

    /// @notice Verifies that a tree extends another one (2.1.4.2).
    /// @dev Every tree extends itself, which takes no proof. Every tree extends the empty one, so a proof of that would
    /// say nothing and is refused. The path is that of the first tree's last full node in the second tree; the siblings
    /// on its left are the rest of the first tree.
    function verifyConsistency(
        uint64 firstSize,
        bytes32 firstRoot,
        uint64 secondSize,
        bytes32 secondRoot,
        bytes32[] calldata proof
    ) internal view returns (bool valid) {
        if (firstSize == 0 || !(secondSize > firstSize)) {
            valid = firstSize == secondSize && firstSize > 0 && proof.length == 0 && firstRoot == secondRoot;
        } else {
            (uint256 rights, uint256 edge) = _pathOf(firstSize, secondSize);
            // Memory and calldata: as in `verifyInclusion`. The first root grows in one word past the free pointer,
            // the second one in the scratch space.
            // `firstSize` has no bits above 64: it was read from storage, or checked by the ABI decoder.
            assembly ("memory-safe") {
                let fr := mload(64)
                let next := proof.offset
                let full := and(firstSize, sub(0, firstSize))
                mstore(0, 1)
                mstore(32, firstRoot)
                // If the first tree is full, its root is the node where the path begins.
                if xor(firstSize, full) {
                    calldatacopy(32, next, 32)
                    next := add(next, 32)
                }
                mstore(fr, mload(32))
                // The first sibling is on its right: had it one on its left, the first tree would go on.
                calldatacopy(64, next, 32)
                pop(staticcall(gas(), 2, 31, 65, 32, 32))
                next := add(next, 32)
                rights := div(rights, add(full, full))
                for {} 1 {
                    next := add(next, 32)
                    rights := shr(1, rights)
                } {
                    for {} and(rights, 1) {
                        next := add(next, 32)
                        rights := shr(1, rights)
                    } {
                        calldatacopy(64, next, 32)
                        pop(staticcall(gas(), 2, 31, 65, 32, 32))
                    }
                    if iszero(rights) {
                        break
                    }
                    let sr := mload(32)
                    calldatacopy(32, next, 32)
                    mstore(64, mload(fr))
                    pop(staticcall(gas(), 2, 31, 65, fr, 32))
                    mstore(64, sr)
                    pop(staticcall(gas(), 2, 31, 65, 32, 32))
                }
                for {} edge {
                    next := add(next, 32)
                    edge := and(edge, sub(edge, 1))
                } {
                    let sr := mload(32)
                    calldatacopy(32, next, 32)
                    mstore(64, mload(fr))
                    pop(staticcall(gas(), 2, 31, 65, fr, 32))
                    mstore(64, sr)
                    pop(staticcall(gas(), 2, 31, 65, 32, 32))
                }
                let whole := eq(next, add(proof.offset, shl(5, proof.length)))
                valid := and(whole, and(eq(mload(fr), firstRoot), eq(mload(32), secondRoot)))
                mstore(64, fr)
            }
        }
    }

    /// @dev The path of the last of the first `count` entries of a tree of `size` entries; `count` is above zero.
    /// @return rights The levels below the edge, one bit each, set if the sibling is on the right. The highest always
    /// is.
    /// @return edge The levels on the edge, one bit each, set if there is a sibling, which is on the left.
    function _pathOf(uint256 count, uint256 size) private pure returns (uint256 rights, uint256 edge) {
        unchecked {
            // All bits up to the highest one in which the path's entry and the last entry of the tree differ.
            uint256 fn = count - 1;
            uint256 below = fn ^ (size - 1);
            below |= below >> 1;
            below |= below >> 2;
            below |= below >> 4;
            below |= below >> 8;
            below |= below >> 16;
            below |= below >> 32;
            return (~fn & below, fn & ~below);
        }
    }
}
