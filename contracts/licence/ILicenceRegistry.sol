// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";
import {PackedWork} from "../work/PackedWork.sol";
import {Source} from "../work/Work.sol";
import {Breach, Licence, Terms} from "./Terms.sol";

/// @notice May `licensee` put the work to `uses`?
/// @param termsId The licence it relies on; zero for the holder of the work's token.
struct Question {
    uint256 workId;
    bytes32 termsId;
    address licensee;
    Uses uses;
}

/// @title Terms that creators offer and licences that others hold.
interface ILicenceRegistry {
    /// @notice The creator offers a licence of the work under these terms.
    event TermsOffered(uint256 indexed workId, bytes32 indexed termsId, Terms terms);

    /// @notice The offer ended. Licences already sold stand.
    event TermsWithdrawn(uint256 indexed workId, bytes32 indexed termsId);

    /// @notice `licensee` asks the creator to approve it under these terms.
    event ApprovalRequested(uint256 indexed workId, bytes32 indexed termsId, address indexed licensee);

    /// @notice The creator approved `licensee` where the terms ask for it, or took that back.
    event LicenseeApproved(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        bool approved
    );

    /// @notice `licensee` holds a licence, or more units of it, or holds it longer.
    /// @param units How many it holds now.
    /// @param price What was paid for this.
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

    /// @notice Units of a licence passed to another holder, for the rest of the time.
    event LicenceTransferred(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        address to,
        uint32 units,
        uint40 until
    );

    /// @notice The creator says that the licensee broke the licence; `evidence` is the SHA-256 of a document.
    event BreachRecorded(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        Breach breach,
        bytes32 evidence
    );

    /// @notice The creator took a recorded breach back: it was cured, or there was none.
    event BreachForgiven(uint256 indexed workId, bytes32 indexed termsId, address indexed licensee);

    /// @notice The licence ended for the breach that was recorded.
    event LicenceRevoked(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        Breach breach
    );

    /// @notice The work is not offered under these terms.
    error LicenceNotOffered(uint256 workId, bytes32 termsId);

    /// @notice The creator kept some of the asked uses when the work was registered.
    error LicenceUsesRetained(uint256 workId, Uses asked, Uses retained);

    /// @notice Some of the asked uses were not passed on by a source of the work.
    error LicenceUsesAboveCeiling(uint256 workId, Uses asked, Uses ceiling);

    /// @notice More would be passed on than is licensed.
    error LicencePassesOnTooMuch(Uses passOn, Uses uses);

    /// @notice Terms without a use, without a document, with a share above 10,000 or with an unknown flag.
    error LicenceTermsInvalid(Uses uses, bytes32 documentHash, uint16 revenueShareBps, uint8 flags);

    /// @notice A source was licensed share-alike, so terms for this work have to be, too.
    error LicenceNotShareAlike(uint256 workId);

    /// @notice The work rests on licences that end at `until`, and these terms would hold longer.
    error LicenceOutlivesSource(uint256 workId, uint40 until);

    /// @notice The creator has not approved this licensee, where terms ask for it, or a breach that was recorded of an earlier licence.
    error LicenceNotApproved(uint256 workId, bytes32 termsId, address licensee);

    /// @notice All licences under these terms are sold.
    error LicenceSoldOut(uint256 workId, bytes32 termsId, uint32 cap);

    /// @notice The price is above what the buyer agreed to.
    error LicencePriceTooHigh(uint256 price, uint256 maxPrice);

    /// @notice Native currency was sent that is not the price.
    error LicencePriceMismatch(uint256 price, uint256 sent);

    /// @notice `licensee` holds this licence without end already, or has renewed it once ahead, or holds the record of
    /// one until then, which was passed on and is not cut short.
    error LicenceAlreadyHeld(uint256 workId, bytes32 termsId, address licensee, uint40 until);

    /// @notice No licence without a unit; none is renewed for fewer than the `held` units, or passed on for more.
    error LicenceUnitsInvalid(uint32 units, uint32 held);

    /// @notice The terms do not let the licence be passed on.
    error LicenceNotTransferable(uint256 workId, bytes32 termsId);

    /// @notice A breach of this licence is recorded: until it is forgiven it cannot be passed on.
    error LicenceInBreach(uint256 workId, bytes32 termsId, address licensee, Breach breach);

    /// @notice A breach needs a reason and a document.
    error BreachUnfounded(Breach breach, bytes32 evidence);

    /// @notice No breach is recorded.
    error BreachMissing(uint256 workId, bytes32 termsId, address licensee);

    /// @notice The licensee has until `until` to cure the breach, in seconds since 1970.
    error BreachCurable(uint256 workId, bytes32 termsId, address licensee, uint256 until);

    /// @notice Only the work registry offers what it registers.
    error LicenceRegistrarUnknown(address caller);

    /// @notice The licence asks for another share of the derivative's income.
    error SharesBelowLicence(
        uint256 sourceId,
        uint16 shareBps,
        bool absolute,
        uint16 licensedBps,
        bool licensedAbsolute
    );

    /// @notice A licence needs a licensee.
    error LicenceLicenseeMissing();

    /// @notice `licensee` holds no licence of the work under these terms.
    error LicenceMissing(uint256 workId, bytes32 termsId, address licensee);

    /// @notice The licence ended.
    error LicenceExpired(uint256 workId, bytes32 termsId, address licensee, uint40 until);

    /// @notice The licence is not for these uses.
    error LicenceUsesNotCovered(uint256 workId, bytes32 termsId, Uses asked, Uses uses);

    /// @notice Offers a work of the caller under `terms`. Offering again changes nothing.
    /// @dev Terms never change; a change is a new offer.
    function offer(uint256 workId, Terms calldata terms) external returns (bytes32 termsId);

    /// @notice The same with the creator's signature (EIP-712), relayed by anybody.
    function offerFor(
        uint256 workId,
        Terms calldata terms,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 termsId);

    /// @notice Offers a work that `creator` is registering. Only the work registry may.
    function offerRegistered(
        address creator,
        uint256 workId,
        PackedWork work,
        Terms calldata terms
    ) external returns (bytes32 termsId);

    /// @notice Ends an offer. Licences already sold stand.
    /// @dev A signature for `offerFor` that was not relayed yet is good until its deadline, for these terms, too.
    function withdraw(uint256 workId, bytes32 termsId) external;

    /// @notice Asks the creator to approve the caller. It only leaves a trace: creators answer with `approve`.
    function requestApproval(uint256 workId, bytes32 termsId) external;

    /// @notice Approves a licensee where the terms ask for it, or takes that back.
    function approve(uint256 workId, bytes32 termsId, address licensee, bool approved) external;

    /// @notice Buys units of a licence for `licensee`, or renews it. The price goes to the work in the royalty ledger.
    /// @dev The terms are in the call, so nobody can change them under the buyer. An ERC-20 price is drawn by the
    /// royalty ledger, which the caller has to have allowed. A licence that ends is renewed for all its units, one
    /// term ahead at most; more units than are held begin a new term. To one without end units are added.
    /// @param units How many; one price is paid for each.
    /// @param maxPrice The most the caller agreed to pay for all.
    function acquire(
        uint256 workId,
        Terms calldata terms,
        address licensee,
        uint32 units,
        uint256 maxPrice
    ) external payable returns (bytes32 termsId);

    /// @notice Passes units of the caller's licence on, where the terms let it, for the rest of its time.
    /// @dev What was made under the licence while the caller held it stays licensed: the record of it stands.
    function transfer(uint256 workId, bytes32 termsId, address to, uint32 units) external;

    /// @notice Says that a licensee broke its licence. It has `CURE_PERIOD` to cure that. For the creator.
    /// @dev Until it is forgiven the licensee renews, or acquires again, only when the creator approves it anew; so
    /// nobody waits a breach out behind a term shorter than the period.
    /// @param evidence SHA-256 of a document that says what happened.
    function recordBreach(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Breach breach,
        bytes32 evidence
    ) external;

    /// @notice Takes a recorded breach back. For the creator.
    function forgiveBreach(uint256 workId, bytes32 termsId, address licensee) external;

    /// @notice Ends a licence whose recorded breach was not cured in time. For the creator.
    /// @dev Warning: nothing is paid back. The licensee can acquire again only when the creator approves it.
    function revoke(uint256 workId, bytes32 termsId, address licensee) external;

    /// @notice keccak256(abi.encode(terms)).
    function termsIdOf(Terms calldata terms) external pure returns (bytes32 termsId);

    /// @notice Whether a licence can be acquired, and how many were where the terms have a cap.
    function offerOf(uint256 workId, bytes32 termsId) external view returns (bool offered, uint32 sold);

    /// @notice The licence; all zero where there is none.
    function licenceOf(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) external view returns (Licence memory);

    /// @notice Whether the creator approved the licensee.
    function isApproved(uint256 workId, bytes32 termsId, address licensee) external view returns (bool);

    /// @notice Whether `licensee` may put the work to all of `uses` now.
    /// @param termsId The licence it relies on; zero for the holder of the work's token.
    function isPermitted(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Uses uses
    ) external view returns (bool);

    /// @notice The same for many questions, answered in their order.
    function arePermitted(Question[] calldata questions) external view returns (bool[] memory answers);

    /// @notice What `creator` may pass on of works it adapts under the licences these sources name; reverts with the
    /// reason if one of the licences is not there or asks for another share.
    /// @return passOn What all of the licences pass on.
    /// @return shareAlike Whether one of them asks for terms like its own.
    /// @return until When the first of them ends.
    function requireAdaptable(
        address creator,
        Source[] calldata sources
    ) external view returns (Uses passOn, bool shareAlike, uint40 until);

    /// @notice When the first of the licences that these sources name ends, or ended; zero if one is missing.
    /// @param registrant Who made something under them.
    /// @param creator Who has the creator's role of that now. Of each licence the longer of both counts.
    function endOf(
        address registrant,
        address creator,
        Source[] calldata sources
    ) external view returns (uint40 until);
}
