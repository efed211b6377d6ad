// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IProvenanceLog} from "./interfaces/IProvenanceLog.sol";
import {Merkle} from "./libraries/Merkle.sol";

/// @title Anchors of the Merkle log.
contract ProvenanceLog is IProvenanceLog, AccessManaged {
    /* STORAGE */

    uint64 private _size;
    bytes32 private _root;

    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IProvenanceLog
    function anchor(uint64 size, bytes32 root, bytes32[] calldata proof) external restricted {
        (uint64 oldSize, bytes32 oldRoot) = (_size, _root);
        require(size > oldSize, LogNotGrowing(oldSize, size));
        bool consistent =
            oldSize == 0 ? proof.length == 0 : Merkle.verifyConsistency(oldSize, oldRoot, size, root, proof);
        require(consistent, LogInconsistent(oldSize, oldRoot, size, root));

        _size = size;
        _root = root;

        emit RootAnchored(size, root);
    }

    /// @inheritdoc IProvenanceLog
    function anchored() external view returns (uint64 size, bytes32 root) {
        return (_size, _root);
    }

    /// @inheritdoc IProvenanceLog
    function includes(
        bytes calldata leaf,
        uint64 index,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return Merkle.verifyInclusion(Merkle.hashLeaf(leaf), index, _size, _root, proof);
    }
}
