// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../licence/Terms.sol";
import {Logged} from "../log/Logged.sol";
import {Uses} from "../shared/Uses.sol";
import {IWorkToken} from "./IWorkToken.sol";
import {Edge, Kind, Payee, Registration, Shares, Source, Work} from "./Work.sol";

/// @title Works, their creators' rights and the recipients of their income.
/// @notice A work is an ERC-721 token whose id is derived from its content: keccak256(creator, SHA-256 of the file).
interface IWorkRegistry is IWorkToken {
    /// @notice A work was registered. `SharesFixed`, `LabelsFixed` and `RegimeFixed` complete it.
    event WorkRegistered(
        uint256 indexed workId,
        address indexed creator,
        bytes32 indexed contentHash,
        bytes32 metadataHash,
        Work work
    );

    /// @notice The work's sources and payees, in full. Without this event, only the registrant is paid.
    event SharesFixed(uint256 indexed workId, Source[] sources, Edge[] inherited, Payee[] payees);

    /// @notice A community put Local Contexts labels on a heritage element, one bit per label.
    event LabelsFixed(uint256 indexed workId, address indexed community, uint32 labels);

    /// @notice The work's end changed with the licences it was made under. No licence of the work may hold after
    /// `until`.
    event EndRevised(uint256 indexed workId, uint40 until);

    /// @notice The work was registered with the creator's signature (ERC-7015).
    event CreatorAttribution(
        bytes32 structHash,
        string domainName,
        string version,
        address creator,
        bytes signature
    );

    /// @notice The work was registered from entry `index` of the log. The entry's `author` is the creator or an
    /// operator of the log.
    /// @param signed Whether the creator signed the entry. If only an operator vouches for the work, the work has flag
    /// 128.
    event WorkVouched(uint256 indexed workId, address indexed author, uint64 index, bool signed);

    /// @notice The creator published a new version of the metadata.
    event MetadataAmended(uint256 indexed workId, bytes32 metadataHash, uint8 aiSummary);

    /// @notice The metadata can no longer be amended.
    event MetadataFrozen(uint256 indexed workId);

    /// @notice The creator proposed a successor. The role passes when the successor accepts.
    event CreatorProposed(uint256 indexed workId, address indexed creator, address indexed successor);

    /// @notice The creator's role passed to the successor. Income does not pass: the payees stay the same.
    event CreatorSucceeded(uint256 indexed workId, address indexed creator, address indexed successor);

    /// @notice The creator already registered this content with different fields.
    error WorkAlreadyRegistered(uint256 workId);

    /// @notice `sourceShares` needs one list per registration; a list may be empty.
    error WorkListsDiffer(uint256 registrations, uint256 sourceShares);

    /// @notice The SHA-256 of the file or of the metadata is zero.
    error WorkHashMissing();

    /// @notice Only `creator` may call this.
    error WorkNotCreator(uint256 workId, address creator, address caller);

    /// @notice The metadata is frozen and can no longer be amended.
    error WorkMetadataFrozen(uint256 workId);

    /// @notice `caller` is not the proposed successor.
    error WorkNotSuccessor(uint256 workId, address successor, address caller);

    /// @notice Only an accredited custodian or community registers heritage elements.
    error WorkCustodianNotAccredited(address custodian);

    /// @notice Only an accredited community puts labels on a work, and only on heritage elements.
    error WorkLabelsNotCommunity(address creator, Kind kind);

    /// @notice `labels` contains an unknown label.
    error WorkLabelsUnknown(uint32 labels);

    /// @notice A restricted token requires an accredited registrar; an open token has no restrictions.
    error WorkRegimeInvalid(address registrar, uint32 minHolding, uint16 maxTransfers);

    /// @notice A heritage element has no sources; a derivative has at least one.
    error WorkSourcesDoNotFitKind(Kind kind, uint256 sources);

    /// @notice `uses` contains an unknown use.
    error WorkUsesUnknown(Uses uses);

    /// @notice The holder's uses exceed the work's ceiling.
    error WorkHolderUsesAboveCeiling(Uses holderUses, Uses ceiling);

    /// @notice Moral rights are the lowest three bits only.
    error WorkMoralRightsUnknown(uint8 moralRights);

    /// @notice An AI summary is at most 31.
    error WorkSummaryUnknown(uint8 aiSummary);

    /// @notice A resale royalty is below 10,000 basis points.
    error WorkResaleShareTooHigh(uint16 resaleBps);

    /// @notice The work has more than `limit` sources, edges or payees.
    error SharesTooMany(uint256 count, uint256 limit);

    /// @notice Sources must be listed by ascending id, each once.
    error SharesSourcesNotAscending(uint256 workId);

    /// @notice The shares sum to `sum` basis points. For sources, `limit` is the maximum; for payees, the exact sum
    /// required.
    error SharesDoNotSum(uint256 sum, uint256 limit);

    /// @notice A payee has no address or no share.
    error SharesPayeeEmpty(uint256 index);

    /// @notice A payee is the royalty ledger or the template of its receivers. Neither can claim.
    error SharesPayeeIsLedger(uint256 index);

    /// @notice `creator` used another creator's work and named no licence.
    error SharesSourceNotLicensed(uint256 sourceId, address creator);

    /// @notice The shares differ from those fixed at registration.
    error SharesMismatch(uint256 workId, bytes32 expected, bytes32 got);

    /// @notice The signature's deadline has passed.
    error SignatureExpired(uint256 deadline, uint256 timestamp);

    /// @notice This is not `signer`'s signature of this message.
    error SignatureInvalid(address signer);

    /// @notice Registers a work of the caller. Registering the same work again is a no-op, even if since then a licence
    /// ended, a custodian lost its role, the metadata was amended or the creator's role passed on.
    /// @dev Warning: retained uses, shares and sources are final. A work can be a direct source and also be inherited
    /// with an absolute share; then both shares are owed.
    /// @param registration What the creator states.
    /// @param sourceShares The shares of each source that owes an absolute share, in the order of the sources.
    /// @return workId keccak256(abi.encode(creator, contentHash)).
    function register(
        Registration calldata registration,
        Shares[] calldata sourceShares
    ) external returns (uint256 workId);

    /// @notice Registers several works of the caller. `sourceShares` has one list per registration.
    function registerMany(
        Registration[] calldata registrations,
        Shares[][] calldata sourceShares
    ) external returns (uint256[] memory workIds);

    /// @notice Registers a work of the caller and offers it under `terms`.
    function registerAndOffer(
        Registration calldata registration,
        Shares[] calldata sourceShares,
        Terms calldata terms
    ) external returns (uint256 workId, bytes32 termsId);

    /// @notice Registers a work of `creator` with the creator's signature (EIP-712; ERC-1271 for contract wallets).
    /// @dev Callable by anyone; the result does not depend on the caller. A second relay is a no-op.
    function registerFor(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 workId);

    /// @notice Registers a work of `creator` from an entry of the log, under the id it has had since it was logged.
    /// Callable by anyone.
    /// @dev The proof is verified against the last anchor (`IProvenanceLog.requireLogged`), so a new anchor makes an
    /// earlier proof stale. If the work is already registered, the call is a no-op: it needs no proof and opens no
    /// offer.
    /// @param logged The other fields of the entry, and its inclusion proof.
    /// @param terms Empty, or the terms whose id was logged; they are offered at once. If the creator is the entry's
    /// author and named terms, they are required. If an operator is the author, only the creator may supply them.
    function registerFromLog(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        Logged calldata logged,
        Terms[] calldata terms
    ) external returns (uint256 workId);

    /// @notice Updates the work's end after its source licences were renewed, expired or were revoked. Callable by
    /// anyone.
    /// @dev For each source, the registrant's licence or the current creator's licence counts, whichever ends later. If
    /// a source was itself made under licences, revise its end first.
    function reviseEnd(uint256 workId, Shares calldata shares) external returns (uint40 until);

    /// @notice Publishes a new version of the metadata. Events keep all versions.
    function amendMetadata(uint256 workId, bytes32 metadataHash, uint8 aiSummary) external;

    /// @notice Freezes the metadata for good.
    function freezeMetadata(uint256 workId) external;

    /// @notice Proposes a successor for the creator's role; zero withdraws the proposal.
    function proposeCreator(uint256 workId, address successor) external;

    /// @notice Accepts the creator's role. Past and future income still goes to the payees fixed at registration.
    function acceptCreator(uint256 workId) external;

    /// @notice The id of a work of `creator` with this content, registered or not.
    function workIdOf(address creator, bytes32 contentHash) external pure returns (uint256 workId);

    /// @notice keccak256(abi.encode(sources, inherited, payees)); zero if only the registrant is paid.
    function sharesHashOf(uint256 workId) external view returns (bytes32 sharesHash);

    /// @notice The recipients of a work's income: the hash of its shares, or the registrant if there are none.
    /// @return sharesHash As `sharesHashOf`.
    /// @return soleCreator The registrant if the work has no shares, else zero.
    function incomeOf(uint256 workId) external view returns (bytes32 sharesHash, address soleCreator);

    /// @notice Reverts unless `shares` are the work's own.
    /// @param shares As in `SharesFixed`; three empty lists if the work has no shares.
    function requireShares(uint256 workId, Shares calldata shares) external view;

    /// @notice Whether `sourceId` is a direct source of `workId`, proven by the work's shares.
    function isSource(uint256 workId, uint256 sourceId, Shares calldata shares) external view returns (bool);

    /// @notice The Local Contexts labels of a heritage element, one bit per label.
    function labelsOf(uint256 workId) external view returns (uint32 labels);

    /// @notice The proposed successor, or zero.
    function successorOf(uint256 workId) external view returns (address successor);
}
