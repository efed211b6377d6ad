// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A currency for the local chain, so that prices there need not be in ether. It has no value.
contract LocalYuan is ERC20 {
    constructor(address[] memory holders, uint256 each) ERC20("Local yuan", "LCNY") {
        for (uint256 i = 0; i < holders.length; ++i) {
            _mint(holders[i], each);
        }
    }
}
