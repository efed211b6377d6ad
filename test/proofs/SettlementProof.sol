// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Splits} from "../../contracts/shared/Splits.sol";

/// @title One settlement with the shares of `Splits`, from any state in which the law holds.
contract SettlementProof {
    uint256 private constant WHOLE = 10_000;

    uint256 private _held;
    uint256 private _works;
    uint256 private _payees;

    function aSettlementKeepsTheLaw(uint256 amount, uint16 source, uint16 inherited, uint16 payee) external {
        require(_lawHolds());
        require(amount <= _works && uint256(source) + inherited <= WHOLE && payee <= WHOLE);
        uint256 toSource = Splits.shareOf(amount, source);
        uint256 toInherited = Splits.shareOf(amount, inherited);
        uint256 rest = amount - toSource - toInherited;
        uint256 toPayee = Splits.shareOf(rest, payee);
        _works = _works - amount + toSource + toInherited;
        _payees = _payees + toPayee + (rest - toPayee);
        assert(_lawHolds());
    }

    function theRestIsNeverBelowZero(
        uint256 amount,
        uint16 source,
        uint16 inherited,
        uint16 payee
    ) external pure {
        require(uint256(source) + inherited <= WHOLE && payee <= WHOLE);
        uint256 toSource = Splits.shareOf(amount, source);
        assert(toSource <= amount);
        uint256 toInherited = Splits.shareOf(amount, inherited);
        assert(toInherited <= amount - toSource);
        uint256 rest = amount - toSource - toInherited;
        assert(Splits.shareOf(rest, payee) <= rest);
    }

    function _lawHolds() private view returns (bool) {
        return _works <= _held && _held - _works == _payees;
    }
}
