// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PackedWork} from "./PackedWork.sol";
import {Regime, Work} from "./Work.sol";

/// @title A work as a token: its holder, its trade rules and its metadata.
/// @notice ERC-721 with metadata, ERC-2981, ERC-4906 and ERC-7572.
interface IWorkToken {
    /// @notice The token's trade is restricted for good. Without this event it is open.
    event RegimeFixed(uint256 indexed workId, Regime regime);

    /// @notice The address that serves metadata changed. The metadata hashes did not.
    event BaseURIChanged(string baseURI);

    /// @notice The collection's description moved (ERC-7572).
    event ContractURIUpdated();

    /// @notice No work has this id.
    error WorkUnknown(uint256 workId);

    /// @notice The work's registrar does not attest `holder`.
    error RegimeHolderNotAttested(uint256 workId, address registrar, address holder);

    /// @notice The holder must keep the token until `until`, in seconds since 1970.
    error RegimeHoldingTooShort(uint256 workId, uint256 until);

    /// @notice The token has reached its maximum number of transfers.
    error RegimeTransfersExhausted(uint256 workId, uint16 maxTransfers);

    /// @notice Changes the address that serves metadata.
    /// @dev Warning: an administrator's power. Readers check the served metadata against `metadataHashOf`.
    function setBaseURI(string calldata baseURI) external;

    /// @notice The work; reverts with `WorkUnknown` if there is none.
    function workOf(uint256 workId) external view returns (Work memory work);

    /// @notice The work in one word, for contracts; reverts with `WorkUnknown` if there is none.
    function packedOf(uint256 workId) external view returns (PackedWork work);

    /// @notice The account that registered the work. The creator's role may have passed on since; the income of a work
    /// without shares has not.
    function registrantOf(uint256 workId) external view returns (address registrant);

    /// @notice SHA-256 of the newest version of the metadata as canonical JSON (RFC 8785).
    function metadataHashOf(uint256 workId) external view returns (bytes32 metadataHash);

    /// @notice The token's trade rules; all zero if it is open.
    /// @return regime As fixed at registration.
    /// @return transfers The number of transfers so far, counted only if it is limited.
    /// @return heldSince When the holder received the token, in seconds since 1970; zero if it is open.
    function regimeOf(
        uint256 workId
    ) external view returns (Regime memory regime, uint16 transfers, uint40 heldSince);

    /// @notice Reverts unless the token may pass to `to` now.
    function requireTransferable(uint256 workId, address to) external view;

    /// @notice The address of the collection's description (ERC-7572).
    function contractURI() external view returns (string memory uri);
}
