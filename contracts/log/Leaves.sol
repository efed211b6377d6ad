// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Payee, Registration, Source} from "../work/Work.sol";
import {IProvenanceLog} from "./IProvenanceLog.sol";
import {Logged} from "./Logged.sol";

/// @title Hashes of the log's leaves.
library Leaves {
    /// @notice The leaf's hash (RFC 9162, 2.1.1): SHA-256(0x00 || leaf).
    function hash(bytes calldata leaf) internal pure returns (bytes32) {
        return sha256(bytes.concat(hex"00", leaf));
    }

    /// @notice The hash of a registration's leaf. The leaf is 87 bytes: version 1, type 1, the work, the author and the
    /// SHA-256 of the payload.
    function hashRegistration(
        uint256 workId,
        Registration calldata r,
        Logged calldata logged
    ) internal view returns (bytes32) {
        bytes32 payloadHash = _hashPayload(r, logged.termsId, logged.signature);
        return sha256(abi.encodePacked(hex"00010001", workId, logged.author, payloadHash));
    }

    /// @dev SHA-256 of abi.encode(registration, termsId, signature).
    /// The registration is hashed as it is in the calldata, so it must be laid out as `abi.encode` writes it: in order,
    /// without gaps.
    function _hashPayload(
        Registration calldata r,
        bytes32 termsId,
        bytes calldata signature
    ) private view returns (bytes32 payloadHash) {
        Source[] calldata sources = r.sources;
        Payee[] calldata payees = r.payees;
        bool inOrder;
        // Calldata layout: a registration is fourteen words, of which the last two are offsets, then the list of
        // sources, 128 bytes each, then the list of payees, 64 bytes each. The block checks where both lists begin; the
        // compiler has checked that they and the signature end within the calldata, so no size overflows.
        // Memory: written past the free pointer, and not kept; SHA-256 (address 2) answers in the scratch space. The
        // last word is zeroed before the signature is copied, as padding; without a signature that word is the length.
        assembly ("memory-safe") {
            let size := add(480, shl(7, sources.length))
            inOrder := and(eq(sources.offset, add(r, 480)), eq(payees.offset, add(add(r, size), 32)))
            size := add(add(size, 32), shl(6, payees.length))
            let words := mload(0x40)
            mstore(words, 96)
            mstore(add(words, 32), termsId)
            mstore(add(words, 64), add(96, size))
            calldatacopy(add(words, 96), r, size)
            let tail := add(add(words, 96), size)
            mstore(tail, signature.length)
            let padded := and(add(signature.length, 31), not(31))
            mstore(add(tail, padded), 0)
            calldatacopy(add(tail, 32), signature.offset, signature.length)
            inOrder := and(inOrder, staticcall(gas(), 2, words, add(add(128, size), padded), 0, 32))
            payloadHash := mload(0)
        }
        require(inOrder, IProvenanceLog.LogRegistrationDisordered());
    }
}
