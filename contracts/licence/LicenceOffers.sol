// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Messages} from "../shared/Messages.sol";
import {ALL_USES} from "../shared/Uses.sol";
import {IWorkRegistry} from "../work/IWorkRegistry.sol";
import {PackedWork} from "../work/PackedWork.sol";
import {WHOLE_BPS, WITHOUT_END, WORK_DERIVED, WORK_SHARE_ALIKE} from "../work/Work.sol";
import {ILicenceRegistry} from "./ILicenceRegistry.sol";
import {TERMS_FLAGS, TERMS_SHARE_ALIKE, Terms} from "./Terms.sol";

/// @title Creators' offers, one storage slot each, and the licensees they approve.
abstract contract LicenceOffers is ILicenceRegistry, EIP712, Nonces {
    /// @param derived Whether the work rests on other licences, which may end before a licence of it would.
    struct Offer {
        bool open;
        bool derived;
        uint32 sold;
    }

    IWorkRegistry public immutable WORKS;

    /* STORAGE */

    mapping(uint256 workId => mapping(bytes32 termsId => Offer)) private _offers;
    mapping(uint256 workId => mapping(bytes32 termsId => mapping(address licensee => bool)))
        private _approvals;

    constructor(IWorkRegistry works) EIP712("Lianpu", "1") {
        WORKS = works;
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
        PackedWork work = WORKS.packedOf(workId);
        address creator = work.creatorOf();
        require(block.timestamp <= deadline, IWorkRegistry.SignatureExpired(deadline, block.timestamp));
        bytes32 message = _hashTypedDataV4(
            Messages.hashOffer(workId, termsIdOf(terms), nonces(creator), deadline)
        );
        require(
            SignatureChecker.isValidSignatureNowCalldata(creator, message, signature),
            IWorkRegistry.SignatureInvalid(creator)
        );

        _useNonce(creator);
        return _offer(work, workId, terms);
    }

    /// @inheritdoc ILicenceRegistry
    function offerRegistered(
        address creator,
        uint256 workId,
        PackedWork work,
        Terms calldata terms
    ) external returns (bytes32 termsId) {
        require(msg.sender == address(WORKS), LicenceRegistrarUnknown(msg.sender));
        require(work.creatorOf() == creator, IWorkRegistry.WorkNotCreator(workId, work.creatorOf(), creator));
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
    function requestApproval(uint256 workId, bytes32 termsId) external {
        require(_offers[workId][termsId].open, LicenceNotOffered(workId, termsId));

        emit ApprovalRequested(workId, termsId, msg.sender);
    }

    /// @inheritdoc ILicenceRegistry
    function approve(uint256 workId, bytes32 termsId, address licensee, bool approved) external {
        _requireCreator(workId);

        _approvals[workId][termsId][licensee] = approved;

        emit LicenseeApproved(workId, termsId, licensee, approved);
    }

    /// @inheritdoc ILicenceRegistry
    function termsIdOf(Terms calldata terms) public pure returns (bytes32 termsId) {
        // Calldata layout: terms are nine static words, and their ABI encoding is those words as they came: what
        // `abi.encode` would write, at a quarter of the gas. A word that holds more than its type has another hash, and
        // is refused where the terms are offered.
        // Memory: written past the free pointer, and not kept.
        assembly ("memory-safe") {
            let words := mload(0x40)
            calldatacopy(words, terms, 288)
            termsId := keccak256(words, 288)
        }
    }

    /// @inheritdoc ILicenceRegistry
    function offerOf(uint256 workId, bytes32 termsId) external view returns (bool offered, uint32 sold) {
        Offer memory current = _offers[workId][termsId];
        return (current.open, current.sold);
    }

    /// @inheritdoc ILicenceRegistry
    function isApproved(uint256 workId, bytes32 termsId, address licensee) public view returns (bool) {
        return _approvals[workId][termsId][licensee];
    }

    function _requireOpen(uint256 workId, bytes32 termsId) internal view returns (Offer memory offered) {
        offered = _offers[workId][termsId];
        require(offered.open, LicenceNotOffered(workId, termsId));
    }

    /// @dev Takes units from the remaining supply, if it is limited.
    function _sell(uint256 workId, bytes32 termsId, uint32 sold, uint32 cap, uint32 units) internal {
        if (cap == 0) return;
        // In 256 bits, because the caller chooses the units.
        require(uint256(sold) + units <= cap, LicenceSoldOut(workId, termsId, cap));

        _offers[workId][termsId].sold = sold + units;
    }

    /// @dev Withdraws an approval that was given before the breach.
    function _disapprove(uint256 workId, bytes32 termsId, address licensee) internal {
        if (!isApproved(workId, termsId, licensee)) return;

        _approvals[workId][termsId][licensee] = false;

        emit LicenseeApproved(workId, termsId, licensee, false);
    }

    /// @dev A licence must not outlive the licences that its work rests on.
    function _requireWithinSources(uint256 workId, uint40 until) internal view {
        uint40 end = WORKS.packedOf(workId).untilOf();
        require(until <= end, LicenceOutlivesSource(workId, end));
    }

    function _requireApproved(uint256 workId, bytes32 termsId, address licensee) internal view {
        require(isApproved(workId, termsId, licensee), LicenceNotApproved(workId, termsId, licensee));
    }

    function _requireCreator(uint256 workId) internal view returns (PackedWork work) {
        work = WORKS.packedOf(workId);
        address creator = work.creatorOf();
        require(creator == msg.sender, IWorkRegistry.WorkNotCreator(workId, creator, msg.sender));
    }

    function _offer(PackedWork work, uint256 workId, Terms calldata terms) private returns (bytes32 termsId) {
        _requireLicensable(work, workId, terms);
        termsId = termsIdOf(terms);
        Offer storage current = _offers[workId][termsId];
        if (current.open) return termsId;

        (current.open, current.derived) = (true, work.has(WORK_DERIVED));

        emit TermsOffered(workId, termsId, terms);
    }

    /// @dev Requires terms that are valid and within what the work's creator may license.
    function _requireLicensable(PackedWork work, uint256 workId, Terms calldata terms) private pure {
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
            (terms.uses & work.retainedOf()).isEmpty(),
            LicenceUsesRetained(workId, terms.uses, work.retainedOf())
        );
        require(
            work.ceilingOf().covers(terms.uses),
            LicenceUsesAboveCeiling(workId, terms.uses, work.ceilingOf())
        );
        require(terms.uses.covers(terms.passOn), LicencePassesOnTooMuch(terms.passOn, terms.uses));
        require(
            !work.has(WORK_SHARE_ALIKE) || terms.flags & TERMS_SHARE_ALIKE != 0,
            LicenceNotShareAlike(workId)
        );
        require(
            terms.duration > 0 || work.untilOf() == WITHOUT_END,
            LicenceOutlivesSource(workId, work.untilOf())
        );
    }
}
