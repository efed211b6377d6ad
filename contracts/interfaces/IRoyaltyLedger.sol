// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Shares} from "../types/Work.sol";

/// @notice A work and its shares, as `SharesFixed` emitted them.
struct Settlement {
    uint256 workId;
    Shares shares;
}

/// @notice A payment to one work among several.
struct Payment {
    uint256 workId;
    uint256 amount;
}

/// @title Money paid to works, moved upstream one hop at a time, and claimed by payees.
/// @notice For each currency, always: held = credited to works + credited to payees.
interface IRoyaltyLedger {
    /// @notice A work received `amount`: what really arrived, in the currency's smallest unit.
    event WorkPaid(
        uint256 indexed workId,
        address indexed currency,
        bytes32 indexed paymentRef,
        address payer,
        uint256 amount
    );

    /// @notice A source received its share of what `workId` held.
    event SourceCredited(
        uint256 indexed workId,
        uint256 indexed sourceId,
        address indexed currency,
        uint256 amount
    );

    /// @notice A payee received its share of what `workId` held.
    event PayeeCredited(
        uint256 indexed workId,
        address indexed payee,
        address indexed currency,
        uint256 amount
    );

    /// @notice A payee's credit was sent to it.
    event Claimed(address indexed payee, address indexed currency, uint256 amount);

    /// @notice No payment without money.
    error PaymentEmpty(uint256 workId);

    /// @notice Native currency was sent that is not the amount.
    error PaymentValueMismatch(uint256 amount, uint256 sent);

    /// @notice Only the licence registry collects prices.
    error PaymentCollectorUnknown(address caller);

    /// @notice The payee has nothing to claim in this currency.
    error ClaimEmpty(address payee, address currency);

    /// @notice The payee did not take the native currency. Its credit stands.
    error ClaimRefused(address payee, uint256 amount);

    /// @notice Pays a work. An ERC-20 amount is drawn from the caller, who has to have allowed it.
    /// @param currency The token; zero is the chain's native currency, sent along.
    /// @param paymentRef What is paid: a usage statement's id, or the payer's own reference.
    function pay(uint256 workId, address currency, uint256 amount, bytes32 paymentRef) external payable;

    /// @notice Pays several works in one currency under one reference.
    function payMany(Payment[] calldata payments, address currency, bytes32 paymentRef) external payable;

    /// @notice Draws the price of a licence from `payer`. Only the licence registry may.
    function collect(
        address payer,
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef
    ) external payable;

    /// @notice Moves what each work holds one hop: to its sources by their shares, the rest to its payees.
    /// @dev Anybody may. Works are taken in the order given, so list a derivative before its sources. What the
    /// division leaves goes to the work's first payee.
    function settle(Settlement[] calldata settlements, address currency) external;

    /// @notice Sends a payee its credit, to its own address and no other. Anybody may call.
    function claim(address payee, address[] calldata currencies) external;

    /// @notice Brings what a marketplace sent to the work's ERC-2981 receiver into the ledger. Anybody may.
    function sweep(uint256 workId, address currency) external;

    /// @notice The work's ERC-2981 receiver, deployed or not.
    /// @dev As a payee of another work it passes on to its own what it claims: `claim` it, then `sweep`.
    /// Warning: as a payee of its own work it only sends the money round.
    function receiverOf(uint256 workId) external view returns (address receiver);

    /// @notice What a work holds until it is settled.
    function workCredit(uint256 workId, address currency) external view returns (uint256);

    /// @notice What a payee can claim.
    function payeeCredit(address payee, address currency) external view returns (uint256);
}
