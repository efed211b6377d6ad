// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Merkle} from "../../../contracts/log/Merkle.sol";

/// @title The verifiers as they are, for proofs of trees that no log has anchored.
contract MerkleProbe {
    function includes(
        bytes32 leafHash,
        uint64 index,
        uint64 size,
        bytes32 root,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return Merkle.verifyInclusion(leafHash, index, size, root, proof);
    }

    function continues(
        uint64 firstSize,
        bytes32 firstRoot,
        uint64 secondSize,
        bytes32 secondRoot,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return Merkle.verifyConsistency(firstSize, firstRoot, secondSize, secondRoot, proof);
    }
}
