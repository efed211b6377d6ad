// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {Splits} from "../shared/Splits.sol";
import {IWorkRegistry} from "../work/IWorkRegistry.sol";
import {Lineage} from "../work/Lineage.sol";
import {Edge, Payee, Shares, Source} from "../work/Work.sol";
import {IRoyaltyLedger, Settlement} from "./IRoyaltyLedger.sol";
import {RoyaltyPayments} from "./RoyaltyPayments.sol";
import {RoyaltyReceiver} from "./RoyaltyReceiver.sol";

/// @title The money of all works: paid in, moved upstream one hop at a time, claimed.
contract RoyaltyLedger is RoyaltyPayments, Multicall {
    using SafeERC20 for IERC20;

    address public immutable RECEIVER;

    /* STORAGE */

    mapping(address currency => mapping(address payee => uint256)) private _payeeCredit;
    /// @dev The account that a payee handed over to; zero if none.
    mapping(address payee => address) private _recipients;
    mapping(address payee => address) private _successors;

    constructor(IWorkRegistry works, address licences) RoyaltyPayments(works, licences) {
        // This contract's first creation, from which the work registry computes the template's address.
        RECEIVER = address(new RoyaltyReceiver(this));
    }

    /// @inheritdoc IRoyaltyLedger
    /// @dev Not guarded: it calls only the work registry, and no other function leaves state half done during a call.
    function settle(Settlement[] calldata settlements, address currency) external {
        for (uint256 i = 0; i < settlements.length; ++i) {
            _settle(settlements[i].workId, settlements[i].shares, currency);
        }
    }

    /// @inheritdoc IRoyaltyLedger
    function claim(address payee, address[] calldata currencies) external nonReentrant {
        address recipient = recipientOf(payee);
        bool empty = true;
        for (uint256 i = 0; i < currencies.length; ++i) {
            address currency = currencies[i];
            uint256 amount = _payeeCredit[currency][payee];
            if (amount == 0) continue;
            empty = false;

            _payeeCredit[currency][payee] = 0;

            emit Claimed(payee, currency, amount);

            if (currency == address(0)) _send(recipient, amount);
            else IERC20(currency).safeTransfer(recipient, amount);
        }
        require(!empty, ClaimEmpty(payee));
    }

    /// @inheritdoc IRoyaltyLedger
    function handOver(address payee, address successor) external {
        address recipient = recipientOf(payee);
        require(msg.sender == recipient, HandOverNotRecipient(payee, recipient, msg.sender));

        _successors[payee] = successor;

        emit HandOverProposed(payee, recipient, successor);
    }

    /// @inheritdoc IRoyaltyLedger
    function acceptHandOver(address payee) external {
        address successor = _successors[payee];
        require(successor == msg.sender, HandOverNotSuccessor(payee, successor, msg.sender));

        address previous = recipientOf(payee);
        _recipients[payee] = successor;
        delete _successors[payee];

        emit HandedOver(payee, previous, successor);
    }

    /// @inheritdoc IRoyaltyLedger
    function recipientOf(address payee) public view returns (address recipient) {
        recipient = _recipients[payee];
        return recipient == address(0) ? payee : recipient;
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
    function payeeCredit(address payee, address currency) external view returns (uint256) {
        return _payeeCredit[currency][payee];
    }

    function _settle(uint256 workId, Shares calldata shares, address currency) private {
        (bytes32 sharesHash, address soleCreator) = WORKS.incomeOf(workId);
        Lineage.requireSame(workId, sharesHash, shares);
        uint256 amount = _workCredit[currency][workId];
        if (amount == 0) return;

        _workCredit[currency][workId] = 0;
        uint256 rest = amount;
        for (uint256 i = 0; i < shares.sources.length; ++i) {
            Source calldata source = shares.sources[i];
            rest -= _creditSource(workId, source.workId, currency, Splits.shareOf(amount, source.shareBps));
        }
        for (uint256 i = 0; i < shares.inherited.length; ++i) {
            Edge calldata edge = shares.inherited[i];
            rest -= _creditSource(workId, edge.workId, currency, Splits.shareOf(amount, edge.shareBps));
        }
        if (sharesHash == 0) _creditPayee(workId, soleCreator, currency, rest);
        else _creditPayees(workId, shares.payees, currency, rest);
    }

    /// @dev The first payee is credited last, with its share and the rest of the divisions.
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

    /// @dev Ignores the recipient's answer and limits its gas to what counting money takes, so that it can neither burn
    /// the caller's gas nor fill its memory.
    function _send(address recipient, uint256 amount) private {
        bool taken;
        // Memory: neither read nor written, as input and output have no size, so no answer is copied.
        // Gas: the EVM passes on 63/64 of what is left at most. With too little left the recipient may fail, and then
        // the whole claim is undone and the credit stands.
        assembly ("memory-safe") {
            taken := call(50000, recipient, amount, 0, 0, 0, 0)
        }
        require(taken, ClaimRefused(recipient, amount));
    }
}
