// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title A token that takes permits (ERC-2612).
contract PermitYuan is ERC20Permit {
    constructor(address holder, uint256 amount) ERC20("Permit yuan", "PCNY") ERC20Permit("Permit yuan") {
        _mint(holder, amount);
    }
}
