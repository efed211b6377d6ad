// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {assertEq} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";

contract LocalYuanTest is Fixture {
    function test_EveryHolderStartsWithTheSame() public view {
        assertEq(yuan.balanceOf(studio), WEALTH);
        assertEq(yuan.balanceOf(platform), WEALTH);
        assertEq(yuan.totalSupply(), 3 * WEALTH);
    }

    function test_ItIsNamedForWhatItIs() public view {
        assertEq(yuan.symbol(), "LCNY");
        assertEq(yuan.name(), "Local yuan");
        assertEq(yuan.decimals(), 18);
    }
}
