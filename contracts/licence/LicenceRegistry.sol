// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IRoyaltyLedger} from "../royalty/IRoyaltyLedger.sol";
import {ADAPT, ALL_USES, Uses} from "../shared/Uses.sol";
import {IWorkRegistry} from "../work/IWorkRegistry.sol";
import {PackedWork} from "../work/PackedWork.sol";
import {Source, WITHOUT_END} from "../work/Work.sol";
import {ILicenceRegistry, Question} from "./ILicenceRegistry.sol";
import {LicenceBreaches} from "./LicenceBreaches.sol";
import {LicenceOffers} from "./LicenceOffers.sol";
import {PackedLicence, pack} from "./PackedLicence.sol";
import {
    Breach,
    Licence,
    TERMS_ABSOLUTE_SHARE,
    TERMS_APPROVAL_REQUIRED,
    TERMS_SHARE_ALIKE,
    TERMS_TRANSFERABLE,
    Terms
} from "./Terms.sol";

/// @title The licences that licensees hold, one storage slot each.
contract LicenceRegistry is LicenceBreaches {
    IRoyaltyLedger public immutable ROYALTIES;

    constructor(IWorkRegistry works, IRoyaltyLedger royalties) LicenceOffers(works) {
        ROYALTIES = royalties;
    }

    /// @inheritdoc ILicenceRegistry
    function acquire(
        uint256 workId,
        Terms calldata terms,
        address licensee,
        uint32 units,
        uint256 maxPrice
    ) external payable returns (bytes32 termsId) {
        termsId = termsIdOf(terms);
        mapping(address licensee => PackedLicence) storage holders = _licences[workId][termsId];
        PackedLicence held = holders[licensee];
        require(licensee != address(0), LicenceLicenseeMissing());
        require(units > 0, LicenceUnitsInvalid(units, held.unitsOf()));
        Offer memory offered = _requireOpen(workId, termsId);
        _sell(workId, termsId, offered.sold, terms.cap, _added(held, terms.duration, units));
        if (terms.flags & TERMS_APPROVAL_REQUIRED != 0 || held.breachAtOf() != 0) {
            _requireApproved(workId, termsId, licensee);
        }
        uint256 price = uint256(terms.price) * units;
        require(price <= maxPrice, LicencePriceTooHigh(price, maxPrice));
        uint256 expectedValue = terms.currency == address(0) ? price : 0;
        require(msg.value == expectedValue, LicencePriceMismatch(expectedValue, msg.value));
        PackedLicence licence =
            held.isActive()
                ? _extended(held, terms.duration, units, workId, termsId, licensee)
                : _new(terms, units);
        // The record of a licence that was passed on proves what was made under it, so it must not be cut short.
        require(
            licence.untilOf() >= held.untilOf(),
            LicenceAlreadyHeld(workId, termsId, licensee, held.untilOf())
        );
        if (offered.derived) _requireWithinSources(workId, licence.untilOf());

        holders[licensee] = licence;

        emit LicenceAcquired(
            workId,
            termsId,
            licensee,
            msg.sender,
            licence.unitsOf(),
            price,
            licence.sinceOf(),
            licence.untilOf()
        );

        if (price > 0)
            ROYALTIES.collect{value: msg.value}(msg.sender, workId, terms.currency, price, termsId);
    }

    /// @inheritdoc ILicenceRegistry
    function transfer(uint256 workId, bytes32 termsId, address to, uint32 units) external {
        mapping(address licensee => PackedLicence) storage holders = _licences[workId][termsId];
        PackedLicence held = _requireActive(workId, termsId, msg.sender);
        uint32 heldUnits = held.unitsOf();
        require(to != address(0), LicenceLicenseeMissing());
        require(to != msg.sender, LicenceAlreadyHeld(workId, termsId, to, held.untilOf()));
        require(held.has(TERMS_TRANSFERABLE), LicenceNotTransferable(workId, termsId));
        require(held.breachAtOf() == 0, LicenceInBreach(workId, termsId, msg.sender, held.breachOf()));
        require(units > 0 && units <= heldUnits, LicenceUnitsInvalid(units, heldUnits));
        PackedLicence got = holders[to];
        if (held.has(TERMS_APPROVAL_REQUIRED) || got.breachAtOf() != 0) {
            _requireApproved(workId, termsId, to);
        }
        if (got.isActive()) {
            require(got.untilOf() == held.untilOf(), LicenceAlreadyHeld(workId, termsId, to, got.untilOf()));
            got = got.withUnits(got.unitsOf() + units);
        } else {
            require(got.untilOf() <= held.untilOf(), LicenceAlreadyHeld(workId, termsId, to, got.untilOf()));
            got = held.withUnits(units).withSince(uint40(block.timestamp));
        }

        holders[msg.sender] = held.withUnits(heldUnits - units);
        holders[to] = got;

        emit LicenceTransferred(workId, termsId, msg.sender, to, units, held.untilOf());
    }

    /// @inheritdoc ILicenceRegistry
    function licenceOf(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) external view returns (Licence memory) {
        return _licences[workId][termsId][licensee].unpack();
    }

    /// @inheritdoc ILicenceRegistry
    function isPermitted(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Uses uses
    ) public view returns (bool) {
        if (uses.isEmpty()) return false;
        if (termsId == 0) return _isPermittedHolder(workId, licensee, uses);
        PackedLicence licence = _licences[workId][termsId][licensee];
        return licence.isActive() && licence.usesOf().covers(uses);
    }

    /// @inheritdoc ILicenceRegistry
    function arePermitted(Question[] calldata questions) external view returns (bool[] memory answers) {
        answers = new bool[](questions.length);
        for (uint256 i = 0; i < questions.length; ++i) {
            Question calldata asked = questions[i];
            answers[i] = isPermitted(asked.workId, asked.termsId, asked.licensee, asked.uses);
        }
    }

    /// @inheritdoc ILicenceRegistry
    function requireAdaptable(
        address creator,
        Source[] calldata sources
    ) external view returns (Uses passOn, bool shareAlike, uint40 until) {
        (passOn, until) = (ALL_USES, WITHOUT_END);
        for (uint256 i = 0; i < sources.length; ++i) {
            Source calldata source = sources[i];
            if (source.termsId == 0) continue;
            PackedLicence licence = _requireActive(source.workId, source.termsId, creator);
            require(
                licence.usesOf().covers(ADAPT),
                LicenceUsesNotCovered(source.workId, source.termsId, ADAPT, licence.usesOf())
            );
            bool absolute = licence.has(TERMS_ABSOLUTE_SHARE);
            uint16 owedBps = licence.revenueShareBpsOf();
            require(
                source.shareBps >= owedBps && source.absolute == absolute,
                SharesBelowLicence(source.workId, source.shareBps, source.absolute, owedBps, absolute)
            );
            passOn = passOn & licence.passOnOf();
            shareAlike = shareAlike || licence.has(TERMS_SHARE_ALIKE);
            if (licence.untilOf() < until) until = licence.untilOf();
        }
    }

    /// @inheritdoc ILicenceRegistry
    function endOf(
        address registrant,
        address creator,
        Source[] calldata sources
    ) external view returns (uint40 until) {
        until = WITHOUT_END;
        for (uint256 i = 0; i < sources.length; ++i) {
            if (sources[i].termsId == 0) continue;
            mapping(address licensee => PackedLicence) storage holders = _licences[sources[i].workId][
                sources[i].termsId
            ];
            uint40 end = holders[registrant].untilOf();
            uint40 other = holders[creator].untilOf();
            if (other > end) end = other;
            if (end < until) until = end;
        }
    }

    /// @dev The units not held before: a renewal takes nothing from the remaining supply.
    function _added(PackedLicence held, uint32 duration, uint32 units) private view returns (uint32) {
        if (duration == 0 || !held.isActive()) return units;
        return units > held.unitsOf() ? units - held.unitsOf() : 0;
    }

    function _new(Terms calldata terms, uint32 units) private view returns (PackedLicence) {
        uint40 since = uint40(block.timestamp);
        return
            pack(
                Licence({
                    since: since,
                    until: terms.duration == 0 ? WITHOUT_END : since + terms.duration,
                    units: units,
                    uses: terms.uses,
                    passOn: terms.passOn,
                    revenueShareBps: terms.revenueShareBps,
                    flags: terms.flags,
                    breachAt: 0,
                    breach: Breach.None
                })
            );
    }

    /// @dev A licence without end gets the units added. A licence with an end is renewed from its end, at most one
    /// whole term ahead of now, so that nobody stacks up years before the price changes. Buying more units than are
    /// held begins a new term for all of them, so that a unit which somebody else acquired for the licensee cannot
    /// block it.
    function _extended(
        PackedLicence held,
        uint32 duration,
        uint32 units,
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) private view returns (PackedLicence) {
        uint32 heldUnits = held.unitsOf();
        if (duration == 0) return held.withUnits(heldUnits + units);
        uint40 until = held.untilOf();
        uint40 oneTerm = uint40(block.timestamp) + duration;
        require(units >= heldUnits, LicenceUnitsInvalid(units, heldUnits));
        require(until <= oneTerm, LicenceAlreadyHeld(workId, termsId, licensee, until));
        return
            units == heldUnits ? held.withUntil(until + duration) : held.withUnits(units).withUntil(oneTerm);
    }

    /// @dev The token's holder may exercise the holder's uses while the licences that the work was made under last.
    function _isPermittedHolder(uint256 workId, address holder, Uses uses) private view returns (bool) {
        try WORKS.packedOf(workId) returns (PackedWork work) {
            return
                work.holderUsesOf().covers(uses) &&
                work.untilOf() >= block.timestamp &&
                IERC721(address(WORKS)).ownerOf(workId) == holder;
        } catch {
            return false;
        }
    }
}
