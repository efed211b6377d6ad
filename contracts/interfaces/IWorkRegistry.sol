// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Kind, Registration, Shares, Work} from "../types/Work.sol";
import {Uses} from "../types/Uses.sol";

/// @title Works, their creators' rights and who shares in their income.
/// @notice A work is an ERC-721 token whose id is its content: keccak256(creator, SHA-256 of the file).
interface IWorkRegistry {
    /// @notice A work was registered; with `SharesFixed` this is all that is stored of it.
    event WorkRegistered(
        uint256 indexed workId,
        address indexed creator,
        bytes32 indexed contentHash,
        bytes32 metadataHash,
        Work work
    );

    /// @notice The sources and payees of a work, in full. Without this event the creator alone is paid.
    event SharesFixed(uint256 indexed workId, Shares shares);

    /// @notice A signature of the creator registered the work (ERC-7015).
    event CreatorAttribution(
        bytes32 structHash,
        string domainName,
        string version,
        address creator,
        bytes signature
    );

    /// @notice The creator published a new version of the metadata.
    event MetadataAmended(uint256 indexed workId, bytes32 metadataHash, uint8 aiSummary);

    /// @notice The metadata can no longer be amended.
    event MetadataFrozen(uint256 indexed workId);

    /// @notice The creator named a successor, who has to accept.
    event CreatorProposed(uint256 indexed workId, address indexed creator, address indexed successor);

    /// @notice The creator's role passed to the successor. Income does not: the payees stay.
    event CreatorSucceeded(uint256 indexed workId, address indexed creator, address indexed successor);

    /// @notice A custodian may, or may no longer, register heritage elements.
    event CustodianAccredited(address indexed custodian, bool accredited);

    /// @notice Where metadata is served from changed. The hashes did not.
    event BaseURIChanged(string baseURI);

    /// @notice No work has this id.
    error WorkUnknown(uint256 workId);

    /// @notice The creator has registered this content before, with other words.
    error WorkAlreadyRegistered(uint256 workId);

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

    /// @notice A heritage element has no sources, and a derivative has at least one.
    error WorkSourcesDoNotFitKind(Kind kind, uint256 sources);

    /// @notice A set names a use that does not exist.
    error WorkUsesUnknown(Uses uses);

    /// @notice The holder would be given more than the ceiling.
    error WorkHolderUsesAboveCeiling(Uses holderUses, Uses ceiling);

    /// @notice Moral rights are three bits.
    error WorkMoralRightsUnknown(uint8 moralRights);

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

    /// @notice The royalty ledger is a payee. It cannot pay itself, so the credit could never be claimed.
    error SharesPayeeIsLedger(uint256 index);

    /// @notice The licence asks for another share of the derivative's income.
    error SharesBelowLicence(
        uint256 sourceId,
        uint16 shareBps,
        bool absolute,
        uint16 licensedBps,
        bool licensedAbsolute
    );

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

    /// @notice Registers a work of `creator`, who signed it (EIP-712; contract wallets by ERC-1271).
    /// @dev Anybody may relay; nothing in it depends on who does. A second relay changes nothing.
    function registerFor(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 workId);

    /// @notice Publishes a new version of the metadata. All versions stay in the events.
    function amendMetadata(uint256 workId, bytes32 metadataHash, uint8 aiSummary) external;

    /// @notice Ends amendments for good.
    function freezeMetadata(uint256 workId) external;

    /// @notice Names who is to take the creator's role; zero takes the proposal back.
    function proposeCreator(uint256 workId, address successor) external;

    /// @notice Takes the creator's role. What was and will be earned still goes to the payees fixed at registration.
    function acceptCreator(uint256 workId) external;

    /// @notice Lets `custodian` register heritage elements, or no longer.
    /// @dev Warning: an administrator's power. It does not touch works that are registered.
    function accreditCustodian(address custodian, bool accredited) external;

    /// @notice Moves where metadata is served from.
    /// @dev Warning: an administrator's power. Readers check what is served against `metadataHashOf`.
    function setBaseURI(string calldata baseURI) external;

    /// @notice The id a work of `creator` has, registered or not.
    function workIdOf(address creator, bytes32 contentHash) external pure returns (uint256 workId);

    /// @notice The work, or `WorkUnknown`.
    function workOf(uint256 workId) external view returns (Work memory work);

    /// @notice SHA-256 of the metadata's canonical JSON, in its newest version.
    function metadataHashOf(uint256 workId) external view returns (bytes32 metadataHash);

    /// @notice keccak256(abi.encode(shares)); zero where the creator alone is paid.
    function sharesHashOf(uint256 workId) external view returns (bytes32 sharesHash);

    /// @notice Who is paid what a work receives, checked: reverts unless `shares` are the work's own.
    /// @param shares As in `SharesFixed`; three empty lists where there was none.
    /// @return soleCreator Paid alone if there are no shares, else zero.
    function checkShares(uint256 workId, Shares calldata shares) external view returns (address soleCreator);

    /// @notice Whether `sourceId` is a direct source of `workId`, proven by the work's shares.
    function isSource(uint256 workId, uint256 sourceId, Shares calldata shares) external view returns (bool);

    /// @notice Whether `custodian` may register heritage elements.
    function isCustodian(address custodian) external view returns (bool);

    /// @notice Who was proposed as the next creator, or zero.
    function successorOf(uint256 workId) external view returns (address successor);
}
