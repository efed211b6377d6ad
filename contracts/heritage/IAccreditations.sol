// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Whom the parties that govern Lianpu trust with what, and whom those vouch for.
interface IAccreditations {
    /// @notice `account` has these roles now, and no others.
    event Accredited(address indexed account, uint8 roles);

    /// @notice `registrar` vouches for `holder`, or no longer. Why is between the two: nothing personal is on chain.
    event HolderAttested(address indexed registrar, address indexed holder, bool attested);

    /// @notice Roles are three bits: 1 custodian, 2 community, 4 registrar.
    error AccreditationRolesUnknown(uint8 roles);

    /// @notice Only an accredited registrar attests holders.
    error AccreditationNotRegistrar(address caller);

    /// @notice Gives `account` these roles in place of those it had.
    /// @dev Warning: an administrator's power. A custodian may register heritage elements, a community may put its
    /// conditions on its own, a registrar may attest who holds restricted tokens. Works that are registered keep
    /// what they have, but a registrar without its role attests nobody, and tokens under it do not move until it
    /// has it back.
    function accredit(address account, uint8 roles) external;

    /// @notice Vouches for a holder of restricted tokens, or no longer. For accredited registrars.
    function attest(address holder, bool attested) external;

    /// @notice The roles an account has, one bit each: 1 custodian, 2 community, 4 registrar.
    function rolesOf(address account) external view returns (uint8 roles);

    /// @notice Whether `registrar` is accredited and vouches for `holder`.
    function isAttested(address registrar, address holder) external view returns (bool);
}
