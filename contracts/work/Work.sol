// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";

/// @notice What a work is: digitised heritage of an accredited custodian, an opera mask, or a work made from others.
enum Kind {
    HeritageElement,
    OperaMask,
    Derivative
}

/// @notice A work that another was made from.
/// @param workId The source.
/// @param termsId The terms of the licence it was used under; zero where the creator of both is the same.
/// @param shareBps What the source is paid, in basis points of what the new work receives.
/// @param absolute Whether every descendant of the new work owes that share too.
struct Source {
    uint256 workId;
    bytes32 termsId;
    uint16 shareBps;
    bool absolute;
}

/// @notice An absolute share that came down from a source. Each work is in the list once, with the largest share it
/// came down with. It may be a direct source, too, and is then paid both: every licence its own share.
/// @param workId The work that is paid.
/// @param shareBps Its share, in basis points of what the descendant receives.
struct Edge {
    uint256 workId;
    uint16 shareBps;
}

/// @notice Somebody who is paid.
/// @param account The address that claims.
/// @param shareBps Its share, in basis points of what is left after the sources.
struct Payee {
    address account;
    uint16 shareBps;
}

/// @notice Everybody a work's income goes to. Emitted in full once, stored as one hash, that of the ABI encoding of
/// the three lists.
struct Shares {
    Source[] sources;
    Edge[] inherited;
    Payee[] payees;
}

/// @notice How the token of a work may be traded. All zero is open: as any ERC-721 token.
/// @param registrar Attests who may hold the token. Whoever is restricted at all has one.
/// @param minHolding How long a holder keeps the token before passing it on, in seconds.
/// @param maxTransfers How often the token may be transferred in all; zero is without limit.
struct Regime {
    address registrar;
    uint32 minHolding;
    uint16 maxTransfers;
}

/// @notice What a creator states when registering a work.
/// @param contentHash SHA-256 of the file.
/// @param metadataHash SHA-256 of the metadata as canonical JSON (RFC 8785).
/// @param kind What the work is.
/// @param retained Uses the creator keeps: nobody can ever license them.
/// @param holderUses Uses the token's holder may exercise.
/// @param moralRights Rights asserted, one bit each: 1 attribution, 2 integrity, 4 disclosure.
/// @param aiSummary What AI did, as an index into the list of IPTC digital source types; zero is not declared.
/// @param resaleBps Royalty asked on a resale (ERC-2981), in basis points, below 10,000.
/// @param labels Conditions of the community, one bit for each label of Local Contexts (`Labels.sol`).
/// @param regime How the token may be traded.
/// @param sources The works it was made from, by ascending id.
/// @param payees Who shares the rest, summing to 10,000; empty means the creator alone.
struct Registration {
    bytes32 contentHash;
    bytes32 metadataHash;
    Kind kind;
    Uses retained;
    Uses holderUses;
    uint8 moralRights;
    uint8 aiSummary;
    uint16 resaleBps;
    uint32 labels;
    Regime regime;
    Source[] sources;
    Payee[] payees;
}

/// @notice A registered work. It is stored in one word (`PackedWork.sol`).
/// @param creator Who has the creator's role now.
/// @param ceiling The uses that can be licensed at all: never more than any source passed on, never a retained one.
/// @param until The last second a licence of it may hold, as the licences it was made under allow, in whole days;
/// the largest value is without end.
/// @param flags One bit each: 1 share-alike, 2 owes an absolute share, 4 metadata frozen, 8 restricted trade,
/// 16 made from others, 32 under a community's conditions, 64 the creator's role was passed on, 128 an operator of the
/// log vouched for it in place of the creator's signature.
struct Work {
    address creator;
    Uses retained;
    Uses ceiling;
    Uses holderUses;
    uint16 resaleBps;
    Kind kind;
    uint8 moralRights;
    uint8 aiSummary;
    uint40 until;
    uint8 flags;
}

uint8 constant WORK_SHARE_ALIKE = 1;
uint8 constant WORK_OWES_ABSOLUTE = 2;
uint8 constant WORK_FROZEN = 4;
uint8 constant WORK_RESTRICTED = 8;
uint8 constant WORK_DERIVED = 16;
uint8 constant WORK_LABELLED = 32;
uint8 constant WORK_SUCCEEDED = 64;
uint8 constant WORK_VOUCHED = 128;
/// @dev What a work takes over from its sources.
uint8 constant WORK_INHERITED = WORK_SHARE_ALIKE | WORK_OWES_ABSOLUTE | WORK_LABELLED;

uint16 constant WHOLE_BPS = 10_000;
uint40 constant WITHOUT_END = type(uint40).max;
