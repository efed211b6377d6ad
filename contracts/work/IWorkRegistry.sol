// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../licence/Terms.sol";
import {Logged} from "../log/Logged.sol";
import {Uses} from "../shared/Uses.sol";
import {IWorkToken} from "./IWorkToken.sol";
import {Edge, Kind, Payee, Registration, Shares, Source, Work} from "./Work.sol";

/// @title Works, their creators' rights and who shares in their income.
/// @notice A work is an ERC-721 token whose id is its content: keccak256(creator, SHA-256 of the file).
interface IWorkRegistry is IWorkToken {
    /// @notice A work was registered; with `SharesFixed` this is all that is stored of it.
    event WorkRegistered(
        uint256 indexed workId,
        address indexed creator,
        bytes32 indexed contentHash,
        bytes32 metadataHash,
        Work work
    );

    /// @notice The sources and payees of a work, in full. Without this event the creator alone is paid.
    event SharesFixed(uint256 indexed workId, Source[] sources, Edge[] inherited, Payee[] payees);

    /// @notice The community's conditions on a heritage element, one bit for each label of Local Contexts.
    event LabelsFixed(uint256 indexed workId, address indexed community, uint32 labels);

    /// @notice The licences the work was made under end at another time: until then its own may hold.
    event EndRevised(uint256 indexed workId, uint40 until);

    /// @notice A signature of the creator registered the work (ERC-7015).
    event CreatorAttribution(
        bytes32 structHash,
        string domainName,
        string version,
        address creator,
        bytes signature
    );

    /// @notice The work was registered as entry `index` of the log says, in which `author` speaks: the creator, or an
    /// operator of the log.
    /// @param signed Whether the creator signed it. Where an operator's word stands alone, the work has flag 128.
    event WorkVouched(uint256 indexed workId, address indexed author, uint64 index, bool signed);

    /// @notice The creator published a new version of the metadata.
    event MetadataAmended(uint256 indexed workId, bytes32 metadataHash, uint8 aiSummary);

    /// @notice The metadata can no longer be amended.
    event MetadataFrozen(uint256 indexed workId);

    /// @notice The creator named a successor, who has to accept.
    event CreatorProposed(uint256 indexed workId, address indexed creator, address indexed successor);

    /// @notice The creator's role passed to the successor. Income does not: the payees stay.
    event CreatorSucceeded(uint256 indexed workId, address indexed creator, address indexed successor);

    /// @notice The creator has registered this content before, with other words.
    error WorkAlreadyRegistered(uint256 workId);

    /// @notice Each of several works needs a list of its sources' shares, if an empty one.
    error WorkListsDiffer(uint256 registrations, uint256 sourceShares);

    /// @notice The SHA-256 of the file or of the metadata is missing.
    error WorkHashMissing();

    /// @notice Only `creator` may do this.
    error WorkNotCreator(uint256 workId, address creator, address caller);

    /// @notice The metadata was frozen.
    error WorkMetadataFrozen(uint256 workId);

    /// @notice `caller` is not the proposed successor.
    error WorkNotSuccessor(uint256 workId, address successor, address caller);

    /// @notice Only an accredited custodian registers heritage elements.
    error WorkCustodianNotAccredited(address custodian);

    /// @notice Only an accredited community sets conditions, and only on heritage elements.
    error WorkLabelsNotCommunity(address creator, Kind kind);

    /// @notice No such labels.
    error WorkLabelsUnknown(uint32 labels);

    /// @notice A restricted token names an accredited registrar, and an open one restricts nothing.
    error WorkRegimeInvalid(address registrar, uint32 minHolding, uint16 maxTransfers);

    /// @notice A heritage element has no sources, and a derivative has at least one.
    error WorkSourcesDoNotFitKind(Kind kind, uint256 sources);

    /// @notice A set names a use that does not exist.
    error WorkUsesUnknown(Uses uses);

    /// @notice The holder would be given more than the ceiling.
    error WorkHolderUsesAboveCeiling(Uses holderUses, Uses ceiling);

    /// @notice Moral rights are three bits.
    error WorkMoralRightsUnknown(uint8 moralRights);

    /// @notice An AI summary is below 32.
    error WorkSummaryUnknown(uint8 aiSummary);

    /// @notice A resale royalty has to be below the whole price.
    error WorkResaleShareTooHigh(uint16 resaleBps);

    /// @notice More sources, edges or payees than a work may have.
    error SharesTooMany(uint256 count, uint256 limit);

    /// @notice Sources have to be listed by ascending id, each once.
    error SharesSourcesNotAscending(uint256 workId);

    /// @notice The shares sum to `sum` basis points where `limit` was the most (sources) or expected (payees).
    error SharesDoNotSum(uint256 sum, uint256 limit);

    /// @notice A payee has no address or no share.
    error SharesPayeeEmpty(uint256 index);

    /// @notice The royalty ledger, or the template of its receivers, is a payee: what it is owed could never be claimed.
    error SharesPayeeIsLedger(uint256 index);

    /// @notice `creator` used a work of somebody else and named no licence.
    error SharesSourceNotLicensed(uint256 sourceId, address creator);

    /// @notice These are not the shares that were fixed at registration.
    error SharesMismatch(uint256 workId, bytes32 expected, bytes32 got);

    /// @notice The signature came after its deadline.
    error SignatureExpired(uint256 deadline, uint256 timestamp);

    /// @notice The signature is not `signer`'s over this message.
    error SignatureInvalid(address signer);

    /// @notice Registers a work of the caller. Registering the same again changes nothing, whatever happened since:
    /// a licence that ended, a custodian dismissed, metadata amended or a role passed on leave the words the same.
    /// @dev Warning: retained uses, shares and sources are final. A work that is a source and also comes down from
    /// another source with an absolute share is owed both.
    /// @param registration What the creator states.
    /// @param sourceShares For each source that owes an absolute share, in the order of the sources: its shares.
    /// @return workId keccak256(abi.encode(creator, contentHash)).
    function register(
        Registration calldata registration,
        Shares[] calldata sourceShares
    ) external returns (uint256 workId);

    /// @notice Registers several works of the caller; `sourceShares` has a list for each.
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

    /// @notice Registers a work of `creator`, who signed it (EIP-712; contract wallets by ERC-1271).
    /// @dev Anybody may relay; nothing in it depends on who does. A second relay changes nothing.
    function registerFor(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 workId);

    /// @notice Registers a work of `creator` that was logged before, under the id it has had since. Anybody may.
    /// @dev It is proven against the last anchor (`IProvenanceLog.requireLogged`), so a newer one makes a proof stale.
    /// Registering again what is registered changes nothing, needs no proof and opens no offer.
    /// @param logged What the entry says beside the registration, and its proof.
    /// @param terms Empty; or the terms whose id was logged, which are offered at once. They have to be there where the
    /// creator speaks in the entry and named terms; where an operator does, only the creator itself may bring them.
    function registerFromLog(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        Logged calldata logged,
        Terms[] calldata terms
    ) external returns (uint256 workId);

    /// @notice Brings the work's end up to date with the licences it was made under, which were renewed, ran out or
    /// were revoked since. Anybody may.
    /// @dev A licence of the registrant counts, or one of who has the creator's role now. A source that was itself
    /// made under licences is revised first.
    function reviseEnd(uint256 workId, Shares calldata shares) external returns (uint40 until);

    /// @notice Publishes a new version of the metadata. All versions stay in the events.
    function amendMetadata(uint256 workId, bytes32 metadataHash, uint8 aiSummary) external;

    /// @notice Ends amendments for good.
    function freezeMetadata(uint256 workId) external;

    /// @notice Names who is to take the creator's role; zero takes the proposal back.
    function proposeCreator(uint256 workId, address successor) external;

    /// @notice Takes the creator's role. What was and will be earned still goes to the payees fixed at registration.
    function acceptCreator(uint256 workId) external;

    /// @notice The id a work of `creator` has, registered or not.
    function workIdOf(address creator, bytes32 contentHash) external pure returns (uint256 workId);

    /// @notice keccak256(abi.encode(sources, inherited, payees)); zero where the registrant alone is paid.
    function sharesHashOf(uint256 workId) external view returns (bytes32 sharesHash);

    /// @notice Who is paid what a work receives: the hash of its shares, or else who is paid alone.
    /// @return sharesHash As `sharesHashOf`.
    /// @return soleCreator The registrant, where there are no shares.
    function incomeOf(uint256 workId) external view returns (bytes32 sharesHash, address soleCreator);

    /// @notice Reverts unless `shares` are the work's own.
    /// @param shares As in `SharesFixed`; three empty lists where there was none.
    function requireShares(uint256 workId, Shares calldata shares) external view;

    /// @notice Whether `sourceId` is a direct source of `workId`, proven by the work's shares.
    function isSource(uint256 workId, uint256 sourceId, Shares calldata shares) external view returns (bool);

    /// @notice The community's conditions on a heritage element, one bit for each label of Local Contexts.
    function labelsOf(uint256 workId) external view returns (uint32 labels);

    /// @notice Who was proposed as the next creator, or zero.
    function successorOf(uint256 workId) external view returns (address successor);
}
