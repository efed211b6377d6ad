// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Regime, Registration} from "../../../contracts/work/Work.sol";
import {vm} from "./Vm.sol";

/// @title EIP-712 written out from the standard, apart from the contracts' own code.
library Sign {
    bytes32 private constant DOMAIN = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );

    bytes private constant PAYEE = "Payee(address account,uint16 shareBps)";
    bytes private constant REGIME = "Regime(address registrar,uint32 minHolding,uint16 maxTransfers)";
    bytes private constant SOURCE = "Source(uint256 workId,bytes32 termsId,uint16 shareBps,bool absolute)";

    function digest(address verifier, bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("Lianpu"), keccak256("1"), block.chainid, verifier)
        );
        return keccak256(bytes.concat(hex"1901", domain, structHash));
    }

    function sign(uint256 key, bytes32 message) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, message);
        return bytes.concat(r, s, bytes1(v));
    }

    function offerHash(
        uint256 workId,
        bytes32 termsId,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        bytes32 typeHash = keccak256("Offer(uint256 workId,bytes32 termsId,uint256 nonce,uint256 deadline)");
        return keccak256(bytes.concat(typeHash, bytes32(workId), termsId, bytes32(nonce), bytes32(deadline)));
    }

    function registrationHash(
        address creator,
        Registration memory r,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        bytes32 typeHash = _typeHash("Registration", "uint256 nonce,uint256 deadline");
        return keccak256(bytes.concat(typeHash, _fields(creator, r), bytes32(nonce), bytes32(deadline)));
    }

    function loggedRegistrationHash(
        address creator,
        Registration memory r,
        bytes32 termsId
    ) internal pure returns (bytes32) {
        bytes32 typeHash = _typeHash("LoggedRegistration", "bytes32 termsId");
        return keccak256(bytes.concat(typeHash, _fields(creator, r), termsId));
    }

    function _typeHash(bytes memory name, bytes memory more) private pure returns (bytes32) {
        return
            keccak256(
                bytes.concat(
                    name,
                    "(address creator,bytes32 contentHash,bytes32 metadataHash,uint8 kind,uint16 retained,",
                    "uint16 holderUses,uint8 moralRights,uint8 aiSummary,uint16 resaleBps,uint32 labels,",
                    "Regime regime,Source[] sources,Payee[] payees,",
                    more,
                    ")",
                    PAYEE,
                    REGIME,
                    SOURCE
                )
            );
    }

    function _fields(address creator, Registration memory r) private pure returns (bytes memory) {
        bytes memory sources = "";
        for (uint256 i = 0; i < r.sources.length; ++i) {
            bytes32 one = keccak256(
                abi.encode(
                    keccak256(SOURCE),
                    r.sources[i].workId,
                    r.sources[i].termsId,
                    r.sources[i].shareBps,
                    r.sources[i].absolute
                )
            );
            sources = bytes.concat(sources, one);
        }
        bytes memory payees = "";
        for (uint256 i = 0; i < r.payees.length; ++i) {
            bytes32 one = keccak256(abi.encode(keccak256(PAYEE), r.payees[i].account, r.payees[i].shareBps));
            payees = bytes.concat(payees, one);
        }
        bytes memory head = abi.encode(creator, r.contentHash, r.metadataHash, r.kind, r.retained);
        bytes memory middle = abi.encode(r.holderUses, r.moralRights, r.aiSummary, r.resaleBps);
        middle = bytes.concat(middle, abi.encode(r.labels), _regimeHash(r.regime));
        return bytes.concat(head, middle, keccak256(sources), keccak256(payees));
    }

    function _regimeHash(Regime memory regime) private pure returns (bytes32) {
        bytes memory words = abi.encode(regime.registrar, regime.minHolding, regime.maxTransfers);
        return keccak256(bytes.concat(keccak256(REGIME), words));
    }
}
