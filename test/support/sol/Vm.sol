// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The cheatcodes these tests use; Hardhat answers them at a fixed address.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function addr(uint256 privateKey) external pure returns (address);

    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function warp(uint256 timestamp) external;

    function deal(address account, uint256 balance) external;

    function prank(address caller) external;

    function startPrank(address caller) external;

    function stopPrank() external;

    function getNonce(address account) external view returns (uint64);

    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address);

    function expectRevert(bytes calldata revertData) external;

    function expectRevert(bytes4 selector) external;

    function expectEmit(address emitter) external;

    function recordLogs() external;

    function getRecordedLogs() external returns (Log[] memory logs);

    function assume(bool condition) external pure;

    function cool(address account) external;

    function getCode(string calldata artifact) external view returns (bytes memory creationCode);

    function label(address account, string calldata name) external;
}

Vm constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
