// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IRoyaltyLedger} from "../../../contracts/royalty/IRoyaltyLedger.sol";

/// @title A contract wallet that accepts one digest (ERC-1271).
contract Wallet {
    bytes32 private _accepted;

    function accept(bytes32 digest) external {
        _accepted = digest;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return digest == _accepted ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}

/// @title A payee that takes native currency only while it is willing.
contract Refuser {
    bool private _willing;

    receive() external payable {
        require(_willing, "no");
    }

    function relent() external {
        _willing = true;
    }
}

/// @title A payee that claims again while it is being paid.
contract Reentrant {
    IRoyaltyLedger private immutable _LEDGER;
    bytes public reason;
    uint256 public received;

    constructor(IRoyaltyLedger ledger) {
        _LEDGER = ledger;
    }

    receive() external payable {
        received += msg.value;
        try _LEDGER.claim(address(this), new address[](1)) {
            reason = "claimed twice";
        } catch (bytes memory data) {
            reason = data;
        }
    }
}

/// @title A token that keeps a tenth of every transfer, or all of it.
contract FeeToken is ERC20 {
    uint256 private immutable _FEE_BPS;

    constructor(address holder, uint256 amount, uint256 feeBps) ERC20("Fee", "FEE") {
        _FEE_BPS = feeBps;
        _mint(holder, amount);
    }

    function _update(address from, address to, uint256 value) internal override {
        if (from == address(0) || to == address(0)) return super._update(from, to, value);
        uint256 fee = (value * _FEE_BPS) / 10_000;
        super._update(from, to, value - fee);
        if (fee > 0) super._update(from, address(0), fee);
    }
}
