// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Payee, Regime, Registration, Source} from "../work/Work.sol";

/// @title Hashes of the EIP-712 messages that creators sign.
/// @dev Words are hashed as they are in the calldata. The result is that of `abi.encode`, at a fraction of its gas and
/// code. A word that holds more than its type gives another message, and is refused where the registration is read.
library Messages {
    bytes32 private constant SOURCE = keccak256(
        "Source(uint256 workId,bytes32 termsId,uint16 shareBps,bool absolute)"
    );
    bytes32 private constant PAYEE = keccak256("Payee(address account,uint16 shareBps)");
    bytes32 private constant REGIME = keccak256(
        "Regime(address registrar,uint32 minHolding,uint16 maxTransfers)"
    );
    bytes32 private constant REGISTRATION = keccak256(
        "Registration(address creator,bytes32 contentHash,bytes32 metadataHash,uint8 kind,uint16 retained,"
        "uint16 holderUses,uint8 moralRights,uint8 aiSummary,uint16 resaleBps,uint32 labels,Regime regime,"
        "Source[] sources,Payee[] payees,uint256 nonce,uint256 deadline)"
        "Payee(address account,uint16 shareBps)"
        "Regime(address registrar,uint32 minHolding,uint16 maxTransfers)"
        "Source(uint256 workId,bytes32 termsId,uint16 shareBps,bool absolute)"
    );
    bytes32 private constant LOGGED_REGISTRATION = keccak256(
        "LoggedRegistration(address creator,bytes32 contentHash,bytes32 metadataHash,uint8 kind,uint16 retained,"
        "uint16 holderUses,uint8 moralRights,uint8 aiSummary,uint16 resaleBps,uint32 labels,Regime regime,"
        "Source[] sources,Payee[] payees,bytes32 termsId)"
        "Payee(address account,uint16 shareBps)"
        "Regime(address registrar,uint32 minHolding,uint16 maxTransfers)"
        "Source(uint256 workId,bytes32 termsId,uint16 shareBps,bool absolute)"
    );
    bytes32 private constant OFFER = keccak256(
        "Offer(uint256 workId,bytes32 termsId,uint256 nonce,uint256 deadline)"
    );

    function hashRegistration(
        address creator,
        Registration calldata r,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return _hash(_wordsOf(REGISTRATION, creator, r), nonce, deadline, 512);
    }

    /// @dev Without nonce and deadline: an entry is logged once, and a work is minted once.
    function hashLoggedRegistration(
        address creator,
        Registration calldata r,
        bytes32 termsId
    ) internal pure returns (bytes32) {
        return _hash(_wordsOf(LOGGED_REGISTRATION, creator, r), uint256(termsId), 0, 480);
    }

    function hashOffer(
        uint256 workId,
        bytes32 termsId,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(OFFER, workId, termsId, nonce, deadline));
    }

    /// @dev The type and the thirteen words of a registration, with room for two more behind them.
    function _wordsOf(
        bytes32 typeHash,
        address creator,
        Registration calldata r
    ) private pure returns (uint256 words) {
        bytes32 sources = _hashSources(r.sources);
        bytes32 payees = _hashPayees(r.payees);
        bytes32 regime = _hashRegime(r.regime);
        // Calldata layout: a registration begins with nine static fields, one word each, from the hash of the content
        // to the labels, in the order of the type. `creator` is clean: `msg.sender`, or checked by the ABI decoder.
        // Memory: allocates 512 bytes, sixteen words; the last two are left to `_hash`.
        assembly ("memory-safe") {
            words := mload(0x40)
            mstore(0x40, add(words, 512))
            mstore(words, typeHash)
            mstore(add(words, 32), creator)
            calldatacopy(add(words, 64), r, 288)
            mstore(add(words, 352), regime)
            mstore(add(words, 384), sources)
            mstore(add(words, 416), payees)
        }
    }

    /// @param size The number of bytes that are hashed: with one word more, or with two.
    function _hash(uint256 words, uint256 a, uint256 b, uint256 size) private pure returns (bytes32 hash) {
        // Memory: `words` are the 512 bytes that `_wordsOf` allocated, and 448 of them are written.
        assembly ("memory-safe") {
            mstore(add(words, 448), a)
            mstore(add(words, 480), b)
            hash := keccak256(words, size)
        }
    }

    function _hashRegime(Regime calldata regime) private pure returns (bytes32 hash) {
        bytes32 typeHash = REGIME;
        // Calldata layout: a regime is three static words. Memory: written past the free pointer, and not kept.
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, typeHash)
            calldatacopy(add(words, 32), regime, 96)
            hash := keccak256(words, 128)
        }
    }

    function _hashSources(Source[] calldata sources) private pure returns (bytes32) {
        uint256 from;
        // Calldata layout: `offset` is where the first source begins, and a source is four static words. The compiler
        // has checked that the list ends within the calldata. No memory is touched.
        assembly ("memory-safe") {
            from := sources.offset
        }
        return _hashList(SOURCE, from, sources.length, 128);
    }

    function _hashPayees(Payee[] calldata payees) private pure returns (bytes32) {
        uint256 from;
        // Calldata layout: as for sources; a payee is two static words. No memory is touched.
        assembly ("memory-safe") {
            from := payees.offset
        }
        return _hashList(PAYEE, from, payees.length, 64);
    }

    /// @dev The hash of a list of structs of `size` bytes, one behind the other: the hash of their hashes.
    function _hashList(
        bytes32 typeHash,
        uint256 from,
        uint256 count,
        uint256 size
    ) private pure returns (bytes32 hash) {
        // Calldata layout: `count` static structs of `size` bytes each, without gaps.
        // Memory: written past the free pointer, and not kept. First the hashes, one word each; behind them the type
        // and one struct, written anew for each.
        assembly ("memory-safe") {
            let hashes := mload(0x40)
            let words := add(hashes, shl(5, count))
            mstore(words, typeHash)
            for {
                let to := hashes
            } lt(to, words) {
                to := add(to, 32)
            } {
                calldatacopy(add(words, 32), from, size)
                mstore(to, keccak256(words, add(size, 32)))
                from := add(from, size)
            }
            hash := keccak256(hashes, shl(5, count))
        }
    }
}
