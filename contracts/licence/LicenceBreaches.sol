// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "./ILicenceRegistry.sol";
import {LicenceOffers} from "./LicenceOffers.sol";
import {PackedLicence} from "./PackedLicence.sol";
import {Breach, LICENCE_REVOKED} from "./Terms.sol";

/// @title Breaches of licences: recorded with a reason, then forgiven, or the licence revoked.
abstract contract LicenceBreaches is LicenceOffers {
    /// @notice The time a licensee has to cure a breach once it is recorded, in seconds.
    uint256 public constant CURE_PERIOD = 14 days;

    /* STORAGE */

    mapping(uint256 workId => mapping(bytes32 termsId => mapping(address licensee => PackedLicence)))
        internal _licences;

    /// @inheritdoc ILicenceRegistry
    function recordBreach(
        uint256 workId,
        bytes32 termsId,
        address licensee,
        Breach breach,
        bytes32 evidence
    ) external {
        _requireCreator(workId);
        require(breach != Breach.None && evidence != 0, BreachUnfounded(breach, evidence));
        PackedLicence held = _requireActive(workId, termsId, licensee);
        require(held.breachAtOf() == 0, LicenceInBreach(workId, termsId, licensee, held.breachOf()));

        _licences[workId][termsId][licensee] = held.withBreach(uint40(block.timestamp), breach);
        _disapprove(workId, termsId, licensee);

        emit BreachRecorded(workId, termsId, licensee, breach, evidence);
    }

    /// @inheritdoc ILicenceRegistry
    function forgiveBreach(uint256 workId, bytes32 termsId, address licensee) external {
        _requireCreator(workId);
        PackedLicence held = _requireBreach(workId, termsId, licensee);

        _licences[workId][termsId][licensee] = held.withBreach(0, Breach.None);

        emit BreachForgiven(workId, termsId, licensee);
    }

    /// @inheritdoc ILicenceRegistry
    function revoke(uint256 workId, bytes32 termsId, address licensee) external {
        _requireCreator(workId);
        PackedLicence held = _requireBreach(workId, termsId, licensee);
        uint256 curable = held.breachAtOf() + CURE_PERIOD;
        require(block.timestamp > curable, BreachCurable(workId, termsId, licensee, curable));

        uint40 until = uint40(block.timestamp - 1);
        _licences[workId][termsId][licensee] = held.withUntil(until).withFlag(LICENCE_REVOKED);
        _disapprove(workId, termsId, licensee);

        emit LicenceRevoked(workId, termsId, licensee, held.breachOf());
    }

    function _requireActive(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) internal view returns (PackedLicence held) {
        held = _licences[workId][termsId][licensee];
        require(held.unitsOf() > 0, LicenceMissing(workId, termsId, licensee));
        require(held.untilOf() >= block.timestamp, LicenceExpired(workId, termsId, licensee, held.untilOf()));
    }

    function _requireBreach(
        uint256 workId,
        bytes32 termsId,
        address licensee
    ) private view returns (PackedLicence held) {
        held = _requireActive(workId, termsId, licensee);
        require(held.breachAtOf() != 0, BreachMissing(workId, termsId, licensee));
    }
}
