// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IAccreditations} from "../heritage/IAccreditations.sol";
import {closedBy} from "../heritage/Labels.sol";
import {ILicenceRegistry} from "../licence/ILicenceRegistry.sol";
import {Terms} from "../licence/Terms.sol";
import {IProvenanceLog} from "../log/IProvenanceLog.sol";
import {Logged} from "../log/Logged.sol";
import {IRoyaltyLedger} from "../royalty/IRoyaltyLedger.sol";
import {Messages} from "../shared/Messages.sol";
import {ALL_USES, Uses} from "../shared/Uses.sol";
import {IWorkRegistry} from "./IWorkRegistry.sol";
import {Lineage} from "./Lineage.sol";
import {PackedWork, pack, wholeDays} from "./PackedWork.sol";
import {Statements} from "./Statements.sol";
import {
    Registration,
    Shares,
    Source,
    WITHOUT_END,
    WORK_DERIVED,
    WORK_INHERITED,
    WORK_LABELLED,
    WORK_OWES_ABSOLUTE,
    WORK_RESTRICTED,
    WORK_SHARE_ALIKE,
    WORK_VOUCHED,
    Work
} from "./Work.sol";
import {WorkShares} from "./WorkShares.sol";
import {WorkToken} from "./WorkToken.sol";

/// @title Registers works as tokens, with the rights their creators retain.
contract WorkRegistry is WorkShares, EIP712, Nonces {
    ILicenceRegistry public immutable LICENCES;
    IProvenanceLog public immutable LOG;
    /// @dev The template of the royalty ledger's receivers, which is the ledger's first creation.
    address private immutable _RECEIVER;

    constructor(
        address authority,
        ILicenceRegistry licences,
        IRoyaltyLedger royalties,
        IAccreditations accreditations,
        IProvenanceLog log,
        string memory baseURI
    ) WorkToken(authority, royalties, accreditations, baseURI) EIP712("Lianpu", "1") {
        LICENCES = licences;
        LOG = log;
        _RECEIVER = address(uint160(uint256(keccak256(abi.encodePacked(hex"d694", royalties, hex"01")))));
    }

    /// @inheritdoc IWorkRegistry
    function register(
        Registration calldata registration,
        Shares[] calldata sourceShares
    ) external returns (uint256 workId) {
        return _register(msg.sender, registration, sourceShares);
    }

    /// @inheritdoc IWorkRegistry
    function registerMany(
        Registration[] calldata registrations,
        Shares[][] calldata sourceShares
    ) external returns (uint256[] memory workIds) {
        require(
            registrations.length == sourceShares.length,
            WorkListsDiffer(registrations.length, sourceShares.length)
        );
        workIds = new uint256[](registrations.length);
        for (uint256 i = 0; i < registrations.length; ++i) {
            workIds[i] = _register(msg.sender, registrations[i], sourceShares[i]);
        }
    }

    /// @inheritdoc IWorkRegistry
    function registerAndOffer(
        Registration calldata registration,
        Shares[] calldata sourceShares,
        Terms calldata terms
    ) external returns (uint256 workId, bytes32 termsId) {
        workId = _register(msg.sender, registration, sourceShares);
        termsId = _offer(msg.sender, workId, terms);
    }

    /// @inheritdoc IWorkRegistry
    function registerFor(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 workId) {
        workId = workIdOf(creator, registration.contentHash);
        // A registration that was relayed before has used up its nonce; relaying it again harms nobody.
        if (!_works[workId].isNone()) return _register(creator, registration, sourceShares);
        require(block.timestamp <= deadline, SignatureExpired(deadline, block.timestamp));
        bytes32 structHash = Messages.hashRegistration(creator, registration, nonces(creator), deadline);
        require(
            SignatureChecker.isValidSignatureNowCalldata(creator, _hashTypedDataV4(structHash), signature),
            SignatureInvalid(creator)
        );

        _useNonce(creator);
        _register(creator, registration, sourceShares);

        emit CreatorAttribution(structHash, "Lianpu", "1", creator, signature);
    }

    /// @inheritdoc IWorkRegistry
    function registerFromLog(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        Logged calldata logged,
        Terms[] calldata terms
    ) external returns (uint256 workId) {
        workId = workIdOf(creator, registration.contentHash);
        if (!_works[workId].isNone()) return _register(creator, registration, sourceShares);
        require(
            terms.length == 0 || logged.author == creator || msg.sender == creator,
            WorkNotCreator(workId, creator, msg.sender)
        );

        bool vouched = _requireLogged();
        require(!vouched || (creator != address(ROYALTIES) && creator != _RECEIVER), SharesPayeeIsLedger(0));

        _register(creator, registration, sourceShares);
        if (vouched) _works[workId] = _works[workId].withFlag(WORK_VOUCHED);

        emit WorkVouched(workId, logged.author, logged.index, !vouched);

        if (terms.length > 0) _offer(creator, workId, terms[0]);
    }

    /// @inheritdoc IWorkRegistry
    function reviseEnd(uint256 workId, Shares calldata shares) external returns (uint40 until) {
        PackedWork work = packedOf(workId);
        requireShares(workId, shares);
        until = LICENCES.endOf(_registrant(workId, work), work.creatorOf(), shares.sources);
        for (uint256 i = 0; i < shares.sources.length; ++i) {
            uint40 source = _works[shares.sources[i].workId].untilOf();
            if (source < until) until = source;
        }
        until = wholeDays(until);
        if (until == work.untilOf()) return until;

        _works[workId] = work.withUntil(until);

        emit EndRevised(workId, until);
    }

    /// @inheritdoc IWorkRegistry
    function workIdOf(address creator, bytes32 contentHash) public pure returns (uint256 workId) {
        return uint256(keccak256(abi.encode(creator, contentHash)));
    }

    function _register(
        address creator,
        Registration calldata r,
        Shares[] calldata sourceShares
    ) private returns (uint256 workId) {
        workId = workIdOf(creator, r.contentHash);
        bytes memory shares = _sharesOf(creator, r, _inherit(r.sources, sourceShares));
        bytes32 sharesHash = shares.length == 0 ? bytes32(0) : keccak256(shares);
        if (!_works[workId].isNone()) {
            require(_isSame(workId, r, sharesHash), WorkAlreadyRegistered(workId));
            return workId;
        }
        Statements.requireWellFormed(creator, r, ACCREDITATIONS);
        if (r.payees.length > 0) Lineage.requirePayees(r.payees, address(ROYALTIES), _RECEIVER);
        Work memory work = _derive(creator, r);

        _works[workId] = pack(work);
        _metadataHashes[workId] = r.metadataHash;
        if (sharesHash != 0) _sharesHashes[workId] = sharesHash;
        if (r.labels != 0) _labels[workId] = r.labels;

        emit WorkRegistered(workId, creator, r.contentHash, r.metadataHash, work);
        if (r.labels != 0) emit LabelsFixed(workId, creator, r.labels);
        if (sharesHash != 0) {
            bytes32 topic = SharesFixed.selector;
            // What is hashed is what is emitted, so it need not be encoded twice.
            // Memory layout: bytes are their length and then their content, here the three lists as `abi.encode` wrote
            // them, which is the data of `SharesFixed`; its one indexed parameter is the work. Memory is only read.
            assembly ("memory-safe") {
                log2(add(shares, 32), mload(shares), topic, workId)
            }
        }
        _give(creator, workId, r.regime);
    }

    /// @dev Passes the terms on as they are in the calldata: the licence registry reads them.
    function _offer(address creator, uint256 workId, Terms calldata terms) private returns (bytes32 termsId) {
        address licences = address(LICENCES);
        bytes32 selector = ILicenceRegistry.offerRegistered.selector;
        PackedWork work = _works[workId];
        // Evaluation order: Yul evaluates arguments from right to left, so the call is made before the size of its
        // answer is read. A registry without code answers nothing, which reverts.
        // Calldata layout: terms are nine static words, as `offerRegistered` takes them last: 4 + 3 * 32 + 288 bytes.
        // `selector` is aligned to the left, and `creator` is clean.
        // Memory: written past the free pointer, and not kept; the answer, one word, goes to the scratch space.
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, selector)
            mstore(add(words, 4), creator)
            mstore(add(words, 36), workId)
            mstore(add(words, 68), work)
            calldatacopy(add(words, 100), terms, 288)
            if iszero(and(gt(returndatasize(), 31), call(gas(), licences, 0, words, 388, 0, 32))) {
                returndatacopy(words, 0, returndatasize())
                revert(words, returndatasize())
            }
            termsId := mload(0)
        }
    }

    /// @dev `requireLogged` has the parameters of `registerFromLog`, so the calldata is passed on word for word:
    /// nothing is encoded again, and both contracts read the same.
    function _requireLogged() private view returns (bool vouched) {
        address log = address(LOG);
        bytes32 selector = IProvenanceLog.requireLogged.selector;
        // Evaluation order: as in `_offer`.
        // Calldata layout: this runs only within `registerFromLog`, whose parameters are those of `requireLogged` in
        // the same order, so offsets, which count from byte 4, mean the same there.
        // Memory: written past the free pointer, and not kept; the answer goes to the scratch space. It is zero or one,
        // as the compiler of the log writes it.
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, selector)
            calldatacopy(add(words, 4), 4, sub(calldatasize(), 4))
            if iszero(and(gt(returndatasize(), 31), staticcall(gas(), log, words, calldatasize(), 0, 32))) {
                returndatacopy(words, 0, returndatasize())
                revert(words, returndatasize())
            }
            vouched := mload(0)
        }
    }

    /// @dev The work as its creator states it, without the uses that its sources do not pass on: the ceiling is the
    /// intersection. A creator needs no licence of its own works. For other works it needs one, and owes the share that
    /// the licence requires.
    function _derive(address creator, Registration calldata r) private view returns (Work memory work) {
        Uses ceiling = ALL_USES.without(r.retained).without(closedBy(r.labels));
        uint8 flags = r.labels == 0 ? 0 : WORK_LABELLED;
        if (r.regime.registrar != address(0)) flags |= WORK_RESTRICTED;
        uint40 until = WITHOUT_END;
        bool licensed = false;
        for (uint256 i = 0; i < r.sources.length; ++i) {
            Source calldata source = r.sources[i];
            PackedWork parent = _works[source.workId];
            if (source.termsId != 0) licensed = true;
            else require(creator == parent.creatorOf(), SharesSourceNotLicensed(source.workId, creator));
            ceiling = ceiling & parent.ceilingOf();
            flags |= WORK_DERIVED | (parent.flagsOf() & WORK_INHERITED);
            if (source.absolute) flags |= WORK_OWES_ABSOLUTE;
            if (parent.untilOf() < until) until = parent.untilOf();
        }
        if (licensed) {
            (Uses passOn, bool shareAlike, uint40 end) = LICENCES.requireAdaptable(creator, r.sources);
            ceiling = ceiling & passOn;
            if (shareAlike) flags |= WORK_SHARE_ALIKE;
            if (end < until) until = end;
        }
        require(ceiling.covers(r.holderUses), WorkHolderUsesAboveCeiling(r.holderUses, ceiling));
        work = Work({
            creator: creator,
            retained: r.retained,
            ceiling: ceiling,
            holderUses: r.holderUses,
            resaleBps: r.resaleBps,
            kind: r.kind,
            moralRights: r.moralRights,
            aiSummary: r.aiSummary,
            until: wholeDays(until),
            flags: flags
        });
    }

    /// @dev Compares only what the creator stated at registration. Licences that ended since, a role that passed on and
    /// amended metadata make no difference.
    function _isSame(
        uint256 workId,
        Registration calldata r,
        bytes32 sharesHash
    ) private view returns (bool) {
        PackedWork work = _works[workId];
        return
            _sharesHashes[workId] == sharesHash &&
            _labels[workId] == r.labels &&
            _wasMetadata(workId, r.metadataHash, r.aiSummary) &&
            Statements.isSame(work, r) &&
            _hasRegime(workId, r.regime);
    }
}
