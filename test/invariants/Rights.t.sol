// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {WORK_SHARE_ALIKE, Work} from "../../contracts/work/Work.sol";
import {assertTrue} from "../support/sol/Assert.sol";
import {Target} from "../support/sol/Target.sol";
import {RightsHandler} from "./RightsHandler.t.sol";

contract RightsInvariants is Target {
    RightsHandler private _handler;

    function setUp() public {
        _handler = new RightsHandler();
        _target(address(_handler), RightsHandler.registerRoot.selector);
        _target(address(_handler), RightsHandler.derive.selector);
        _target(address(_handler), RightsHandler.oversell.selector);
    }

    /// Law: rights never grow down a lineage. A ceiling is covered by each source's ceiling and by what the
    /// licences passed on, and holds no use that the creator or any ancestor's creator retained. What is offered
    /// is covered by the ceiling, and share-alike is lost neither by a work nor by an offer.
    function invariant_RightsNeverGrow() public view {
        RightsHandler.Node[] memory nodes = _handler.nodes();
        for (uint256 i = 0; i < nodes.length; ++i) {
            Work memory work = _handler.workOf(nodes[i].workId);
            assertTrue((work.ceiling & nodes[i].forbidden).isEmpty(), "a retained use is in the ceiling");
            assertTrue(nodes[i].passed.covers(work.ceiling), "more than the licences passed on");
            assertTrue(!nodes[i].shareAlike || work.flags & WORK_SHARE_ALIKE != 0, "share-alike was lost");
            for (uint256 j = 0; j < nodes[i].sources.length; ++j) {
                Work memory source = _handler.workOf(nodes[i].sources[j]);
                assertTrue(source.ceiling.covers(work.ceiling), "more than a source's ceiling");
            }
        }
        assertTrue(!_handler.oversold(), "more was offered than the ceiling");
        assertTrue(!_handler.unshared(), "share-alike was left out of an offer");
    }
}
