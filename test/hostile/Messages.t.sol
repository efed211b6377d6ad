// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../contracts/licence/Terms.sol";
import {IProvenanceLog} from "../../contracts/log/IProvenanceLog.sol";
import {Logged} from "../../contracts/log/Logged.sol";
import {ADAPT, Uses} from "../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Kind, Payee, Regime, Registration, Source} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Wallet} from "../support/sol/Doubles.sol";
import {LogStage} from "../support/sol/LogStage.sol";
import {Sign} from "../support/sol/Sign.sol";

/// @title What the contracts hash is what the standard says (S4), on random messages.
/// @dev A wallet that agrees to one digest only is asked: where the contract hashes another one, it refuses.
contract MessagesTest is LogStage {
    /// @dev A registration but for its lists, with numbers where enums and sets are.
    struct Fields {
        bytes32 contentHash;
        bytes32 metadataHash;
        uint8 kind;
        uint16 retained;
        uint16 holderUses;
        uint8 moralRights;
        uint8 aiSummary;
        uint16 resaleBps;
        uint32 labels;
        Regime regime;
    }

    Wallet private _wallet;

    function setUp() public override {
        super.setUp();
        _wallet = new Wallet();
    }

    /// @dev All fields and lists random, most of them no registration that would be let in: what counts is only how
    /// far they get.
    /// hardhat-config: default.fuzz.runs = 1000
    function testFuzz_RegistrationsAreHashedAsTheStandardSays(
        Fields memory fields,
        Source[] memory sources,
        Payee[] memory payees,
        uint256 deadline
    ) public {
        Registration memory r = _registration(fields);
        deadline = deadline < block.timestamp ? block.timestamp + deadline : deadline;
        (r.sources, r.payees) = (sources, payees);
        bytes32 message = Sign.registrationHash(address(_wallet), r, 0, deadline);
        bytes memory call = abi.encodeCall(
            IWorkRegistry.registerFor,
            (address(_wallet), r, _none(), deadline, "")
        );
        bytes4 invalid = IWorkRegistry.SignatureInvalid.selector;
        _wallet.accept(Sign.digest(address(works), message));
        (bool ok, bytes memory answer) = address(works).call(call);
        assertTrue(ok || bytes4(answer) != invalid, "hashed in another way");
        if (ok) return;
        // And it is this digest that lets it pass.
        _wallet.accept(Sign.digest(address(works), keccak256(abi.encode(message))));
        (, answer) = address(works).call(call);
        assertTrue(bytes4(answer) == invalid, "hashed in another way");
    }

    /// @dev The same of what is signed to be logged. Whatever is registered, it is an entry first.
    /// hardhat-config: default.fuzz.runs = 1000
    function testFuzz_LoggedRegistrationsAreHashedAsTheStandardSays(
        Fields memory fields,
        Source[] memory sources,
        Payee[] memory payees,
        bytes32 termsId,
        bytes memory signature
    ) public {
        Registration memory r = _registration(fields);
        (r.sources, r.payees) = (sources, payees);
        Logged memory entry;
        (entry.author, entry.termsId, entry.signature) = (address(_wallet), termsId, signature);
        bytes32 message = Sign.loggedRegistrationHash(address(_wallet), r, termsId);
        _wallet.accept(Sign.digest(address(log), message));
        log.anchor(
            1,
            sha256(bytes.concat(hex"00", _leaf(0x010001, address(_wallet), r, entry))),
            new bytes32[](0)
        );
        bytes memory call = abi.encodeCall(
            log.requireLogged,
            (address(_wallet), r, _none(), entry, _noTerms())
        );
        (bool ok, bytes memory answer) = address(log).call(call);
        // The terms that were signed are to be brought, too, but that is asked last.
        assertTrue(ok || bytes4(answer) == IProvenanceLog.LogTermsMismatch.selector, "hashed in another way");
        _wallet.accept(Sign.digest(address(log), keccak256(abi.encode(message))));
        (, answer) = address(log).call(call);
        assertTrue(bytes4(answer) == IWorkRegistry.SignatureInvalid.selector, "hashed in another way");
    }

    /// @dev The same of offers, whose terms are hashed as they came.
    /// hardhat-config: default.fuzz.runs = 1000
    function testFuzz_OffersAreHashedAsTheStandardSays(
        Terms memory terms,
        bytes32 contentHash,
        uint256 deadline
    ) public {
        deadline = deadline < block.timestamp ? block.timestamp + deadline : deadline;
        uint256 workId = _register(address(_wallet), _mask(contentHash == 0 ? bytes32("mask") : contentHash));
        bytes32 termsId = keccak256(abi.encode(terms));
        assertEq(licences.termsIdOf(terms), termsId);
        bytes memory call = abi.encodeCall(ILicenceRegistry.offerFor, (workId, terms, deadline, ""));
        _wallet.accept(Sign.digest(address(licences), Sign.offerHash(workId, termsId, 0, deadline)));
        (bool ok, bytes memory answer) = address(licences).call(call);
        assertTrue(ok || bytes4(answer) != IWorkRegistry.SignatureInvalid.selector, "hashed in another way");
        _wallet.accept(Sign.digest(address(licences), Sign.offerHash(workId, termsId, 2, deadline)));
        (ok, answer) = address(licences).call(call);
        assertTrue(!ok && bytes4(answer) == IWorkRegistry.SignatureInvalid.selector, "no nonce in it");
    }

    function test_TheLongestListsAreHashedAsTheStandardSays() public {
        Registration memory r = _derivative("long", new Source[](16));
        r.payees = new Payee[](32);
        for (uint256 i = 0; i < 32; ++i) {
            if (i < 16) r.sources[i] = Source(i, bytes32(i), uint16(i), i % 2 == 0);
            r.payees[i] = Payee(address(uint160(i)), uint16(i));
        }
        r.holderUses = ADAPT;
        _wallet.accept(
            Sign.digest(address(works), Sign.registrationHash(address(_wallet), r, 0, block.timestamp))
        );
        (, bytes memory answer) = address(works).call(
            abi.encodeCall(IWorkRegistry.registerFor, (address(_wallet), r, _none(), block.timestamp, ""))
        );
        assertTrue(bytes4(answer) != IWorkRegistry.SignatureInvalid.selector, "hashed in another way");
    }

    function _registration(Fields memory fields) private pure returns (Registration memory r) {
        (r.contentHash, r.metadataHash) = (fields.contentHash, fields.metadataHash);
        r.kind = Kind(fields.kind % 3);
        (r.retained, r.holderUses) = (Uses.wrap(fields.retained), Uses.wrap(fields.holderUses));
        (r.moralRights, r.aiSummary, r.resaleBps) = (fields.moralRights, fields.aiSummary, fields.resaleBps);
        (r.labels, r.regime) = (fields.labels, fields.regime);
    }
}
