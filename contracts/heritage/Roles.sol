// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev May register heritage elements.
uint8 constant CUSTODIAN = 1;
/// @dev May put community labels on the heritage elements it registers.
uint8 constant COMMUNITY = 2;
/// @dev May attest holders of restricted tokens.
uint8 constant REGISTRAR = 4;
uint8 constant ALL_ROLES = 7;
