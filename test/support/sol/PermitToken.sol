// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {vm} from "./Vm.sol";

/// @title A token as it should be, with permits (ERC-2612).
contract PermitToken is ERC20Permit {
    bytes32 private constant PERMIT = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    constructor() ERC20("Permit", "PRM") ERC20Permit("Permit") {}

    function mint(address holder, uint256 amount) external {
        _mint(holder, amount);
    }

    /// @notice What the holder of `key` signs so that `spender` may draw `value`.
    function sign(
        uint256 key,
        address spender,
        uint256 value,
        uint256 deadline
    ) external view returns (uint8 v, bytes32 r, bytes32 s) {
        address owner = vm.addr(key);
        bytes32 words = keccak256(abi.encode(PERMIT, owner, spender, value, nonces(owner), deadline));
        return vm.sign(key, _hashTypedDataV4(words));
    }
}
