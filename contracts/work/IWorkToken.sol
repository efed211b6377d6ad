// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PackedWork} from "./PackedWork.sol";
import {Regime, Work} from "./Work.sol";

/// @title A work as a token: who holds it, how it may be traded, where it is described.
/// @notice ERC-721 with metadata, ERC-2981, ERC-4906 and ERC-7572.
interface IWorkToken {
    /// @notice The token is restricted for good. Without this event it is open.
    event RegimeFixed(uint256 indexed workId, Regime regime);

    /// @notice Where metadata is served from changed. The hashes did not.
    event BaseURIChanged(string baseURI);

    /// @notice The description of the collection moved (ERC-7572).
    event ContractURIUpdated();

    /// @notice No work has this id.
    error WorkUnknown(uint256 workId);

    /// @notice The registrar the work names does not vouch for `holder`.
    error RegimeHolderNotAttested(uint256 workId, address registrar, address holder);

    /// @notice The holder has to keep the token until `until`, in seconds since 1970.
    error RegimeHoldingTooShort(uint256 workId, uint256 until);

    /// @notice The token was transferred as often as it may be.
    error RegimeTransfersExhausted(uint256 workId, uint16 maxTransfers);

    /// @notice Moves where metadata is served from.
    /// @dev Warning: an administrator's power. Readers check what is served against `metadataHashOf`.
    function setBaseURI(string calldata baseURI) external;

    /// @notice The work, or `WorkUnknown`.
    function workOf(uint256 workId) external view returns (Work memory work);

    /// @notice The same in one word, for contracts.
    function packedOf(uint256 workId) external view returns (PackedWork work);

    /// @notice Who registered the work. The creator's role may have passed on since; income without shares has not.
    function registrantOf(uint256 workId) external view returns (address registrant);

    /// @notice SHA-256 of the metadata's canonical JSON, in its newest version.
    function metadataHashOf(uint256 workId) external view returns (bytes32 metadataHash);

    /// @notice How the token may be traded; all zero where it is open.
    /// @return regime As it was fixed at registration.
    /// @return transfers How often it was transferred, where that is limited.
    /// @return heldSince When the holder got it, in seconds since 1970.
    function regimeOf(
        uint256 workId
    ) external view returns (Regime memory regime, uint16 transfers, uint40 heldSince);

    /// @notice Whether the token may pass to `to` now; reverts with the reason if not.
    function requireTransferable(uint256 workId, address to) external view;

    /// @notice Where the collection is described (ERC-7572).
    function contractURI() external view returns (string memory uri);
}
