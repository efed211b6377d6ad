// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";
import {Breach, Licence} from "./Terms.sol";

/// @notice A licence in one word, as stored; zero if there never was one.
/// @dev From the lowest bit: since 40, until 40, units 32, uses 16, passed on 16, revenue share 16, flags 8, breach
/// recorded at 40, breach 8.
type PackedLicence is uint256;

using {
    sinceOf,
    untilOf,
    unitsOf,
    usesOf,
    passOnOf,
    revenueShareBpsOf,
    has,
    breachAtOf,
    breachOf,
    isActive,
    withSince,
    withUntil,
    withUnits,
    withBreach,
    withFlag,
    unpack
} for PackedLicence global;

uint256 constant UNTIL_SHIFT = 40;
uint256 constant UNITS_SHIFT = 80;
uint256 constant PASS_ON_SHIFT = 128;
uint256 constant LICENCE_FLAGS_SHIFT = 160;
uint256 constant BREACH_SHIFT = 168;

function pack(Licence memory licence) pure returns (PackedLicence) {
    uint256 word = licence.since;
    word |= uint256(licence.until) << UNTIL_SHIFT;
    word |= uint256(licence.units) << UNITS_SHIFT;
    word |= uint256(Uses.unwrap(licence.uses)) << 112;
    word |= uint256(Uses.unwrap(licence.passOn)) << PASS_ON_SHIFT;
    word |= uint256(licence.revenueShareBps) << 144;
    word |= uint256(licence.flags) << LICENCE_FLAGS_SHIFT;
    word |= uint256(licence.breachAt) << BREACH_SHIFT;
    word |= uint256(licence.breach) << 208;
    return PackedLicence.wrap(word);
}

function unpack(PackedLicence licence) pure returns (Licence memory) {
    uint256 word = PackedLicence.unwrap(licence);
    return
        Licence({
            since: sinceOf(licence),
            until: untilOf(licence),
            units: unitsOf(licence),
            uses: usesOf(licence),
            passOn: passOnOf(licence),
            revenueShareBps: revenueShareBpsOf(licence),
            flags: uint8(word >> LICENCE_FLAGS_SHIFT),
            breachAt: breachAtOf(licence),
            breach: breachOf(licence)
        });
}

function sinceOf(PackedLicence licence) pure returns (uint40) {
    return uint40(PackedLicence.unwrap(licence));
}

function untilOf(PackedLicence licence) pure returns (uint40) {
    return uint40(PackedLicence.unwrap(licence) >> UNTIL_SHIFT);
}

function unitsOf(PackedLicence licence) pure returns (uint32) {
    return uint32(PackedLicence.unwrap(licence) >> UNITS_SHIFT);
}

function usesOf(PackedLicence licence) pure returns (Uses) {
    return Uses.wrap(uint16(PackedLicence.unwrap(licence) >> 112));
}

function passOnOf(PackedLicence licence) pure returns (Uses) {
    return Uses.wrap(uint16(PackedLicence.unwrap(licence) >> PASS_ON_SHIFT));
}

function revenueShareBpsOf(PackedLicence licence) pure returns (uint16) {
    return uint16(PackedLicence.unwrap(licence) >> 144);
}

function has(PackedLicence licence, uint8 flag) pure returns (bool) {
    return uint8(PackedLicence.unwrap(licence) >> LICENCE_FLAGS_SHIFT) & flag != 0;
}

function breachAtOf(PackedLicence licence) pure returns (uint40) {
    return uint40(PackedLicence.unwrap(licence) >> BREACH_SHIFT);
}

function breachOf(PackedLicence licence) pure returns (Breach) {
    return Breach(uint8(PackedLicence.unwrap(licence) >> 208));
}

/// @notice Whether the licence is held now. If all its units were transferred, only a record is left.
function isActive(PackedLicence licence) view returns (bool) {
    return untilOf(licence) >= block.timestamp && unitsOf(licence) > 0;
}

function withSince(PackedLicence licence, uint40 since) pure returns (PackedLicence) {
    return PackedLicence.wrap((PackedLicence.unwrap(licence) & ~uint256(type(uint40).max)) | since);
}

function withUntil(PackedLicence licence, uint40 until) pure returns (PackedLicence) {
    uint256 cleared = PackedLicence.unwrap(licence) & ~(uint256(type(uint40).max) << UNTIL_SHIFT);
    return PackedLicence.wrap(cleared | (uint256(until) << UNTIL_SHIFT));
}

function withUnits(PackedLicence licence, uint32 units) pure returns (PackedLicence) {
    uint256 cleared = PackedLicence.unwrap(licence) & ~(uint256(type(uint32).max) << UNITS_SHIFT);
    return PackedLicence.wrap(cleared | (uint256(units) << UNITS_SHIFT));
}

function withBreach(PackedLicence licence, uint40 breachAt, Breach breach) pure returns (PackedLicence) {
    uint256 cleared = PackedLicence.unwrap(licence) & ((1 << BREACH_SHIFT) - 1);
    return PackedLicence.wrap(cleared | (uint256(breachAt) << BREACH_SHIFT) | (uint256(breach) << 208));
}

function withFlag(PackedLicence licence, uint8 flag) pure returns (PackedLicence) {
    return PackedLicence.wrap(PackedLicence.unwrap(licence) | (uint256(flag) << LICENCE_FLAGS_SHIFT));
}
