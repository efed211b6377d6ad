// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";
import {Kind, WITHOUT_END, Work} from "./Work.sol";

/// @notice A work in one word, as stored and as passed between contracts; zero if there is none.
/// @dev From the lowest bit: creator 160, retained 16, ceiling 16, holder uses 16, resale share 14, kind 2, moral
/// rights 3, AI summary 5, end in days since 1970 16, flags 8. The caller of `pack` has checked that each value fits.
type PackedWork is uint256;

using {
    isNone,
    creatorOf,
    retainedOf,
    ceilingOf,
    holderUsesOf,
    resaleBpsOf,
    kindOf,
    moralRightsOf,
    summaryOf,
    untilOf,
    flagsOf,
    has,
    withCreator,
    withSummary,
    withUntil,
    withFlag,
    unpack
} for PackedWork global;

uint256 constant SUMMARY_SHIFT = 227;
uint256 constant END_SHIFT = 232;
uint256 constant FLAGS_SHIFT = 248;
uint8 constant MAX_SUMMARY = 31;
uint16 constant ENDLESS = type(uint16).max;

function pack(Work memory work) pure returns (PackedWork) {
    uint256 word = uint160(work.creator);
    word |= uint256(Uses.unwrap(work.retained)) << 160;
    word |= uint256(Uses.unwrap(work.ceiling)) << 176;
    word |= uint256(Uses.unwrap(work.holderUses)) << 192;
    word |= uint256(work.resaleBps) << 208;
    word |= uint256(work.kind) << 222;
    word |= uint256(work.moralRights) << 224;
    word |= uint256(work.aiSummary) << SUMMARY_SHIFT;
    word |= uint256(_daysOf(work.until)) << END_SHIFT;
    word |= uint256(work.flags) << FLAGS_SHIFT;
    return PackedWork.wrap(word);
}

function unpack(PackedWork work) pure returns (Work memory) {
    return
        Work({
            creator: creatorOf(work),
            retained: retainedOf(work),
            ceiling: ceilingOf(work),
            holderUses: holderUsesOf(work),
            resaleBps: resaleBpsOf(work),
            kind: kindOf(work),
            moralRights: moralRightsOf(work),
            aiSummary: summaryOf(work),
            until: untilOf(work),
            flags: flagsOf(work)
        });
}

function isNone(PackedWork work) pure returns (bool) {
    return PackedWork.unwrap(work) == 0;
}

function creatorOf(PackedWork work) pure returns (address) {
    return address(uint160(PackedWork.unwrap(work)));
}

function retainedOf(PackedWork work) pure returns (Uses) {
    return Uses.wrap(uint16(PackedWork.unwrap(work) >> 160));
}

function ceilingOf(PackedWork work) pure returns (Uses) {
    return Uses.wrap(uint16(PackedWork.unwrap(work) >> 176));
}

function holderUsesOf(PackedWork work) pure returns (Uses) {
    return Uses.wrap(uint16(PackedWork.unwrap(work) >> 192));
}

function resaleBpsOf(PackedWork work) pure returns (uint16) {
    return uint16((PackedWork.unwrap(work) >> 208) & 0x3fff);
}

function kindOf(PackedWork work) pure returns (Kind) {
    return Kind((PackedWork.unwrap(work) >> 222) & 3);
}

function moralRightsOf(PackedWork work) pure returns (uint8) {
    return uint8((PackedWork.unwrap(work) >> 224) & 7);
}

function summaryOf(PackedWork work) pure returns (uint8) {
    return uint8((PackedWork.unwrap(work) >> SUMMARY_SHIFT) & MAX_SUMMARY);
}

/// @notice The last second of the last whole day on which a licence of the work may hold.
function untilOf(PackedWork work) pure returns (uint40) {
    return _lastSecondOf(uint16(PackedWork.unwrap(work) >> END_SHIFT));
}

function flagsOf(PackedWork work) pure returns (uint8) {
    return uint8(PackedWork.unwrap(work) >> FLAGS_SHIFT);
}

function has(PackedWork work, uint8 flag) pure returns (bool) {
    return flagsOf(work) & flag != 0;
}

function withCreator(PackedWork work, address creator) pure returns (PackedWork) {
    return PackedWork.wrap((PackedWork.unwrap(work) & ~uint256(type(uint160).max)) | uint160(creator));
}

function withSummary(PackedWork work, uint8 aiSummary) pure returns (PackedWork) {
    uint256 cleared = PackedWork.unwrap(work) & ~(uint256(MAX_SUMMARY) << SUMMARY_SHIFT);
    return PackedWork.wrap(cleared | (uint256(aiSummary) << SUMMARY_SHIFT));
}

function withUntil(PackedWork work, uint40 until) pure returns (PackedWork) {
    uint256 cleared = PackedWork.unwrap(work) & ~(uint256(ENDLESS) << END_SHIFT);
    return PackedWork.wrap(cleared | (uint256(_daysOf(until)) << END_SHIFT));
}

function withFlag(PackedWork work, uint8 flag) pure returns (PackedWork) {
    return PackedWork.wrap(PackedWork.unwrap(work) | (uint256(flag) << FLAGS_SHIFT));
}

/// @notice Rounds an end down to the last second of the last whole day.
function wholeDays(uint40 until) pure returns (uint40) {
    return _lastSecondOf(_daysOf(until));
}

function _lastSecondOf(uint16 end) pure returns (uint40) {
    if (end == ENDLESS) return WITHOUT_END;
    return end == 0 ? 0 : uint40(uint256(end) * 1 days - 1);
}

/// @dev Counts whole days. An end within a day moves back to the end of the day before, so that nothing holds longer
/// than the licences it rests on. An end after the year 2149 moves back to that year.
function _daysOf(uint40 until) pure returns (uint16) {
    if (until == WITHOUT_END) return ENDLESS;
    uint256 end = (uint256(until) + 1) / 1 days;
    return end < ENDLESS ? uint16(end) : ENDLESS - 1;
}
