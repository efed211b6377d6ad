// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IRoyaltyLedger} from "./IRoyaltyLedger.sol";

/// @title The address that a marketplace pays for one work (ERC-2981).
/// @notice One clone per work, deployed when there is first something to sweep. It can do one thing: pay its whole
/// balance to its work.
contract RoyaltyReceiver {
    using SafeERC20 for IERC20;

    /// @notice The reference of a swept payment.
    bytes32 public constant RESALE = "ERC2981";

    IRoyaltyLedger public immutable LEDGER;

    constructor(IRoyaltyLedger ledger) {
        LEDGER = ledger;
    }

    receive() external payable {}

    /// @notice Pays the whole balance in `currency` to the work. Callable by anyone.
    function sweep(address currency) external {
        uint256 workId = abi.decode(Clones.fetchCloneArgs(address(this)), (uint256));
        if (currency == address(0)) {
            uint256 amount = address(this).balance;
            LEDGER.pay{value: amount}(workId, currency, amount, RESALE);
        } else {
            uint256 amount = IERC20(currency).balanceOf(address(this));
            IERC20(currency).forceApprove(address(LEDGER), amount);
            LEDGER.pay(workId, currency, amount, RESALE);
        }
    }
}
