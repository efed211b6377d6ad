// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAuthority} from "@openzeppelin/contracts/access/manager/IAuthority.sol";
import {IProvenanceLog} from "./interfaces/IProvenanceLog.sol";
import {Leaves} from "./libraries/Leaves.sol";
import {Merkle} from "./libraries/Merkle.sol";

/// @title Anchors of the Merkle log.
contract ProvenanceLog is IProvenanceLog, AccessManaged {
    /* STORAGE */

    /// @dev In one slot with the authority, which is asked wherever this is read.
    uint64 private _size;
    bytes32 private _root;

    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IProvenanceLog
    function anchor(uint64 size, bytes32 root, bytes32[] calldata proof) external {
        (uint64 oldSize, bytes32 oldRoot) = (_size, _root);
        require(_isOperator(authority(), msg.sender), AccessManagedUnauthorized(msg.sender));
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
        return Merkle.verifyInclusion(Leaves.hash(leaf), index, _size, _root, proof);
    }

    /// @dev Asks what the modifier `restricted` would, for any account and at less gas. Where a role has a delay, its
    /// members anchor through the manager's `execute`, and are no operators by themselves.
    function _isOperator(address manager, address account) private view returns (bool immediate) {
        bytes4 question = IAuthority.canCall.selector;
        bytes4 selector = IProvenanceLog.anchor.selector;
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, question)
            mstore(add(words, 4), account)
            mstore(add(words, 36), address())
            mstore(add(words, 68), selector)
            // An authority that is gone answers nothing.
            mstore(0, 0)
            immediate := and(eq(mload(0), 1), staticcall(gas(), manager, words, 100, 0, 32))
        }
    }
}
