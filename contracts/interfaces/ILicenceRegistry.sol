// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Licence, Terms} from "../types/Terms.sol";
import {Uses} from "../types/Uses.sol";

/// @title Terms that creators offer and licences that others hold.
interface ILicenceRegistry {
    /// @notice The creator offers a licence of the work under these terms.
    event TermsOffered(uint256 indexed workId, bytes32 indexed termsId, Terms terms);

    /// @notice The offer ended. Licences already sold stand.
    event TermsWithdrawn(uint256 indexed workId, bytes32 indexed termsId);

    /// @notice The creator approved `licensee` where the terms ask for it, or took that back.
    event LicenseeApproved(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        bool approved
    );

    /// @notice `licensee` holds a licence, or holds it longer.
    event LicenceAcquired(
        uint256 indexed workId,
        bytes32 indexed termsId,
        address indexed licensee,
        address payer,
        uint128 price,
        uint40 since,
        uint40 until
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

    /// @notice The creator has not approved this licensee.
    error LicenceNotApproved(uint256 workId, bytes32 termsId, address licensee);

    /// @notice All licences under these terms are sold.
    error LicenceSoldOut(uint256 workId, bytes32 termsId, uint32 cap);

    /// @notice The price is above what the buyer agreed to.
    error LicencePriceTooHigh(uint256 price, uint256 maxPrice);

    /// @notice Native currency was sent that is not the price.
    error LicencePriceMismatch(uint256 price, uint256 sent);

    /// @notice `licensee` holds this licence without end already, or has renewed it once ahead.
    error LicenceAlreadyHeld(uint256 workId, bytes32 termsId, address licensee, uint40 until);

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

    /// @notice Ends an offer.
    function withdraw(uint256 workId, bytes32 termsId) external;

    /// @notice Approves a licensee where the terms ask for it, or takes that back.
    function approve(uint256 workId, bytes32 termsId, address licensee, bool approved) external;

    /// @notice Buys a licence for `licensee`, or renews it. The price goes to the work in the royalty ledger.
    /// @dev The terms are in the call, so nobody can change them under the buyer. An ERC-20 price is drawn by the
    /// royalty ledger, which the caller has to have allowed. A licence that ends can be renewed one term ahead.
    /// @param maxPrice The most the caller agreed to pay.
    function acquire(
        uint256 workId,
        Terms calldata terms,
        address licensee,
        uint256 maxPrice
    ) external payable returns (bytes32 termsId);

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
    function isPermitted(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Uses uses
    ) external view returns (bool);

    /// @notice The licence `licensee` makes derivatives under; reverts with the reason if there is none.
    function requireAdaptable(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) external view returns (Licence memory licence);
}
