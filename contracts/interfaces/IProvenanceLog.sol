// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Anchors of the Merkle log that holds every record off the chain.
/// @notice A new root is taken only with a proof that the tree it stands for begins with the last one, whole.
interface IProvenanceLog {
    /// @notice The log had `size` entries and this root.
    event RootAnchored(uint64 indexed size, bytes32 indexed root);

    /// @notice The log would not grow.
    error LogNotGrowing(uint64 size, uint64 newSize);

    /// @notice The proof does not show that the new tree begins with the anchored one (RFC 9162, 2.1.4).
    error LogInconsistent(uint64 size, bytes32 root, uint64 newSize, bytes32 newRoot);

    /// @notice Anchors a root of the log.
    /// @dev Warning: only the log's operators may. They can stop anchoring; they cannot change what was anchored.
    /// @param size How many entries the tree has.
    /// @param root Its Merkle tree hash (RFC 9162, 2.1.1).
    /// @param proof The consistency proof from the last anchored size; empty for the first.
    function anchor(uint64 size, bytes32 root, bytes32[] calldata proof) external;

    /// @notice The last anchor; both zero before the first.
    function anchored() external view returns (uint64 size, bytes32 root);

    /// @notice Whether `leaf` is entry `index` of the log as last anchored.
    /// @param leaf The entry's bytes, before hashing.
    /// @param proof The inclusion proof (RFC 9162, 2.1.3).
    function includes(
        bytes calldata leaf,
        uint64 index,
        bytes32[] calldata proof
    ) external view returns (bool);
}
