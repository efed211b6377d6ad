// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Shares} from "../work/Work.sol";

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

    /// @notice Who claims what `payee` is owed offered its place to `successor`, who has to accept.
    event HandOverProposed(address indexed payee, address indexed recipient, address indexed successor);

    /// @notice What `payee` is owed, now and later, goes to `successor`.
    event HandedOver(address indexed payee, address indexed recipient, address indexed successor);

    /// @notice No payment without money.
    error PaymentEmpty(uint256 workId);

    /// @notice Native currency was sent that is not the amount.
    error PaymentValueMismatch(uint256 amount, uint256 sent);

    /// @notice Only the licence registry collects prices.
    error PaymentCollectorUnknown(address caller);

    /// @notice Less arrived than was to be paid to several works; who shares a loss is not said. Pay them one by one.
    error PaymentShort(uint256 amount, uint256 arrived);

    /// @notice The payee has nothing to claim in any of the currencies.
    error ClaimEmpty(address payee);

    /// @notice The recipient did not take the native currency. The credit stands.
    error ClaimRefused(address recipient, uint256 amount);

    /// @notice Only who claims for `payee` hands that over.
    error HandOverNotRecipient(address payee, address recipient, address caller);

    /// @notice `caller` was not offered the place of `payee`.
    error HandOverNotSuccessor(address payee, address successor, address caller);

    /// @notice Pays a work. An ERC-20 amount is drawn from the caller, who has to have allowed it.
    /// @param currency The token; zero is the chain's native currency, sent along.
    /// @param paymentRef What is paid: a usage statement's id, or the payer's own reference.
    function pay(uint256 workId, address currency, uint256 amount, bytes32 paymentRef) external payable;

    /// @notice The same in an ERC-20 token, with the payer's permit (ERC-2612) in place of an allowance.
    /// @dev A permit that somebody else has used already is as good: what counts is the allowance.
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

    /// @notice The same for several works.
    function payManyWithPermit(
        Payment[] calldata payments,
        address currency,
        bytes32 paymentRef,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Pays several works in one currency under one reference. A token has to arrive in full.
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
    /// @dev Anybody may. Works are taken in the order given, so list a derivative before its sources.
    /// Divisions round down: what those for sources leave is shared by the payees, what those for payees leave goes to
    /// the first of them, and the caller gets nothing.
    function settle(Settlement[] calldata settlements, address currency) external;

    /// @notice Sends a payee its credit: to its own address, or to whom it handed over to. Anybody may call.
    /// @dev A currency in which nothing is owed is passed over, so that nobody spoils a claim by claiming before.
    /// Native currency is sent with 50,000 gas.
    function claim(address payee, address[] calldata currencies) external;

    /// @notice Offers what `payee` is owed, in every currency, now and later, to `successor`; zero takes the offer
    /// back. For the payee, or for whom it handed over to.
    /// @dev Warning: what is owed and was not claimed before `acceptHandOver` goes to the successor, too.
    function handOver(address payee, address successor) external;

    /// @notice Takes the place of `payee`. Its shares of works do not change.
    function acceptHandOver(address payee) external;

    /// @notice Who is sent what `payee` is owed: itself until it hands over.
    function recipientOf(address payee) external view returns (address recipient);

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
