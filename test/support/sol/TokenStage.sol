// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Fixture} from "./Fixture.sol";
import {vm} from "./Vm.sol";

/// @title Three tokens of the troupe: one it registered and never moved, one it bought, and one it never moved either
/// but whose creator's role it passed on. No owner is written for the first and the last.
abstract contract TokenStage is Fixture {
    uint256[3] internal _tokens;

    function setUp() public override {
        super.setUp();
        _tokens[0] = _register(troupe, _mask("registered"));
        _tokens[1] = _register(studio, _mask("bought"));
        vm.prank(studio);
        works.transferFrom(studio, troupe, _tokens[1]);
        _tokens[2] = _register(troupe, _mask("passed on"));
        _passOn(troupe, _tokens[2], academy);
    }
}
