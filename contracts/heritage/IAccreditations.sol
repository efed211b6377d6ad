// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Roles that Lianpu's administrators give to accounts, and token holders that registrars attest.
interface IAccreditations {
    /// @notice `account` now has exactly these roles.
    event Accredited(address indexed account, uint8 roles);

    /// @notice `registrar` attests `holder`, or no longer does. The reasons stay with the registrar: nothing personal
    /// is on chain.
    event HolderAttested(address indexed registrar, address indexed holder, bool attested);

    /// @notice Roles are three bits: 1 custodian, 2 community, 4 registrar.
    error AccreditationRolesUnknown(uint8 roles);

    /// @notice Only an accredited registrar attests holders.
    error AccreditationNotRegistrar(address caller);

    /// @notice Sets the roles of `account`, in place of those it had.
    /// @dev Warning: an administrator's power. A custodian may register heritage elements, a community may also put
    /// labels on its own, and a registrar may attest holders of restricted tokens. Registered works stay as they are.
    /// But a registrar that loses its role attests nobody, and tokens under it do not move until it has the role again.
    function accredit(address account, uint8 roles) external;

    /// @notice Attests a holder of restricted tokens, or withdraws the attestation. Only callable by accredited
    /// registrars.
    function attest(address holder, bool attested) external;

    /// @notice The roles of an account, one bit each: 1 custodian, 2 community, 4 registrar.
    function rolesOf(address account) external view returns (uint8 roles);

    /// @notice Whether `registrar` is accredited and attests `holder`.
    function isAttested(address registrar, address holder) external view returns (bool);
}
