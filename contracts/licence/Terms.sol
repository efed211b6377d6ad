// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";

/// @notice What a contract can enforce of a licence. Its id is its content: keccak256 of its ABI encoding.
/// @param uses What the licensee may do.
/// @param passOn What a derivative made under the licence may license to others.
/// @param currency The ERC-20 token the price is in; zero is the chain's native currency.
/// @param price What one licence costs, in the currency's smallest unit.
/// @param revenueShareBps Owed of revenue earned by using the work, and of what a derivative receives.
/// @param duration How long a licence lasts, in seconds; zero is without end.
/// @param cap How many units may be sold, renewals not counted; zero is without limit.
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

/// @notice A licence somebody holds. It is stored in one word (`PackedLicence.sol`).
/// @param since When it was acquired, in seconds since 1970; zero where there never was one.
/// @param until The last second it holds; the largest value is without end.
/// @param units How many were bought; zero where all were passed on to others. The record stays, as a proof.
/// @param breachAt When the creator recorded a breach, in seconds since 1970; zero where there is none.
/// @param flags As in the terms, and 128 where it was revoked.
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
