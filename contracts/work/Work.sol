// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";

/// @notice The kind of a work: digitised heritage of an accredited custodian, an opera mask, or a work made from
/// others.
enum Kind {
    HeritageElement,
    OperaMask,
    Derivative
}

/// @notice A work that another work was made from.
/// @param workId The source.
/// @param termsId The terms of the licence it was used under; zero if both works have the same creator.
/// @param shareBps The source's share, in basis points of the new work's income.
/// @param absolute Whether every descendant of the new work owes this share too.
struct Source {
    uint256 workId;
    bytes32 termsId;
    uint16 shareBps;
    bool absolute;
}

/// @notice An absolute share inherited through a source. Each work is in the list once, with its largest inherited
/// share. If the work is also a direct source, both shares are paid.
/// @param workId The work that is paid.
/// @param shareBps Its share, in basis points of the descendant's income.
struct Edge {
    uint256 workId;
    uint16 shareBps;
}

/// @notice An account that receives a share.
/// @param account The payee's address.
/// @param shareBps Its share, in basis points of the rest after the sources.
struct Payee {
    address account;
    uint16 shareBps;
}

/// @notice All recipients of a work's income. The shares are emitted in full once and stored as one hash: keccak256 of
/// the ABI encoding of the three lists.
struct Shares {
    Source[] sources;
    Edge[] inherited;
    Payee[] payees;
}

/// @notice The trade rules of a work's token. All zero means open: it trades like any ERC-721 token.
/// @param registrar The account that attests holders. Every restriction requires one.
/// @param minHolding How long a holder must keep the token before a transfer, in seconds.
/// @param maxTransfers The maximum number of transfers; zero means no limit.
struct Regime {
    address registrar;
    uint32 minHolding;
    uint16 maxTransfers;
}

/// @notice What a creator states when registering a work.
/// @param contentHash SHA-256 of the file.
/// @param metadataHash SHA-256 of the metadata as canonical JSON (RFC 8785).
/// @param kind The kind of the work.
/// @param retained Uses the creator retains: they can never be licensed.
/// @param holderUses Uses the token's holder may exercise.
/// @param moralRights Moral rights asserted, one bit each: 1 attribution, 2 integrity, 4 disclosure.
/// @param aiSummary The role of AI, as an index into the list of IPTC digital source types; zero means not declared.
/// @param resaleBps Royalty requested on a resale (ERC-2981), in basis points, below 10,000.
/// @param labels Local Contexts labels that a community puts on the work, one bit each (`Labels.sol`).
/// @param regime The token's trade rules.
/// @param sources The works it was made from, by ascending id.
/// @param payees The payees of the rest, whose shares sum to 10,000. If empty, only the creator is paid.
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

/// @notice A registered work, stored in one word (`PackedWork.sol`).
/// @param creator The current holder of the creator's role.
/// @param ceiling The uses that can be licensed at all: only uses that every source passes on, and no retained use.
/// @param until The last second a licence of the work may hold, in whole days, limited by the licences the work was
/// made under. The largest value means without end.
/// @param flags One bit each: 1 share-alike, 2 owes an absolute share, 4 metadata frozen, 8 restricted trade, 16 made
/// from others, 32 has community labels, 64 the creator's role was passed on, 128 an operator of the log vouched for it
/// in place of the creator's signature.
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
/// @dev The flags that a work inherits from its sources.
uint8 constant WORK_INHERITED = WORK_SHARE_ALIKE | WORK_OWES_ABSOLUTE | WORK_LABELLED;

uint16 constant WHOLE_BPS = 10_000;
uint40 constant WITHOUT_END = type(uint40).max;
