// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A registration as an entry of the log: the entry's other fields, its index and its proof.
/// @param author The entry's author: the work's creator, or an operator of the log.
/// @param termsId The terms the work is offered under; zero if there are none.
/// @param index The entry's index in the log, from zero.
/// @param proof The inclusion proof in the tree of the last anchor (RFC 9162, 2.1.3).
/// @param signature The creator's signature if the creator is the author (EIP-712, `LoggedRegistration`), else empty.
struct Logged {
    address author;
    bytes32 termsId;
    uint64 index;
    bytes32[] proof;
    bytes signature;
}
