// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "./IWorkRegistry.sol";
import {MAX_SUMMARY, PackedWork} from "./PackedWork.sol";
import {Statements} from "./Statements.sol";
import {WORK_FROZEN, WORK_SUCCEEDED} from "./Work.sol";
import {WorkToken} from "./WorkToken.sol";

/// @title What creators do with registered works: amend the metadata, and pass on their role.
abstract contract WorkCreators is IWorkRegistry, WorkToken {
    /* STORAGE */

    /// @dev The hash of the metadata before the first amendment; zero until then.
    mapping(uint256 workId => bytes32) private _firstMetadata;
    mapping(uint256 workId => address) private _successors;
    mapping(uint256 workId => uint32) internal _labels;

    /// @inheritdoc IWorkRegistry
    function amendMetadata(uint256 workId, bytes32 metadataHash, uint8 aiSummary) external {
        PackedWork work = _requireCreator(workId);
        require(metadataHash != 0, WorkHashMissing());
        require(aiSummary <= MAX_SUMMARY, WorkSummaryUnknown(aiSummary));
        require(!work.has(WORK_FROZEN), WorkMetadataFrozen(workId));

        if (_firstMetadata[workId] == 0) {
            _firstMetadata[workId] = Statements.hashMetadata(_metadataHashes[workId], work.summaryOf());
        }
        _works[workId] = work.withSummary(aiSummary);
        _metadataHashes[workId] = metadataHash;

        emit MetadataAmended(workId, metadataHash, aiSummary);
        emit MetadataUpdate(workId);
    }

    /// @inheritdoc IWorkRegistry
    function freezeMetadata(uint256 workId) external {
        _works[workId] = _requireCreator(workId).withFlag(WORK_FROZEN);

        emit MetadataFrozen(workId);
    }

    /// @inheritdoc IWorkRegistry
    function proposeCreator(uint256 workId, address successor) external {
        address creator = _requireCreator(workId).creatorOf();

        _successors[workId] = successor;

        emit CreatorProposed(workId, creator, successor);
    }

    /// @inheritdoc IWorkRegistry
    function acceptCreator(uint256 workId) external {
        address successor = _successors[workId];
        require(successor == msg.sender, WorkNotSuccessor(workId, successor, msg.sender));

        PackedWork work = _works[workId];
        address creator = work.creatorOf();
        if (!work.has(WORK_SUCCEEDED)) _registrants[workId] = creator;
        _works[workId] = work.withCreator(successor).withFlag(WORK_SUCCEEDED);
        delete _successors[workId];

        emit CreatorSucceeded(workId, creator, successor);
    }

    /// @inheritdoc IWorkRegistry
    function successorOf(uint256 workId) external view returns (address successor) {
        return _successors[workId];
    }

    /// @inheritdoc IWorkRegistry
    function labelsOf(uint256 workId) external view returns (uint32 labels) {
        packedOf(workId);
        return _labels[workId];
    }

    /// @dev Whether the work was registered with this metadata, whatever amendments followed.
    function _wasMetadata(
        uint256 workId,
        bytes32 metadataHash,
        uint8 aiSummary
    ) internal view returns (bool) {
        bytes32 first = _firstMetadata[workId];
        if (first != 0) return first == Statements.hashMetadata(metadataHash, aiSummary);
        return _metadataHashes[workId] == metadataHash && _works[workId].summaryOf() == aiSummary;
    }

    function _requireCreator(uint256 workId) private view returns (PackedWork work) {
        work = packedOf(workId);
        require(work.creatorOf() == msg.sender, WorkNotCreator(workId, work.creatorOf(), msg.sender));
    }
}
