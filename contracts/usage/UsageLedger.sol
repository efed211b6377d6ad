// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../licence/ILicenceRegistry.sol";
import {Splits} from "../shared/Splits.sol";
import {ALL_USES, Uses} from "../shared/Uses.sol";
import {IWorkRegistry} from "../work/IWorkRegistry.sol";
import {IUsageLedger, UsageLine} from "./IUsageLedger.sol";

/// @title Usage statements, checked line by line.
contract UsageLedger is IUsageLedger {
    uint256 private constant MAX_LINES = 256;

    IWorkRegistry public immutable WORKS;
    ILicenceRegistry public immutable LICENCES;

    /* STORAGE */

    mapping(bytes32 statementId => uint256) private _filedAt;

    constructor(IWorkRegistry works, ILicenceRegistry licences) {
        WORKS = works;
        LICENCES = licences;
    }

    /// @inheritdoc IUsageLedger
    function file(
        bytes32 documentHash,
        address currency,
        UsageLine[] calldata lines
    ) external returns (bytes32 statementId, uint256 due) {
        bool wellFormed = documentHash != 0 && lines.length > 0 && lines.length <= MAX_LINES;
        require(wellFormed, StatementMalformed(documentHash, lines.length, MAX_LINES));
        statementId = statementIdOf(msg.sender, documentHash);
        require(_filedAt[statementId] == 0, StatementAlreadyFiled(statementId));

        _filedAt[statementId] = block.timestamp;

        for (uint256 i = 0; i < lines.length; ++i) {
            due += _judge(statementId, i, lines[i]);
        }
        emit StatementFiled(statementId, msg.sender, documentHash, currency, lines.length, due);
    }

    /// @inheritdoc IUsageLedger
    function statementIdOf(address reporter, bytes32 documentHash) public pure returns (bytes32 statementId) {
        return keccak256(abi.encode(reporter, documentHash));
    }

    /// @inheritdoc IUsageLedger
    function filedAt(bytes32 statementId) external view returns (uint256 timestamp) {
        return _filedAt[statementId];
    }

    function _judge(
        bytes32 statementId,
        uint256 index,
        UsageLine calldata line
    ) private returns (uint256 due) {
        WORKS.packedOf(line.workId);
        uint16 use = Uses.unwrap(line.use);
        bool single = use != 0 && use & (use - 1) == 0 && ALL_USES.covers(line.use);
        require(single, StatementUseNotSingle(index, line.use));

        bool licensed =
            line.termsId != 0 && LICENCES.isPermitted(line.workId, line.termsId, msg.sender, line.use);
        if (licensed) {
            uint16 shareBps = LICENCES.licenceOf(line.workId, line.termsId, msg.sender).revenueShareBps;
            due = Splits.shareOf(line.revenue, shareBps);
        }
        emit UsageJudged(
            statementId,
            line.workId,
            line.termsId,
            index,
            line.use,
            line.count,
            line.revenue,
            licensed,
            due
        );
    }
}
