// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../licence/Terms.sol";
import {Registration, Shares} from "../work/Work.sol";
import {Logged} from "./Logged.sol";

/// @title Anchors of the Merkle log that holds every record off the chain.
/// @notice A new root is taken only with a proof that the tree it stands for begins with the last one, whole.
interface IProvenanceLog {
    /// @notice The log had `size` entries and this root.
    event RootAnchored(uint64 indexed size, bytes32 indexed root);

    /// @notice The log would not grow.
    error LogNotGrowing(uint64 size, uint64 newSize);

    /// @notice The proof does not show that the new tree begins with the anchored one (RFC 9162, 2.1.4).
    error LogInconsistent(uint64 size, bytes32 root, uint64 newSize, bytes32 newRoot);

    /// @notice Entry `index` of the log, which had `size` entries when it was last anchored, is not this one by this
    /// proof: something in it is another, or the proof is for another anchor and has to be made anew.
    error LogEntryNotProven(uint256 workId, uint64 index, uint64 size, bytes32 root);

    /// @notice The registration is not laid out as `abi.encode` does it, so it is no payload of the log.
    error LogRegistrationDisordered();

    /// @notice Who speaks in the entry is neither the creator nor, now, an operator of the log.
    error LogAuthorNotOperator(address author, address creator);

    /// @notice An operator vouches for a work of nobody's.
    error LogCreatorMissing(address author);

    /// @notice An operator speaks for itself: nothing is signed where it vouches for somebody else.
    error LogSignatureUnexpected(address author, address creator);

    /// @notice An operator's word alone names neither sources nor payees, and makes no heritage: that takes the word of
    /// the creator.
    error LogCreatorSilent(address creator, address author);

    /// @notice The terms are not the one offer that was logged; `logged` is zero where there was none.
    error LogTermsMismatch(bytes32 logged, bytes32 got);

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

    /// @notice Requires that a registration is an entry of the log as last anchored, and that who speaks in it may: the
    /// creator who signed it (EIP-712; contract wallets by ERC-1271), or an operator, which is whoever may call
    /// `anchor` now. It takes what `IWorkRegistry.registerFromLog` takes.
    /// @dev Warning: an operator can vouch for works of creators who have signed nothing, and operators can log each
    /// other's word. What that can and cannot do is in docs/reference/contracts.md.
    /// @return vouched Whether an operator's word stands in place of the creator's signature.
    function requireLogged(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        Logged calldata logged,
        Terms[] calldata terms
    ) external view returns (bool vouched);
}
