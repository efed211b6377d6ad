// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../shared/Uses.sol";

/// @notice A line of a usage statement: one work, put to one use.
/// @param termsId The licence relied on; zero if there is none.
/// @param use The use, one bit.
/// @param count The number of uses.
/// @param revenue The revenue from them, in the smallest unit of the statement's currency.
struct UsageLine {
    uint256 workId;
    bytes32 termsId;
    Uses use;
    uint64 count;
    uint128 revenue;
}

/// @title Usage statements that platforms file, checked line by line.
interface IUsageLedger {
    /// @notice A statement was filed. `due` is the sum over its licensed lines.
    event StatementFiled(
        bytes32 indexed statementId,
        address indexed reporter,
        bytes32 indexed documentHash,
        address currency,
        uint256 lines,
        uint256 due
    );

    /// @notice A line of the statement: whether a licence permitted the use when the statement was filed, and the
    /// amount due.
    event UsageJudged(
        bytes32 indexed statementId,
        uint256 indexed workId,
        bytes32 indexed termsId,
        uint256 line,
        Uses use,
        uint64 count,
        uint128 revenue,
        bool licensed,
        uint256 due
    );

    /// @notice A statement needs a document, at least one line, and at most `limit` lines.
    error StatementMalformed(bytes32 documentHash, uint256 lines, uint256 limit);

    /// @notice The reporter already filed this document.
    error StatementAlreadyFiled(bytes32 statementId);

    /// @notice A line must name exactly one known use.
    error StatementUseNotSingle(uint256 line, Uses use);

    /// @notice Files a usage statement of the caller. Filing is final; a correction is another statement.
    /// @param documentHash SHA-256 of the statement as canonical JSON (RFC 8785).
    /// @param currency The currency of the revenue; zero is the chain's native currency.
    /// @return statementId The reference to pay under.
    /// @return due The amount the caller owes, rounded down line by line.
    function file(
        bytes32 documentHash,
        address currency,
        UsageLine[] calldata lines
    ) external returns (bytes32 statementId, uint256 due);

    /// @notice keccak256(abi.encode(reporter, documentHash)).
    function statementIdOf(
        address reporter,
        bytes32 documentHash
    ) external pure returns (bytes32 statementId);

    /// @notice When the statement was filed, in seconds since 1970; zero if it was not filed.
    function filedAt(bytes32 statementId) external view returns (uint256 timestamp);
}
