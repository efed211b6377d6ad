// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {vm} from "./Vm.sol";

/// @notice Deploys what was built. A test that says `new` has the whole contract compiled into itself, each time.
function deploy(string memory artifact, bytes memory args) returns (address deployed) {
    bytes memory code = bytes.concat(vm.getCode(artifact), args);
    assembly ("memory-safe") {
        deployed := create(0, add(code, 32), mload(code))
    }
    require(deployed != address(0), artifact);
}
