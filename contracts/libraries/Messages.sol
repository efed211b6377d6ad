// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Payee, Registration, Source} from "../types/Work.sol";

/// @title The EIP-712 messages creators sign, hashed.
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
    bytes32 private constant OFFER = keccak256(
        "Offer(uint256 workId,bytes32 termsId,uint256 nonce,uint256 deadline)"
    );

    function hashRegistration(
        address creator,
        Registration calldata r,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        // In two parts, which together are what one call would encode: the stack is not deep enough for one.
        bytes memory head = abi.encode(
            REGISTRATION,
            creator,
            r.contentHash,
            r.metadataHash,
            r.kind,
            r.retained,
            r.holderUses,
            r.moralRights
        );
        bytes memory tail = abi.encode(
            r.aiSummary,
            r.resaleBps,
            r.labels,
            keccak256(abi.encode(REGIME, r.regime)),
            _hashSources(r.sources),
            _hashPayees(r.payees),
            nonce,
            deadline
        );
        return keccak256(bytes.concat(head, tail));
    }

    function hashOffer(
        uint256 workId,
        bytes32 termsId,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(OFFER, workId, termsId, nonce, deadline));
    }

    function _hashSources(Source[] calldata sources) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](sources.length);
        for (uint256 i = 0; i < sources.length; ++i) {
            hashes[i] = keccak256(abi.encode(SOURCE, sources[i]));
        }
        return keccak256(abi.encodePacked(hashes));
    }

    function _hashPayees(Payee[] calldata payees) private pure returns (bytes32) {
        bytes32[] memory hashes = new bytes32[](payees.length);
        for (uint256 i = 0; i < payees.length; ++i) {
            hashes[i] = keccak256(abi.encode(PAYEE, payees[i]));
        }
        return keccak256(abi.encodePacked(hashes));
    }
}
