// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {vm} from "./Vm.sol";

interface ChainVm {
    function chainId(uint256 id) external;
}

/// @notice Goes on as if on another chain.
function setChainId(uint256 id) {
    ChainVm(address(vm)).chainId(id);
}
