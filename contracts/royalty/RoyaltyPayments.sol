// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IWorkRegistry} from "../work/IWorkRegistry.sol";
import {IRoyaltyLedger, Payment} from "./IRoyaltyLedger.sol";

/// @title Payments to works.
abstract contract RoyaltyPayments is IRoyaltyLedger, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    IWorkRegistry public immutable WORKS;
    address public immutable LICENCES;

    /* STORAGE */

    mapping(address currency => mapping(uint256 workId => uint256)) internal _workCredit;

    constructor(IWorkRegistry works, address licences) {
        WORKS = works;
        LICENCES = licences;
    }

    /// @inheritdoc IRoyaltyLedger
    function pay(
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef
    ) external payable nonReentrant {
        _pay(workId, currency, amount, paymentRef);
    }

    /// @inheritdoc IRoyaltyLedger
    function payWithPermit(
        uint256 workId,
        address currency,
        uint256 amount,
        bytes32 paymentRef,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        _permit(currency, amount, deadline, v, r, s);
        _pay(workId, currency, amount, paymentRef);
    }

    /// @inheritdoc IRoyaltyLedger
    function payMany(
        Payment[] calldata payments,
        address currency,
        bytes32 paymentRef
    ) external payable nonReentrant {
        _payMany(payments, _sumOf(payments), currency, paymentRef);
    }

    /// @inheritdoc IRoyaltyLedger
    function payManyWithPermit(
        Payment[] calldata payments,
        address currency,
        bytes32 paymentRef,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        uint256 sum = _sumOf(payments);
        _permit(currency, sum, deadline, v, r, s);
        _payMany(payments, sum, currency, paymentRef);
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
        // Not looked up: the work was offered, so it exists.
        _credit(workId, currency, _draw(payer, currency, amount), paymentRef, payer);
    }

    /// @inheritdoc IRoyaltyLedger
    function workCredit(uint256 workId, address currency) external view returns (uint256) {
        return _workCredit[currency][workId];
    }

    function _sumOf(Payment[] calldata payments) private pure returns (uint256 sum) {
        require(payments.length > 0, PaymentEmpty(0));
        for (uint256 i = 0; i < payments.length; ++i) {
            sum += payments[i].amount;
        }
    }

    function _pay(uint256 workId, address currency, uint256 amount, bytes32 paymentRef) private {
        _requireKnown(workId, currency);
        _credit(workId, currency, _draw(msg.sender, currency, amount), paymentRef, msg.sender);
    }

    function _payMany(
        Payment[] calldata payments,
        uint256 sum,
        address currency,
        bytes32 paymentRef
    ) private {
        uint256 arrived = _draw(msg.sender, currency, sum);
        require(arrived == sum, PaymentShort(sum, arrived));
        for (uint256 i = 0; i < payments.length; ++i) {
            _requireKnown(payments[i].workId, currency);
            _credit(payments[i].workId, currency, payments[i].amount, paymentRef, msg.sender);
        }
    }

    /// @dev Ignores a failure: if the permit was already used, or the token has no permits, the allowance decides.
    function _permit(
        address currency,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) private {
        if (currency.code.length == 0) return;
        try IERC20Permit(currency).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
    }

    /// @dev Draws money and returns what actually arrived, so that a token that takes a fee cannot leave the ledger
    /// short.
    function _draw(address payer, address currency, uint256 amount) private returns (uint256 arrived) {
        uint256 expected = currency == address(0) ? amount : 0;
        require(msg.value == expected, PaymentValueMismatch(expected, msg.value));
        if (currency == address(0)) return amount;
        uint256 before = IERC20(currency).balanceOf(address(this));
        IERC20(currency).safeTransferFrom(payer, address(this), amount);
        return IERC20(currency).balanceOf(address(this)) - before;
    }

    function _credit(
        uint256 workId,
        address currency,
        uint256 arrived,
        bytes32 paymentRef,
        address payer
    ) private {
        require(arrived > 0, PaymentEmpty(workId));

        _workCredit[currency][workId] += arrived;

        emit WorkPaid(workId, currency, paymentRef, payer, arrived);
    }

    /// @dev A work with credit existed when it was paid, so it need not be looked up again.
    function _requireKnown(uint256 workId, address currency) private view {
        if (_workCredit[currency][workId] == 0) WORKS.packedOf(workId);
    }
}
