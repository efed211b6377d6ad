// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The call was expected to fail with this error.
error NotRefused(bytes4 expected, bytes answer);

/// @notice Makes a call that has to fail with an error of this name, whatever values the error carries.
function assertRefused(address target, bytes memory data, bytes4 selector) {
    (bool ok, bytes memory answer) = target.call(data);
    require(!ok && bytes4(answer) == selector, NotRefused(selector, answer));
}
