// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Presets} from "../../../contracts/licence/Presets.sol";
import {Terms} from "../../../contracts/licence/Terms.sol";

/// @title The presets, to be called from outside.
contract PresetTerms {
    function nonCommercialShareAlike(bytes32 documentHash) external pure returns (Terms memory) {
        return Presets.nonCommercialShareAlike(documentHash);
    }

    function commercialUse(
        address currency,
        uint128 price,
        bytes32 documentHash
    ) external pure returns (Terms memory) {
        return Presets.commercialUse(currency, price, documentHash);
    }

    function commercialRemix(
        address currency,
        uint128 price,
        uint16 revenueShareBps,
        bytes32 documentHash
    ) external pure returns (Terms memory) {
        return Presets.commercialRemix(currency, price, revenueShareBps, documentHash);
    }

    function gameUse(
        address currency,
        uint128 price,
        uint16 revenueShareBps,
        uint32 duration,
        bytes32 documentHash
    ) external pure returns (Terms memory) {
        return Presets.gameUse(currency, price, revenueShareBps, duration, documentHash);
    }

    function researchAndEducation(bytes32 documentHash) external pure returns (Terms memory) {
        return Presets.researchAndEducation(documentHash);
    }

    function aiTraining(
        address currency,
        uint128 price,
        uint32 duration,
        bytes32 documentHash
    ) external pure returns (Terms memory) {
        return Presets.aiTraining(currency, price, duration, documentHash);
    }
}
