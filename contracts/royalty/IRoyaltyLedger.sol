// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Shares} from "../work/Work.sol";

/// @notice A work and its shares, as emitted in `SharesFixed`.
struct Settlement {
    uint256 workId;
    Shares shares;
}

/// @notice A payment to one of several works.
struct Payment {
    uint256 workId;
    uint256 amount;
}

/// @title Money paid to works, moved upstream one hop at a time, and claimed by payees.
/// @notice For each currency, always: held = credited to works + credited to payees.
interface IRoyaltyLedger {
    /// @notice A work received `amount`: what actually arrived, in the currency's smallest unit.
    event WorkPaid(
        uint256 indexed workId,
        address indexed currency,
        bytes32 indexed paymentRef,
        address payer,
        uint256 amount
    );

    /// @notice A source was credited with its share of the credit of `workId`.
    event SourceCredited(
        uint256 indexed workId,
        uint256 indexed sourceId,
        address indexed currency,
        uint256 amount
    );

    /// @notice A payee was credited with its share of the credit of `workId`.
    event PayeeCredited(
        uint256 indexed workId,
        address indexed payee,
        address indexed currency,
        uint256 amount
    );

    /// @notice A payee's credit was sent to its recipient.
    event Claimed(address indexed payee, address indexed currency, uint256 amount);

    /// @notice The recipient of what `payee` is owed proposed `successor` in its place. The successor has to accept.
    event HandOverProposed(address indexed payee, address indexed recipient, address indexed successor);

    /// @notice Everything `payee` is owed, now and later, goes to `successor`.
    event HandedOver(address indexed payee, address indexed recipient, address indexed successor);

    /// @notice No payment was given, or no money arrived.
    error PaymentEmpty(uint256 workId);

    /// @notice The native currency sent differs from the amount.
    error PaymentValueMismatch(uint256 amount, uint256 sent);

    /// @notice Only the licence registry may call this.
    error PaymentCollectorUnknown(address caller);

    /// @notice Less than the sum arrived for several works, and no rule divides the loss. Pay them one by one.
    error PaymentShort(uint256 amount, uint256 arrived);

    /// @notice The payee has nothing to claim in any of the currencies.
    error ClaimEmpty(address payee);

    /// @notice The recipient did not accept the native currency. The credit remains.
    error ClaimRefused(address recipient, uint256 amount);

    /// @notice Only the recipient of what `payee` is owed can hand it over.
    error HandOverNotRecipient(address payee, address recipient, address caller);

    /// @notice `caller` is not the proposed successor of `payee`.
    error HandOverNotSuccessor(address payee, address successor, address caller);

    /// @notice Pays a work. An ERC-20 amount is drawn from the caller, whose allowance is needed.
    /// @param currency The token; zero is the chain's native currency, sent with the call.
    /// @param paymentRef What the payment is for: a usage statement's id, or the payer's own reference.
    function pay(uint256 workId, address currency, uint256 amount, bytes32 paymentRef) external payable;

    /// @notice Pays a work in an ERC-20 token, with the payer's permit (ERC-2612) in place of an allowance.
    /// @dev A permit that was already used is accepted: only the allowance counts.
    function payWithPermit(
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Pays several works in an ERC-20 token, with the payer's permit (ERC-2612) in place of an allowance.
    function payManyWithPermit(
        Payment[] calldata payments,
        address currency,
        bytes32 paymentRef,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Pays several works in one currency under one reference. A token amount must arrive in full.
    function payMany(Payment[] calldata payments, address currency, bytes32 paymentRef) external payable;

    /// @notice Draws the price of a licence from `payer`. Only callable by the licence registry.
    function collect(
        address payer,
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef
    ) external payable;

    /// @notice Moves each work's credit one hop: to its sources by their shares, and the rest to its payees.
    /// @dev Callable by anyone. Works are settled in the given order, so list a derivative before its sources.
    /// Divisions round down. What the sources' shares leave goes to the payees, what the payees' shares leave goes to
    /// the first payee, and the caller receives nothing.
    function settle(Settlement[] calldata settlements, address currency) external;

    /// @notice Sends a payee's credit to the payee, or to the account it handed over to. Callable by anyone.
    /// @dev A currency without credit is skipped, so nobody spoils a claim by claiming first. Native currency is sent
    /// with 50,000 gas.
    function claim(address payee, address[] calldata currencies) external;

    /// @notice Proposes that everything `payee` is owed, in every currency, now and later, goes to `successor`; zero
    /// withdraws the proposal. Only callable by the current recipient: the payee, until it hands over.
    /// @dev Warning: credit that is not claimed before `acceptHandOver` goes to the successor, too.
    function handOver(address payee, address successor) external;

    /// @notice Accepts a hand-over of what `payee` is owed. The payee's shares of works do not change.
    function acceptHandOver(address payee) external;

    /// @notice The recipient of what `payee` is owed: the payee itself, until it hands over.
    function recipientOf(address payee) external view returns (address recipient);

    /// @notice Moves money that a marketplace sent to the work's ERC-2981 receiver into the ledger. Callable by anyone.
    function sweep(uint256 workId, address currency) external;

    /// @notice The work's ERC-2981 receiver, deployed or not.
    /// @dev A receiver can be a payee of another work: `claim` for it, then `sweep`, and its own work is paid.
    /// Warning: as a payee of its own work, a receiver only sends the money in a circle.
    function receiverOf(uint256 workId) external view returns (address receiver);

    /// @notice The work's credit, which `settle` moves.
    function workCredit(uint256 workId, address currency) external view returns (uint256);

    /// @notice The payee's credit, which `claim` sends.
    function payeeCredit(address payee, address currency) external view returns (uint256);
}
