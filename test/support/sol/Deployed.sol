// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {IAccreditations} from "../../../contracts/heritage/IAccreditations.sol";
import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {IProvenanceLog} from "../../../contracts/log/IProvenanceLog.sol";
import {IRoyaltyLedger} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {IUsageLedger} from "../../../contracts/usage/IUsageLedger.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";

/// @dev What is deployed, as callers know it. Tests name interfaces only, so a contract that changes is compiled once
/// and its tests not at all.
interface Managed {
    function authority() external view returns (address);
}

interface Signed {
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        );
}

interface Counted is Signed {
    function nonces(address signer) external view returns (uint256);
}

interface AccreditationsAt is IAccreditations, Managed {}

interface WorksAt is IWorkRegistry, IERC721Metadata, IERC2981, Managed, Counted {
    function ACCREDITATIONS() external view returns (address);
    function LICENCES() external view returns (address);
    function LOG() external view returns (address);
    function ROYALTIES() external view returns (address);
}

interface LicencesAt is ILicenceRegistry, Counted {
    function CURE_PERIOD() external view returns (uint256);
    function ROYALTIES() external view returns (address);
    function WORKS() external view returns (address);
}

interface RoyaltiesAt is IRoyaltyLedger {
    function LICENCES() external view returns (address);
    function RECEIVER() external view returns (address);
    function WORKS() external view returns (address);
    function multicall(bytes[] calldata calls) external returns (bytes[] memory results);
}

interface UsagesAt is IUsageLedger {
    function LICENCES() external view returns (address);
    function WORKS() external view returns (address);
}

interface LogAt is IProvenanceLog, Managed, Signed {}

interface ManagerAt {
    function execute(address target, bytes calldata data) external payable returns (uint32 nonce);
    function grantRole(uint64 roleId, address account, uint32 executionDelay) external;
    function revokeRole(uint64 roleId, address account) external;
    function schedule(
        address target,
        bytes calldata data,
        uint48 when
    ) external returns (bytes32 operationId, uint32 nonce);
    function setTargetClosed(address target, bool closed) external;
    function updateAuthority(address target, address newAuthority) external;
    function setTargetFunctionRole(address target, bytes4[] calldata selectors, uint64 roleId) external;
}

interface ReceiverAt {
    function LEDGER() external view returns (address);
    function RESALE() external view returns (bytes32);
    function sweep(address currency) external;
}
