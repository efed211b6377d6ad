// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A registration as an entry of the log: what it says beside the registration, and where it stands.
/// @param author Who speaks in it: the work's creator, or an operator of the log.
/// @param termsId The terms the work is offered under; zero for none.
/// @param index The entry's place in the log, counted from zero.
/// @param proof That it is in the tree of the last anchor (RFC 9162, 2.1.3).
/// @param signature The creator's, where the creator speaks (EIP-712, `LoggedRegistration`); empty otherwise.
struct Logged {
    address author;
    bytes32 termsId;
    uint64 index;
    bytes32[] proof;
    bytes signature;
}
