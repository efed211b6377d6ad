// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "./IWorkRegistry.sol";
import {Edge, Payee, Shares, Source, WHOLE_BPS} from "./Work.sol";

/// @title Rules for the recipients of a work's income.
library Lineage {
    uint256 internal constant MAX_SOURCES = 16;
    uint256 internal constant MAX_EDGES = 64;
    uint256 internal constant MAX_PAYEES = 32;

    /// @notice Adds the absolute shares that a source owes to those that its descendant owes.
    /// @dev A work reached through several sources is inherited once, with its largest share. A direct source of the
    /// descendant is separate: it is paid under its own licence, in addition to any inherited share.
    /// @param inherited An array with room for `MAX_EDGES`; the first `count` are set.
    function inherit(
        Edge[] memory inherited,
        uint256 count,
        Shares calldata shares
    ) internal pure returns (uint256) {
        Source[] calldata sources = shares.sources;
        for (uint256 i = 0; i < sources.length; ++i) {
            Source calldata source = sources[i];
            if (source.absolute) count = _add(inherited, count, source.workId, source.shareBps);
        }
        Edge[] calldata edges = shares.inherited;
        for (uint256 i = 0; i < edges.length; ++i) {
            Edge calldata edge = edges[i];
            count = _add(inherited, count, edge.workId, edge.shareBps);
        }
        return count;
    }

    /// @notice Requires that sources and inherited edges take at most the whole and fit the limits.
    function requireUpstream(Source[] calldata sources, Edge[] memory inherited) internal pure {
        uint256 edges = sources.length + inherited.length;
        require(edges <= MAX_EDGES, IWorkRegistry.SharesTooMany(edges, MAX_EDGES));
        uint256 sum = 0;
        for (uint256 i = 0; i < sources.length; ++i) {
            sum += sources[i].shareBps;
        }
        for (uint256 i = 0; i < inherited.length; ++i) {
            sum += inherited[i].shareBps;
        }
        require(sum <= WHOLE_BPS, IWorkRegistry.SharesDoNotSum(sum, WHOLE_BPS));
    }

    /// @notice The hash stored for a work's shares: keccak256 of the ABI encoding of the three lists.
    /// @dev The lists are hashed as they are in the calldata. If their layout is not that of `abi.encode`, in order and
    /// without gaps, the hash differs and the shares are refused. If the hash is right, so is everything read from
    /// them.
    function hashShares(Shares calldata shares) internal pure returns (bytes32 hash) {
        Payee[] calldata payees = shares.payees;
        // Calldata layout: `shares` is where the three offsets stand, and payees, two static words each, are the last
        // list, so the encoding ends with them. The compiler has checked that they end within the calldata. Payees that
        // stand before the offsets make `size` negative, which is more memory than any gas pays for.
        // Memory: written past the free pointer, and not kept.
        assembly ("memory-safe") {
            let words := mload(0x40)
            let size := sub(add(payees.offset, shl(6, payees.length)), shares)
            calldatacopy(words, shares, size)
            hash := keccak256(words, size)
        }
    }

    /// @notice Requires that `shares` are those fixed at registration; three empty lists if there were none.
    function requireSame(uint256 workId, bytes32 expected, Shares calldata shares) internal pure {
        bool none = shares.sources.length + shares.inherited.length + shares.payees.length == 0;
        bytes32 got = none ? bytes32(0) : hashShares(shares);
        require(got == expected, IWorkRegistry.SharesMismatch(workId, expected, got));
    }

    /// @notice Requires that the payees share the whole of the rest and that each of them can claim. The ledger cannot,
    /// as it cannot pay itself, nor can the template of its receivers.
    function requirePayees(Payee[] calldata payees, address ledger, address template) internal pure {
        require(payees.length <= MAX_PAYEES, IWorkRegistry.SharesTooMany(payees.length, MAX_PAYEES));
        uint256 sum = 0;
        for (uint256 i = 0; i < payees.length; ++i) {
            require(
                payees[i].account != address(0) && payees[i].shareBps > 0,
                IWorkRegistry.SharesPayeeEmpty(i)
            );
            require(
                payees[i].account != ledger && payees[i].account != template,
                IWorkRegistry.SharesPayeeIsLedger(i)
            );
            sum += payees[i].shareBps;
        }
        require(sum == WHOLE_BPS, IWorkRegistry.SharesDoNotSum(sum, WHOLE_BPS));
    }

    function _add(
        Edge[] memory edges,
        uint256 count,
        uint256 workId,
        uint16 shareBps
    ) private pure returns (uint256) {
        uint256 i = 0;
        // Each of up to 64 edges of each of 16 sources is looked for among as many: a loop that checked its bounds
        // would cost a million gas more.
        // Memory layout: an array of structs is its length and then one pointer for each; the first word of an edge is
        // its work. `count` is never above the length. Memory is only read.
        assembly ("memory-safe") {
            let first := add(edges, 32)
            let place := first
            let end := add(first, shl(5, count))
            for {} lt(place, end) {} {
                if eq(mload(mload(place)), workId) {
                    break
                }
                place := add(place, 32)
            }
            i := shr(5, sub(place, first))
        }
        if (i < count) {
            if (shareBps > edges[i].shareBps) edges[i].shareBps = shareBps;
            return count;
        }
        require(count < edges.length, IWorkRegistry.SharesTooMany(count + 1, edges.length));
        edges[count] = Edge({workId: workId, shareBps: shareBps});
        return count + 1;
    }
}
