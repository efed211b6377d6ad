// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    ADAPT,
    AI_TRAINING,
    BROADCAST,
    DISPLAY,
    DISTRIBUTE,
    EMBED_IN_GAME,
    MERCHANDISE,
    PERFORM,
    REPRODUCE,
    TEXT_AND_DATA_MINING,
    Uses
} from "../shared/Uses.sol";
import {TERMS_ATTRIBUTION, TERMS_SHARE_ALIKE, TERMS_TRANSFERABLE, Terms} from "./Terms.sol";

/// @title Terms for common purposes, for contracts that offer works.
/// @notice What a contract cannot know, such as whether a use is commercial, is in the document (ODRL 2.2) whose
/// SHA-256 the terms contain. The service has the same presets under the same names.
library Presets {
    /// @notice The licensee may show, copy and adapt the work free of charge, not commercially, and shares alike.
    function nonCommercialShareAlike(bytes32 documentHash) internal pure returns (Terms memory terms) {
        Uses uses = DISPLAY | REPRODUCE | DISTRIBUTE | PERFORM | ADAPT;
        terms = _terms(uses, uses, documentHash);
        terms.flags |= TERMS_SHARE_ALIKE;
    }

    /// @notice The licensee may use the work unchanged and commercially, for a price.
    function commercialUse(
        address currency,
        uint128 price,
        bytes32 documentHash
    ) internal pure returns (Terms memory terms) {
        Uses uses = DISPLAY | REPRODUCE | DISTRIBUTE | PERFORM | MERCHANDISE | BROADCAST;
        Uses none;
        return _priced(_terms(uses, none, documentHash), currency, price);
    }

    /// @notice The licensee may adapt and sell the work for a price and a share of the revenue. A derivative may
    /// license the same uses.
    function commercialRemix(
        address currency,
        uint128 price,
        uint16 revenueShareBps,
        bytes32 documentHash
    ) internal pure returns (Terms memory terms) {
        Uses uses = DISPLAY | REPRODUCE | DISTRIBUTE | PERFORM | ADAPT | MERCHANDISE | BROADCAST;
        terms = _priced(_terms(uses, uses, documentHash), currency, price);
        terms.revenueShareBps = revenueShareBps;
    }

    /// @notice The licensee may use the work in a game for a limited time, for a price and a share of the revenue. The
    /// licence can be transferred, for example to a publisher.
    function gameUse(
        address currency,
        uint128 price,
        uint16 revenueShareBps,
        uint32 duration,
        bytes32 documentHash
    ) internal pure returns (Terms memory terms) {
        Uses uses = DISPLAY | REPRODUCE | DISTRIBUTE | ADAPT | EMBED_IN_GAME;
        terms = _priced(_terms(uses, DISPLAY | EMBED_IN_GAME, documentHash), currency, price);
        (terms.revenueShareBps, terms.duration) = (revenueShareBps, duration);
        terms.flags |= TERMS_TRANSFERABLE;
    }

    /// @notice Schools and researchers may show, copy, perform and analyse the work free of charge.
    function researchAndEducation(bytes32 documentHash) internal pure returns (Terms memory terms) {
        Uses none;
        return _terms(DISPLAY | REPRODUCE | PERFORM | TEXT_AND_DATA_MINING, none, documentHash);
    }

    /// @notice The licensee may train AI on the work for a limited time, for a fee.
    function aiTraining(
        address currency,
        uint128 price,
        uint32 duration,
        bytes32 documentHash
    ) internal pure returns (Terms memory terms) {
        Uses none;
        terms = _priced(_terms(TEXT_AND_DATA_MINING | AI_TRAINING, none, documentHash), currency, price);
        terms.duration = duration;
    }

    function _terms(Uses uses, Uses passOn, bytes32 documentHash) private pure returns (Terms memory terms) {
        (terms.uses, terms.passOn, terms.documentHash) = (uses, passOn, documentHash);
        terms.flags = TERMS_ATTRIBUTION;
    }

    function _priced(
        Terms memory terms,
        address currency,
        uint128 price
    ) private pure returns (Terms memory) {
        (terms.currency, terms.price) = (currency, price);
        return terms;
    }
}
