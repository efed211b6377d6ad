// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A set of uses of a work, one bit each.
/// @dev Eleven bits are named below; five are left for later uses. There are no more than sixteen, because three such
/// sets share one storage slot with the creator's address.
type Uses is uint16;

using {and as &, or as |, eq as ==, covers, without, isEmpty} for Uses global;

Uses constant NO_USES = Uses.wrap(0);
Uses constant DISPLAY = Uses.wrap(1 << 0);
Uses constant REPRODUCE = Uses.wrap(1 << 1);
Uses constant DISTRIBUTE = Uses.wrap(1 << 2);
Uses constant PERFORM = Uses.wrap(1 << 3);
Uses constant ADAPT = Uses.wrap(1 << 4);
Uses constant MERCHANDISE = Uses.wrap(1 << 5);
Uses constant EMBED_IN_GAME = Uses.wrap(1 << 6);
Uses constant BROADCAST = Uses.wrap(1 << 7);
Uses constant TEXT_AND_DATA_MINING = Uses.wrap(1 << 8);
Uses constant AI_TRAINING = Uses.wrap(1 << 9);
Uses constant AI_GENERATION = Uses.wrap(1 << 10);
Uses constant ALL_USES = Uses.wrap((1 << 11) - 1);

function and(Uses a, Uses b) pure returns (Uses) {
    return Uses.wrap(Uses.unwrap(a) & Uses.unwrap(b));
}

function or(Uses a, Uses b) pure returns (Uses) {
    return Uses.wrap(Uses.unwrap(a) | Uses.unwrap(b));
}

function eq(Uses a, Uses b) pure returns (bool) {
    return Uses.unwrap(a) == Uses.unwrap(b);
}

/// @notice Whether every use of `b` is in `a`.
function covers(Uses a, Uses b) pure returns (bool) {
    return Uses.unwrap(b) & ~Uses.unwrap(a) == 0;
}

/// @notice The uses of `a` that are not in `b`.
function without(Uses a, Uses b) pure returns (Uses) {
    return Uses.wrap(Uses.unwrap(a) & ~Uses.unwrap(b));
}

function isEmpty(Uses a) pure returns (bool) {
    return Uses.unwrap(a) == 0;
}
