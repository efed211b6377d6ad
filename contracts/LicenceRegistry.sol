// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {ILicenceRegistry} from "./interfaces/ILicenceRegistry.sol";
import {IRoyaltyLedger} from "./interfaces/IRoyaltyLedger.sol";
import {IWorkRegistry} from "./interfaces/IWorkRegistry.sol";
import {Messages} from "./libraries/Messages.sol";
import {Licence, TERMS_APPROVAL_REQUIRED, TERMS_FLAGS, TERMS_SHARE_ALIKE, Terms} from "./types/Terms.sol";
import {ADAPT, ALL_USES, Uses} from "./types/Uses.sol";
import {WHOLE_BPS, WORK_SHARE_ALIKE, Work} from "./types/Work.sol";

/// @title Offers and licences, one storage slot each.
contract LicenceRegistry is ILicenceRegistry, EIP712, Nonces {
    struct Offer {
        bool open;
        uint32 sold;
    }

    IWorkRegistry public immutable WORKS;
    IRoyaltyLedger public immutable ROYALTIES;

    /* STORAGE */

    mapping(uint256 workId => mapping(bytes32 termsId => Offer)) private _offers;
    mapping(uint256 workId => mapping(bytes32 termsId => mapping(address licensee => Licence)))
        private _licences;
    mapping(uint256 workId => mapping(bytes32 termsId => mapping(address licensee => bool)))
        private _approvals;

    constructor(IWorkRegistry works, IRoyaltyLedger royalties) EIP712("Lianpu", "1") {
        WORKS = works;
        ROYALTIES = royalties;
    }

    /// @inheritdoc ILicenceRegistry
    function offer(uint256 workId, Terms calldata terms) external returns (bytes32 termsId) {
        return _offer(_requireCreator(workId), workId, terms);
    }

    /// @inheritdoc ILicenceRegistry
    function offerFor(
        uint256 workId,
        Terms calldata terms,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 termsId) {
        Work memory work = WORKS.workOf(workId);
        require(block.timestamp <= deadline, IWorkRegistry.SignatureExpired(deadline, block.timestamp));
        bytes32 message = _hashTypedDataV4(
            Messages.hashOffer(workId, termsIdOf(terms), nonces(work.creator), deadline)
        );
        require(
            SignatureChecker.isValidSignatureNowCalldata(work.creator, message, signature),
            IWorkRegistry.SignatureInvalid(work.creator)
        );

        _useNonce(work.creator);
        return _offer(work, workId, terms);
    }

    /// @inheritdoc ILicenceRegistry
    function withdraw(uint256 workId, bytes32 termsId) external {
        _requireCreator(workId);
        require(_offers[workId][termsId].open, LicenceNotOffered(workId, termsId));

        _offers[workId][termsId].open = false;

        emit TermsWithdrawn(workId, termsId);
    }

    /// @inheritdoc ILicenceRegistry
    function approve(uint256 workId, bytes32 termsId, address licensee, bool approved) external {
        _requireCreator(workId);

        _approvals[workId][termsId][licensee] = approved;

        emit LicenseeApproved(workId, termsId, licensee, approved);
    }

    /// @inheritdoc ILicenceRegistry
    function acquire(
        uint256 workId,
        Terms calldata terms,
        address licensee,
        uint256 maxPrice
    ) external payable returns (bytes32 termsId) {
        termsId = termsIdOf(terms);
        Offer memory offered = _offers[workId][termsId];
        require(licensee != address(0), LicenceLicenseeMissing());
        require(offered.open, LicenceNotOffered(workId, termsId));
        require(terms.cap == 0 || offered.sold < terms.cap, LicenceSoldOut(workId, termsId, terms.cap));
        require(
            terms.flags & TERMS_APPROVAL_REQUIRED == 0 || _approvals[workId][termsId][licensee],
            LicenceNotApproved(workId, termsId, licensee)
        );
        require(terms.price <= maxPrice, LicencePriceTooHigh(terms.price, maxPrice));
        uint256 expectedValue = terms.currency == address(0) ? terms.price : 0;
        require(msg.value == expectedValue, LicencePriceMismatch(expectedValue, msg.value));
        (uint40 since, uint40 until) = _term(
            _licences[workId][termsId][licensee],
            terms.duration,
            workId,
            termsId,
            licensee
        );

        if (terms.cap > 0) _offers[workId][termsId].sold = offered.sold + 1;
        _licences[workId][termsId][licensee] = Licence({
            since: since,
            until: until,
            uses: terms.uses,
            passOn: terms.passOn,
            revenueShareBps: terms.revenueShareBps,
            flags: terms.flags
        });

        emit LicenceAcquired(workId, termsId, licensee, msg.sender, terms.price, since, until);

        if (terms.price > 0) {
            ROYALTIES.collect{value: msg.value}(msg.sender, workId, terms.currency, terms.price, termsId);
        }
    }

    /// @inheritdoc ILicenceRegistry
    function termsIdOf(Terms calldata terms) public pure returns (bytes32 termsId) {
        return keccak256(abi.encode(terms));
    }

    /// @inheritdoc ILicenceRegistry
    function offerOf(uint256 workId, bytes32 termsId) external view returns (bool offered, uint32 sold) {
        Offer memory current = _offers[workId][termsId];
        return (current.open, current.sold);
    }

    /// @inheritdoc ILicenceRegistry
    function licenceOf(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) external view returns (Licence memory) {
        return _licences[workId][termsId][licensee];
    }

    /// @inheritdoc ILicenceRegistry
    function isApproved(uint256 workId, bytes32 termsId, address licensee) external view returns (bool) {
        return _approvals[workId][termsId][licensee];
    }

    /// @inheritdoc ILicenceRegistry
    function isPermitted(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Uses uses
    ) external view returns (bool) {
        Licence memory licence = _licences[workId][termsId][licensee];
        return !uses.isEmpty() && licence.until >= block.timestamp && licence.uses.covers(uses);
    }

    /// @inheritdoc ILicenceRegistry
    function requireAdaptable(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) external view returns (Licence memory licence) {
        licence = _licences[workId][termsId][licensee];
        require(licence.since != 0, LicenceMissing(workId, termsId, licensee));
        require(licence.until >= block.timestamp, LicenceExpired(workId, termsId, licensee, licence.until));
        require(licence.uses.covers(ADAPT), LicenceUsesNotCovered(workId, termsId, ADAPT, licence.uses));
    }

    function _offer(
        Work memory work,
        uint256 workId,
        Terms calldata terms
    ) private returns (bytes32 termsId) {
        bool valid =
            !terms.uses.isEmpty() &&
                ALL_USES.covers(terms.uses) &&
                terms.documentHash != 0 &&
                terms.revenueShareBps <= WHOLE_BPS &&
                terms.flags & ~TERMS_FLAGS == 0;
        require(
            valid,
            LicenceTermsInvalid(terms.uses, terms.documentHash, terms.revenueShareBps, terms.flags)
        );
        require(
            (terms.uses & work.retained).isEmpty(),
            LicenceUsesRetained(workId, terms.uses, work.retained)
        );
        require(work.ceiling.covers(terms.uses), LicenceUsesAboveCeiling(workId, terms.uses, work.ceiling));
        require(terms.uses.covers(terms.passOn), LicencePassesOnTooMuch(terms.passOn, terms.uses));
        require(
            work.flags & WORK_SHARE_ALIKE == 0 || terms.flags & TERMS_SHARE_ALIKE != 0,
            LicenceNotShareAlike(workId)
        );
        termsId = termsIdOf(terms);
        if (_offers[workId][termsId].open) return termsId;

        _offers[workId][termsId].open = true;

        emit TermsOffered(workId, termsId, terms);
    }

    /// @dev A licence that ends is renewed from its end, but never further than one whole term ahead of now, so
    /// that nobody stacks up years at a price that is about to change.
    function _term(
        Licence memory held,
        uint32 duration,
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) private view returns (uint40 since, uint40 until) {
        uint40 start = uint40(block.timestamp);
        bool active = held.until >= start;
        require(
            !active || (duration > 0 && held.until <= block.timestamp + duration),
            LicenceAlreadyHeld(workId, termsId, licensee, held.until)
        );
        since = active ? held.since : start;
        until = duration == 0 ? type(uint40).max : (active ? held.until : start) + duration;
    }

    function _requireCreator(uint256 workId) private view returns (Work memory work) {
        work = WORKS.workOf(workId);
        require(work.creator == msg.sender, IWorkRegistry.WorkNotCreator(workId, work.creator, msg.sender));
    }
}
