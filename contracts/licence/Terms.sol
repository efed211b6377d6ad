// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";

/// @notice The part of a licence's terms that a contract can enforce. The id of terms is keccak256 of their ABI
/// encoding.
/// @param uses Uses the licensee may exercise.
/// @param passOn Uses that a derivative made under the licence may license to others.
/// @param currency The ERC-20 token of the price; zero is the chain's native currency.
/// @param price The price of one unit, in the currency's smallest unit.
/// @param revenueShareBps The share owed of revenue from using the work, and of a derivative's income, in basis points.
/// @param duration How long a licence lasts, in seconds; zero means without end.
/// @param cap The maximum number of units sold, renewals not counted; zero means no limit.
/// @param flags One bit each: 1 attribution, 2 share-alike, 4 approval required, 8 transferable, 16 absolute share.
/// @param documentHash SHA-256 of the full ODRL 2.2 document as canonical JSON (RFC 8785).
struct Terms {
    Uses uses;
    Uses passOn;
    address currency;
    uint128 price;
    uint16 revenueShareBps;
    uint32 duration;
    uint32 cap;
    uint8 flags;
    bytes32 documentHash;
}

uint8 constant TERMS_ATTRIBUTION = 1;
uint8 constant TERMS_SHARE_ALIKE = 2;
uint8 constant TERMS_APPROVAL_REQUIRED = 4;
uint8 constant TERMS_TRANSFERABLE = 8;
uint8 constant TERMS_ABSOLUTE_SHARE = 16;
uint8 constant TERMS_FLAGS = 31;

/// @notice How a licensee broke its licence.
enum Breach {
    None,
    Unpaid,
    Unreported,
    Unattributed,
    BeyondTerms,
    MoralRights
}

/// @notice A licence, stored in one word (`PackedLicence.sol`).
/// @param since When it was acquired, in seconds since 1970; zero if there never was one.
/// @param until Its last second; the largest value means without end.
/// @param units The units held; zero if all were transferred. The record remains as a proof.
/// @param breachAt When the creator recorded a breach, in seconds since 1970; zero if there is none.
/// @param flags As in the terms, and 128 if it was revoked.
struct Licence {
    uint40 since;
    uint40 until;
    uint32 units;
    Uses uses;
    Uses passOn;
    uint16 revenueShareBps;
    uint8 flags;
    uint40 breachAt;
    Breach breach;
}

uint8 constant LICENCE_REVOKED = 128;
