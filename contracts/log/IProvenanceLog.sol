// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../licence/Terms.sol";
import {Registration, Shares} from "../work/Work.sol";
import {Logged} from "./Logged.sol";

/// @title Anchors of the Merkle log, which holds every record off the chain.
/// @notice A new root is accepted only with a proof that its tree extends the last anchored tree.
interface IProvenanceLog {
    /// @notice The log was anchored with `size` entries and this root.
    event RootAnchored(uint64 indexed size, bytes32 indexed root);

    /// @notice The new size is not above the anchored size.
    error LogNotGrowing(uint64 size, uint64 newSize);

    /// @notice The proof does not show that the new tree extends the anchored tree (RFC 9162, 2.1.4).
    error LogInconsistent(uint64 size, bytes32 root, uint64 newSize, bytes32 newRoot);

    /// @notice The proof does not show that this registration is entry `index` of the log, which had `size` entries
    /// when it was last anchored. A field differs, or the proof belongs to another anchor and must be made anew.
    error LogEntryNotProven(uint256 workId, uint64 index, uint64 size, bytes32 root);

    /// @notice The registration is not laid out as `abi.encode` writes it, so it is no payload of the log.
    error LogRegistrationDisordered();

    /// @notice The entry's author is neither the creator nor, now, an operator of the log.
    error LogAuthorNotOperator(address author, address creator);

    /// @notice An operator vouches for a work without a creator.
    error LogCreatorMissing(address author);

    /// @notice An operator vouches for another creator's work with a signature. Such an entry has none.
    error LogSignatureUnexpected(address author, address creator);

    /// @notice An operator vouches for a work with sources or payees, or for heritage. These require the creator's
    /// signature.
    error LogCreatorSilent(address creator, address author);

    /// @notice The terms are not the one offer that was logged; `logged` is zero if none was.
    error LogTermsMismatch(bytes32 logged, bytes32 got);

    /// @notice Anchors a root of the log.
    /// @dev Warning: only callable by operators of the log. They can stop anchoring; they cannot change what was
    /// anchored.
    /// @param size The number of entries in the tree.
    /// @param root Its Merkle tree hash (RFC 9162, 2.1.1).
    /// @param proof The consistency proof from the last anchored size; empty for the first.
    function anchor(uint64 size, bytes32 root, bytes32[] calldata proof) external;

    /// @notice The last anchor; both values are zero before the first.
    function anchored() external view returns (uint64 size, bytes32 root);

    /// @notice Whether `leaf` is entry `index` of the log as last anchored.
    /// @param leaf The entry's bytes, before hashing.
    /// @param proof The inclusion proof (RFC 9162, 2.1.3).
    function includes(
        bytes calldata leaf,
        uint64 index,
        bytes32[] calldata proof
    ) external view returns (bool);

    /// @notice Requires that a registration is an entry of the log as last anchored, and that its author is either the
    /// creator with a signature (EIP-712; ERC-1271 for contract wallets), or an operator: an account that may call
    /// `anchor` now. The parameters are those of `IWorkRegistry.registerFromLog`.
    /// @dev Warning: an operator can vouch for works of creators who signed nothing, and any of them can log entries of
    /// the others. docs/reference/contracts.md describes what that can and cannot do.
    /// @return vouched Whether an operator's word replaces the creator's signature.
    function requireLogged(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        Logged calldata logged,
        Terms[] calldata terms
    ) external view returns (bool vouched);
}
