// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccreditations} from "../heritage/IAccreditations.sol";
import {ALL_LABELS} from "../heritage/Labels.sol";
import {COMMUNITY, CUSTODIAN, REGISTRAR} from "../heritage/Roles.sol";
import {ALL_USES} from "../shared/Uses.sol";
import {IWorkRegistry} from "./IWorkRegistry.sol";
import {Lineage} from "./Lineage.sol";
import {MAX_SUMMARY, PackedWork} from "./PackedWork.sol";
import {Kind, Regime, Registration, WHOLE_BPS} from "./Work.sol";

/// @title Checks of a registration: whether it is valid by itself, and whether it repeats an earlier one.
library Statements {
    /// @notice Requires that a registration is valid by itself, whatever its sources allow.
    function requireWellFormed(
        address creator,
        Registration calldata r,
        IAccreditations accreditations
    ) internal view {
        require(r.contentHash != 0 && r.metadataHash != 0, IWorkRegistry.WorkHashMissing());
        require(
            ALL_USES.covers(r.retained | r.holderUses),
            IWorkRegistry.WorkUsesUnknown(r.retained | r.holderUses)
        );
        require(r.moralRights < 8, IWorkRegistry.WorkMoralRightsUnknown(r.moralRights));
        require(r.aiSummary <= MAX_SUMMARY, IWorkRegistry.WorkSummaryUnknown(r.aiSummary));
        require(r.resaleBps < WHOLE_BPS, IWorkRegistry.WorkResaleShareTooHigh(r.resaleBps));
        require(
            r.sources.length <= Lineage.MAX_SOURCES,
            IWorkRegistry.SharesTooMany(r.sources.length, Lineage.MAX_SOURCES)
        );
        uint8 roles = 0;
        if (r.kind == Kind.HeritageElement) {
            roles = accreditations.rolesOf(creator);
            require(r.sources.length == 0, IWorkRegistry.WorkSourcesDoNotFitKind(r.kind, r.sources.length));
            require(roles & (CUSTODIAN | COMMUNITY) != 0, IWorkRegistry.WorkCustodianNotAccredited(creator));
        } else if (r.kind == Kind.Derivative) {
            require(r.sources.length > 0, IWorkRegistry.WorkSourcesDoNotFitKind(r.kind, 0));
        }
        if (r.labels != 0) {
            require(r.labels <= ALL_LABELS, IWorkRegistry.WorkLabelsUnknown(r.labels));
            require(roles & COMMUNITY != 0, IWorkRegistry.WorkLabelsNotCommunity(creator, r.kind));
        }
        _requireRegime(r.regime, accreditations);
    }

    /// @notice Whether a registered work has the fields of `r`, as far as its word of storage holds them.
    function isSame(PackedWork work, Registration calldata r) internal pure returns (bool) {
        return
            work.kindOf() == r.kind &&
            work.retainedOf() == r.retained &&
            work.holderUsesOf() == r.holderUses &&
            work.moralRightsOf() == r.moralRights &&
            work.resaleBpsOf() == r.resaleBps;
    }

    function hashMetadata(bytes32 metadataHash, uint8 aiSummary) internal pure returns (bytes32) {
        return keccak256(abi.encode(metadataHash, aiSummary));
    }

    /// @dev An open regime is all zero; a restricted one has an accredited registrar.
    function _requireRegime(Regime calldata regime, IAccreditations accreditations) private view {
        if (regime.registrar == address(0) && regime.minHolding == 0 && regime.maxTransfers == 0) return;
        require(
            accreditations.rolesOf(regime.registrar) & REGISTRAR != 0,
            IWorkRegistry.WorkRegimeInvalid(regime.registrar, regime.minHolding, regime.maxTransfers)
        );
    }
}
