// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccreditations} from "./IAccreditations.sol";
import {ALL_ROLES, REGISTRAR} from "./Roles.sol";

/// @title Custodians, communities and registrars, and the holders that registrars attest.
contract Accreditations is IAccreditations, AccessManaged {
    /* STORAGE */

    mapping(address account => uint8) private _roles;
    mapping(address registrar => mapping(address holder => bool)) private _attested;

    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IAccreditations
    function accredit(address account, uint8 roles) external restricted {
        require(roles & ~ALL_ROLES == 0, AccreditationRolesUnknown(roles));

        _roles[account] = roles;

        emit Accredited(account, roles);
    }

    /// @inheritdoc IAccreditations
    function attest(address holder, bool attested) external {
        require(_roles[msg.sender] & REGISTRAR != 0, AccreditationNotRegistrar(msg.sender));

        _attested[msg.sender][holder] = attested;

        emit HolderAttested(msg.sender, holder, attested);
    }

    /// @inheritdoc IAccreditations
    function rolesOf(address account) external view returns (uint8 roles) {
        return _roles[account];
    }

    /// @inheritdoc IAccreditations
    function isAttested(address registrar, address holder) external view returns (bool) {
        return _roles[registrar] & REGISTRAR != 0 && _attested[registrar][holder];
    }
}
