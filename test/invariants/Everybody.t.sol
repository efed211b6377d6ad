// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../../contracts/shared/Uses.sol";
import {WORK_SHARE_ALIKE, Work} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Target} from "../support/sol/Target.sol";
import {Creators} from "./Creators.sol";
import {EverybodyHandler} from "./EverybodyHandler.t.sol";
import {Licensees} from "./Licensees.sol";
import {Loggers} from "./Loggers.sol";
import {Outsiders} from "./Outsiders.sol";
import {Payers} from "./Payers.sol";

/// @title Everybody at once: all actors over all works, in any order, while time passes.
/// @notice Laws about a single action stand above that action; those about all that there is stand here.
contract EverybodyInvariants is Target {
    EverybodyHandler private _world;

    function setUp() public {
        _world = new EverybodyHandler();
        bytes4[26] memory actions = [
            Creators.registerRoot.selector,
            Creators.derive.selector,
            Creators.relay.selector,
            Creators.again.selector,
            Creators.amend.selector,
            Creators.succeed.selector,
            Creators.revise.selector,
            Licensees.offer.selector,
            Licensees.withdraw.selector,
            Licensees.approve.selector,
            Licensees.acquire.selector,
            Licensees.transfer.selector,
            Licensees.breach.selector,
            Licensees.forgive.selector,
            Licensees.revoke.selector,
            Licensees.audit.selector,
            Payers.pay.selector,
            Payers.payMany.selector,
            Payers.payWithPermit.selector,
            Payers.sweep.selector,
            Payers.forceUpon.selector,
            Payers.settle.selector,
            Payers.claim.selector,
            Payers.handOver.selector,
            Payers.relent.selector,
            Outsiders.pass.selector
        ];
        for (uint256 i = 0; i < actions.length; ++i) _target(address(_world), actions[i]);
        _target(address(_world), Loggers.record.selector);
        _target(address(_world), Loggers.mint.selector);
        _target(address(_world), Loggers.outrun.selector);
        _target(address(_world), Outsiders.trade.selector);
        _target(address(_world), Outsiders.attest.selector);
        _target(address(_world), Outsiders.administer.selector);
        _target(address(_world), Outsiders.intrude.selector);
        _target(address(_world), Outsiders.meddle.selector);
    }

    /// Law: for each currency, held = credited to works + credited to payees, always. Only what was forced upon the
    /// ledger is more. And what was paid in is held or was claimed.
    function invariant_HeldIsWhatIsCredited() public view {
        for (uint256 i = 0; i < 3; ++i) {
            address currency = _world.currencies(i);
            uint256 held = _world.held(currency) - _world.forced(currency);
            assertEq(held, _world.credited(currency));
            assertEq(_world.paid(currency), held + _world.claimed(currency));
        }
    }

    /// Law: rights never grow down a lineage, whatever happens later. A ceiling is covered by each source's and by
    /// what the licences passed on, and holds no use that was retained, or closed by a label, here or upstream. And no
    /// work is its own ancestor: sources are there before what is made from them.
    function invariant_RightsNeverGrow() public view {
        for (uint256 i = 0; i < _world.count(); ++i) {
            (Uses forbidden, Uses passed, uint256[] memory sources) = _world.rightsAt(i);
            Work memory work = _world.workAt(i);
            assertTrue((work.ceiling & forbidden).isEmpty(), "a forbidden use is in the ceiling");
            assertTrue(passed.covers(work.ceiling), "more than the licences passed on");
            assertTrue(work.ceiling.covers(work.holderUses), "the holder has more than the ceiling");
            for (uint256 j = 0; j < sources.length; ++j) {
                assertTrue(sources[j] < i, "a source that came later");
                Work memory source = _world.workAt(sources[j]);
                assertTrue(source.ceiling.covers(work.ceiling), "more than a source's ceiling");
                bool alike = source.flags & WORK_SHARE_ALIKE == 0 || work.flags & WORK_SHARE_ALIKE != 0;
                assertTrue(alike, "share-alike was lost");
            }
        }
    }

    /// @dev A law that nothing ever tried holds by itself: each action gets through at least once.
    function test_EveryActionGetsThrough() public {
        bytes32[28] memory missing = _world.rehearse(2000);
        for (uint256 i = 0; i < missing.length; ++i) {
            assertTrue(missing[i] == 0, string(abi.encodePacked(missing[i])));
        }
    }
}
