// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {RoyaltyReceiver} from "./RoyaltyReceiver.sol";
import {IRoyaltyLedger, Payment, Settlement} from "./interfaces/IRoyaltyLedger.sol";
import {IWorkRegistry} from "./interfaces/IWorkRegistry.sol";
import {Splits} from "./libraries/Splits.sol";
import {Payee} from "./types/Work.sol";

/// @title The money of all works.
contract RoyaltyLedger is IRoyaltyLedger, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    IWorkRegistry public immutable WORKS;
    address public immutable LICENCES;
    address public immutable RECEIVER;

    /* STORAGE */

    mapping(address currency => mapping(uint256 workId => uint256)) private _workCredit;
    mapping(address currency => mapping(address payee => uint256)) private _payeeCredit;

    constructor(IWorkRegistry works, address licences) {
        WORKS = works;
        LICENCES = licences;
        RECEIVER = address(new RoyaltyReceiver(this));
    }

    /// @inheritdoc IRoyaltyLedger
    function pay(
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef
    ) external payable nonReentrant {
        _requireValue(currency, amount);
        _receive(msg.sender, workId, currency, amount, paymentRef);
    }

    /// @inheritdoc IRoyaltyLedger
    function payMany(
        Payment[] calldata payments,
        address currency,
        bytes32 paymentRef
    ) external payable nonReentrant {
        uint256 sum = 0;
        for (uint256 i = 0; i < payments.length; ++i) {
            sum += payments[i].amount;
        }
        _requireValue(currency, sum);
        for (uint256 i = 0; i < payments.length; ++i) {
            _receive(msg.sender, payments[i].workId, currency, payments[i].amount, paymentRef);
        }
    }

    /// @inheritdoc IRoyaltyLedger
    function collect(
        address payer,
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef
    ) external payable nonReentrant {
        require(msg.sender == LICENCES, PaymentCollectorUnknown(msg.sender));
        _requireValue(currency, amount);
        _receive(payer, workId, currency, amount, paymentRef);
    }

    /// @inheritdoc IRoyaltyLedger
    function settle(Settlement[] calldata settlements, address currency) external nonReentrant {
        for (uint256 i = 0; i < settlements.length; ++i) {
            _settle(settlements[i], currency);
        }
    }

    /// @inheritdoc IRoyaltyLedger
    function claim(address payee, address[] calldata currencies) external nonReentrant {
        for (uint256 i = 0; i < currencies.length; ++i) {
            address currency = currencies[i];
            uint256 amount = _payeeCredit[currency][payee];
            require(amount > 0, ClaimEmpty(payee, currency));

            _payeeCredit[currency][payee] = 0;

            emit Claimed(payee, currency, amount);

            if (currency == address(0)) {
                // Ignores what the payee returns, so that a long answer cannot burn the caller's gas.
                require(LowLevelCall.callNoReturn(payee, amount, ""), ClaimRefused(payee, amount));
            } else {
                IERC20(currency).safeTransfer(payee, amount);
            }
        }
    }

    /// @inheritdoc IRoyaltyLedger
    function sweep(uint256 workId, address currency) external {
        address receiver = receiverOf(workId);
        if (receiver.code.length == 0) {
            Clones.cloneDeterministicWithImmutableArgs(RECEIVER, abi.encode(workId), bytes32(workId));
        }
        RoyaltyReceiver(payable(receiver)).sweep(currency);
    }

    /// @inheritdoc IRoyaltyLedger
    function receiverOf(uint256 workId) public view returns (address receiver) {
        return
            Clones.predictDeterministicAddressWithImmutableArgs(
                RECEIVER,
                abi.encode(workId),
                bytes32(workId)
            );
    }

    /// @inheritdoc IRoyaltyLedger
    function workCredit(uint256 workId, address currency) external view returns (uint256) {
        return _workCredit[currency][workId];
    }

    /// @inheritdoc IRoyaltyLedger
    function payeeCredit(address payee, address currency) external view returns (uint256) {
        return _payeeCredit[currency][payee];
    }

    /// @dev Credits what really arrived, so that a token that takes a fee cannot leave the ledger short.
    function _receive(
        address payer,
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef
    ) private {
        require(amount > 0, PaymentEmpty(workId));
        WORKS.workOf(workId);
        uint256 arrived = amount;
        if (currency != address(0)) {
            uint256 before = IERC20(currency).balanceOf(address(this));
            IERC20(currency).safeTransferFrom(payer, address(this), amount);
            arrived = IERC20(currency).balanceOf(address(this)) - before;
            require(arrived > 0, PaymentEmpty(workId));
        }

        _workCredit[currency][workId] += arrived;

        emit WorkPaid(workId, currency, paymentRef, payer, arrived);
    }

    function _settle(Settlement calldata settlement, address currency) private {
        uint256 workId = settlement.workId;
        address soleCreator = WORKS.checkShares(workId, settlement.shares);
        uint256 amount = _workCredit[currency][workId];
        if (amount == 0) return;

        _workCredit[currency][workId] = 0;
        uint256 rest = amount;
        for (uint256 i = 0; i < settlement.shares.sources.length; ++i) {
            rest -= _creditSource(
                workId,
                settlement.shares.sources[i].workId,
                currency,
                Splits.shareOf(amount, settlement.shares.sources[i].shareBps)
            );
        }
        for (uint256 i = 0; i < settlement.shares.inherited.length; ++i) {
            rest -= _creditSource(
                workId,
                settlement.shares.inherited[i].workId,
                currency,
                Splits.shareOf(amount, settlement.shares.inherited[i].shareBps)
            );
        }
        if (soleCreator != address(0)) {
            _creditPayee(workId, soleCreator, currency, rest);
        } else {
            _creditPayees(workId, settlement.shares.payees, currency, rest);
        }
    }

    /// @dev The first payee is credited last, with its share and what the divisions left.
    function _creditPayees(uint256 workId, Payee[] calldata payees, address currency, uint256 whole) private {
        uint256 rest = whole;
        for (uint256 i = 1; i < payees.length; ++i) {
            uint256 share = Splits.shareOf(whole, payees[i].shareBps);
            rest -= share;
            _creditPayee(workId, payees[i].account, currency, share);
        }
        _creditPayee(workId, payees[0].account, currency, rest);
    }

    function _creditSource(
        uint256 workId,
        uint256 sourceId,
        address currency,
        uint256 amount
    ) private returns (uint256) {
        if (amount == 0) return 0;

        _workCredit[currency][sourceId] += amount;

        emit SourceCredited(workId, sourceId, currency, amount);
        return amount;
    }

    function _creditPayee(uint256 workId, address payee, address currency, uint256 amount) private {
        if (amount == 0) return;

        _payeeCredit[currency][payee] += amount;

        emit PayeeCredited(workId, payee, currency, amount);
    }

    function _requireValue(address currency, uint256 amount) private view {
        uint256 expected = currency == address(0) ? amount : 0;
        require(msg.value == expected, PaymentValueMismatch(expected, msg.value));
    }
}
