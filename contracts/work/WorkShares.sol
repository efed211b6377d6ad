// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "./IWorkRegistry.sol";
import {Lineage} from "./Lineage.sol";
import {Edge, Registration, Shares, Source, WHOLE_BPS, WORK_OWES_ABSOLUTE} from "./Work.sol";
import {WorkCreators} from "./WorkCreators.sol";

/// @title The recipients of a work's income: shares inherited from its sources, and the one hash that is stored.
abstract contract WorkShares is WorkCreators {
    /* STORAGE */

    mapping(uint256 workId => bytes32) internal _sharesHashes;

    /// @inheritdoc IWorkRegistry
    function sharesHashOf(uint256 workId) external view returns (bytes32 sharesHash) {
        packedOf(workId);
        return _sharesHashes[workId];
    }

    /// @inheritdoc IWorkRegistry
    function incomeOf(uint256 workId) external view returns (bytes32 sharesHash, address soleCreator) {
        sharesHash = _sharesHashes[workId];
        if (sharesHash == 0) soleCreator = registrantOf(workId);
    }

    /// @inheritdoc IWorkRegistry
    function requireShares(uint256 workId, Shares calldata shares) public view {
        packedOf(workId);
        Lineage.requireSame(workId, _sharesHashes[workId], shares);
    }

    /// @inheritdoc IWorkRegistry
    function isSource(uint256 workId, uint256 sourceId, Shares calldata shares) external view returns (bool) {
        requireShares(workId, shares);
        for (uint256 i = 0; i < shares.sources.length; ++i) {
            if (shares.sources[i].workId == sourceId) return true;
        }
        return false;
    }

    /// @dev The absolute shares inherited from the sources, each proven by the source's own shares.
    function _inherit(
        Source[] calldata sources,
        Shares[] calldata sourceShares
    ) internal view returns (Edge[] memory inherited) {
        uint256 edges = 0;
        uint256 given = 0;
        for (uint256 i = 0; i < sources.length; ++i) {
            uint256 sourceId = sources[i].workId;
            require(i == 0 || sourceId > sources[i - 1].workId, SharesSourcesNotAscending(sourceId));
            if (!packedOf(sourceId).has(WORK_OWES_ABSOLUTE)) continue;
            bytes32 expected = _sharesHashes[sourceId];
            require(given < sourceShares.length, SharesMismatch(sourceId, expected, 0));
            Lineage.requireSame(sourceId, expected, sourceShares[given]);
            if (given == 0) inherited = new Edge[](Lineage.MAX_EDGES);
            edges = Lineage.inherit(inherited, edges, sourceShares[given++]);
        }
        // The array was made with room for all edges; this gives back what was not taken.
        // Memory layout: an array begins with its length, and `edges` is never above it. Where nothing was given no
        // array was made, and `inherited` points to the compiler's zero slot, which has to stay zero.
        assembly ("memory-safe") {
            if given {
                mstore(inherited, edges)
            }
        }
        Lineage.requireUpstream(sources, inherited);
    }

    /// @dev The encoded shares, which are hashed and emitted; empty if only the creator is paid.
    function _sharesOf(
        address creator,
        Registration calldata r,
        Edge[] memory inherited
    ) internal pure returns (bytes memory shares) {
        if (r.sources.length + r.payees.length == 0) return "";
        shares = abi.encode(r.sources, inherited, r.payees);
        if (r.payees.length > 0) return shares;
        uint16 whole = WHOLE_BPS;
        // The list of payees is the last, and empty, so the last word is its length: it gets the creator.
        // Memory layout: `abi.encode` allocated `shares` last and wrote whole words, so it ends at the free pointer and
        // can grow; the pointer is moved along. `creator` and `whole` are clean.
        assembly ("memory-safe") {
            let end := add(add(shares, 32), mload(shares))
            mstore(sub(end, 32), 1)
            mstore(end, creator)
            mstore(add(end, 32), whole)
            mstore(shares, add(mload(shares), 64))
            mstore(0x40, add(end, 64))
        }
    }
}
