// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";
import {PackedWork} from "../work/PackedWork.sol";
import {Source} from "../work/Work.sol";
import {Breach, Licence, Terms} from "./Terms.sol";

/// @notice Asks whether `licensee` may put the work to all of `uses`.
/// @param termsId The licence relied on; zero if `licensee` relies on holding the work's token.
struct Question {
    uint256 workId;
    bytes32 termsId;
    address licensee;
    Uses uses;
}

/// @title Terms that creators offer, and licences that licensees hold.
interface ILicenceRegistry {
    /// @notice The creator offers licences of the work under these terms.
    event TermsOffered(uint256 indexed workId, bytes32 indexed termsId, Terms terms);

    /// @notice The offer ended. Licences already sold remain valid.
    event TermsWithdrawn(uint256 indexed workId, bytes32 indexed termsId);

    /// @notice `licensee` asks the creator for approval under these terms.
    event ApprovalRequested(uint256 indexed workId, bytes32 indexed termsId, address indexed licensee);

    /// @notice The creator approved `licensee` under terms that require approval, or withdrew the approval.
    event LicenseeApproved(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        bool approved
    );

    /// @notice `licensee` acquired a licence, more units of it, or more time.
    /// @param units The units that `licensee` holds now.
    /// @param price The price paid for this purchase, in the smallest unit of the terms' currency.
    event LicenceAcquired(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        address payer,
        uint32 units,
        uint256 price,
        uint40 since,
        uint40 until
    );

    /// @notice Units of a licence passed to another holder, for the remaining time.
    event LicenceTransferred(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        address to,
        uint32 units,
        uint40 until
    );

    /// @notice The creator recorded a breach of the licence. `evidence` is the SHA-256 of a document.
    event BreachRecorded(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        Breach breach,
        bytes32 evidence
    );

    /// @notice The creator withdrew a recorded breach: it was cured, or it never happened.
    event BreachForgiven(uint256 indexed workId, bytes32 indexed termsId, address indexed licensee);

    /// @notice The licence was revoked for the recorded breach.
    event LicenceRevoked(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        Breach breach
    );

    /// @notice The work is not offered under these terms.
    error LicenceNotOffered(uint256 workId, bytes32 termsId);

    /// @notice The creator retained some of the asked uses when the work was registered.
    error LicenceUsesRetained(uint256 workId, Uses asked, Uses retained);

    /// @notice Some of the asked uses are above the work's ceiling.
    error LicenceUsesAboveCeiling(uint256 workId, Uses asked, Uses ceiling);

    /// @notice The terms pass on more uses than they license.
    error LicencePassesOnTooMuch(Uses passOn, Uses uses);

    /// @notice The terms have no use, an unknown use, no document, a revenue share above 10,000 or an unknown flag.
    error LicenceTermsInvalid(Uses uses, bytes32 documentHash, uint16 revenueShareBps, uint8 flags);

    /// @notice A source was licensed share-alike, so terms for this work must be share-alike, too.
    error LicenceNotShareAlike(uint256 workId);

    /// @notice The work rests on licences that end at `until`; this licence would hold longer.
    error LicenceOutlivesSource(uint256 workId, uint40 until);

    /// @notice The creator has not approved this licensee. The terms require approval, or a breach of an earlier
    /// licence is recorded.
    error LicenceNotApproved(uint256 workId, bytes32 termsId, address licensee);

    /// @notice All units under these terms are sold.
    error LicenceSoldOut(uint256 workId, bytes32 termsId, uint32 cap);

    /// @notice The price is above the buyer's maximum.
    error LicencePriceTooHigh(uint256 price, uint256 maxPrice);

    /// @notice The native currency sent differs from the price.
    error LicencePriceMismatch(uint256 price, uint256 sent);

    /// @notice `licensee` already holds this licence until `until`, or the record of one that it passed on. It cannot
    /// be renewed further ahead, joined with one that ends at another time, cut short, or passed to its own holder.
    error LicenceAlreadyHeld(uint256 workId, bytes32 termsId, address licensee, uint40 until);

    /// @notice At least one unit is required. A renewal takes no fewer than the `held` units, a transfer no more.
    error LicenceUnitsInvalid(uint32 units, uint32 held);

    /// @notice The terms do not allow transfers.
    error LicenceNotTransferable(uint256 workId, bytes32 termsId);

    /// @notice A breach of this licence is recorded. Until it is forgiven, the licence cannot be transferred, and no
    /// other breach can be recorded.
    error LicenceInBreach(uint256 workId, bytes32 termsId, address licensee, Breach breach);

    /// @notice A breach needs a kind and a document.
    error BreachUnfounded(Breach breach, bytes32 evidence);

    /// @notice No breach of this licence is recorded.
    error BreachMissing(uint256 workId, bytes32 termsId, address licensee);

    /// @notice The licensee can cure the breach until `until`, in seconds since 1970.
    error BreachCurable(uint256 workId, bytes32 termsId, address licensee, uint256 until);

    /// @notice Only the work registry may call this.
    error LicenceRegistrarUnknown(address caller);

    /// @notice The licence requires another share of the derivative's income.
    error SharesBelowLicence(
        uint256 sourceId,
        uint16 shareBps,
        bool absolute,
        uint16 licensedBps,
        bool licensedAbsolute
    );

    /// @notice The licensee is the zero address.
    error LicenceLicenseeMissing();

    /// @notice `licensee` holds no licence of the work under these terms.
    error LicenceMissing(uint256 workId, bytes32 termsId, address licensee);

    /// @notice The licence has ended; `until` was its last second.
    error LicenceExpired(uint256 workId, bytes32 termsId, address licensee, uint40 until);

    /// @notice The licence does not cover the asked uses.
    error LicenceUsesNotCovered(uint256 workId, bytes32 termsId, Uses asked, Uses uses);

    /// @notice Offers a work of the caller under `terms`. Offering again is a no-op.
    /// @dev Terms never change. A change of terms is a new offer.
    function offer(uint256 workId, Terms calldata terms) external returns (bytes32 termsId);

    /// @notice Offers a work with its creator's signature (EIP-712; ERC-1271 for contract wallets). Callable by anyone.
    function offerFor(
        uint256 workId,
        Terms calldata terms,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 termsId);

    /// @notice Offers a work while `creator` registers it. Only callable by the work registry.
    function offerRegistered(
        address creator,
        uint256 workId,
        PackedWork work,
        Terms calldata terms
    ) external returns (bytes32 termsId);

    /// @notice Ends an offer. Licences already sold remain valid. Only callable by the creator.
    /// @dev A signature for `offerFor` that was not relayed yet stays valid until its deadline, for these terms, too.
    function withdraw(uint256 workId, bytes32 termsId) external;

    /// @notice Asks the creator to approve the caller. It only emits an event; the creator answers with `approve`.
    function requestApproval(uint256 workId, bytes32 termsId) external;

    /// @notice Approves a licensee under terms that require approval, or withdraws the approval. Only callable by the
    /// creator.
    function approve(uint256 workId, bytes32 termsId, address licensee, bool approved) external;

    /// @notice Buys units of a licence for `licensee`, or renews it. The price goes to the work in the royalty ledger.
    /// @dev The call contains the terms, so nobody can change them before it is executed. The royalty ledger draws an
    /// ERC-20 price from the caller, whose allowance it needs. A licence with an end is renewed for all its units, at
    /// most one term ahead. Buying more units than are held begins a new term. A licence without end gets the units
    /// added.
    /// @param units The number of units; the price is paid for each.
    /// @param maxPrice The most the caller agrees to pay for all units.
    function acquire(
        uint256 workId,
        Terms calldata terms,
        address licensee,
        uint32 units,
        uint256 maxPrice
    ) external payable returns (bytes32 termsId);

    /// @notice Transfers units of the caller's licence for its remaining time, if the terms allow it.
    /// @dev Works that the caller made under the licence stay licensed: the record of the licence remains.
    function transfer(uint256 workId, bytes32 termsId, address to, uint32 units) external;

    /// @notice Records that a licensee broke its licence. The licensee has `CURE_PERIOD` to cure the breach. Only
    /// callable by the creator.
    /// @dev Until the breach is forgiven, the licensee needs a new approval to renew or to acquire again. So nobody
    /// waits a breach out under terms that are shorter than the period.
    /// @param evidence SHA-256 of a document that describes the breach.
    function recordBreach(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Breach breach,
        bytes32 evidence
    ) external;

    /// @notice Withdraws a recorded breach. Only callable by the creator.
    function forgiveBreach(uint256 workId, bytes32 termsId, address licensee) external;

    /// @notice Revokes a licence whose recorded breach was not cured in time. Only callable by the creator.
    /// @dev Warning: nothing is refunded. The licensee can acquire again only with the creator's approval.
    function revoke(uint256 workId, bytes32 termsId, address licensee) external;

    /// @notice keccak256(abi.encode(terms)).
    function termsIdOf(Terms calldata terms) external pure returns (bytes32 termsId);

    /// @notice Whether the terms are offered, and the units sold if the terms have a cap.
    function offerOf(uint256 workId, bytes32 termsId) external view returns (bool offered, uint32 sold);

    /// @notice The licence; all zero if there is none.
    function licenceOf(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) external view returns (Licence memory);

    /// @notice Whether the creator approved the licensee under these terms.
    function isApproved(uint256 workId, bytes32 termsId, address licensee) external view returns (bool);

    /// @notice Whether `licensee` may put the work to all of `uses` now.
    /// @param termsId The licence relied on; zero if `licensee` relies on holding the work's token.
    function isPermitted(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Uses uses
    ) external view returns (bool);

    /// @notice Answers many questions as `isPermitted` does, in their order.
    function arePermitted(Question[] calldata questions) external view returns (bool[] memory answers);

    /// @notice The uses that `creator` may pass on from works adapted under the licences that the sources name. Reverts
    /// if a licence is missing, has ended, does not cover adaptation or requires another share.
    /// @return passOn The uses that all of the licences pass on.
    /// @return shareAlike Whether one of the licences is share-alike.
    /// @return until When the first of the licences ends.
    function requireAdaptable(
        address creator,
        Source[] calldata sources
    ) external view returns (Uses passOn, bool shareAlike, uint40 until);

    /// @notice When the first of the licences that the sources name ends, or ended; zero if one is missing.
    /// @param registrant The account that registered the derivative.
    /// @param creator The current holder of the derivative's creator role. For each source, the licence that ends later
    /// counts.
    function endOf(
        address registrant,
        address creator,
        Source[] calldata sources
    ) external view returns (uint40 until);
}
