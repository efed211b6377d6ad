// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CUSTODIAN} from "../../contracts/heritage/Roles.sol";
import {Edge, Registration, Shares, Source} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title Who is paid was fixed at registration (R3): whatever happens to a work, old money and new go the same way.
contract SplitsTest is Fixture {
    uint256 private constant AMOUNT = 10_000;

    /// @dev The troupe's alone; one it shares with the studio; one made from the first.
    uint256[3] private _works_;
    Shares[3] private _shares_;

    function setUp() public override {
        super.setUp();
        _works_[0] = _register(troupe, _mask("alone"));
        Registration memory r = _mask("shared");
        r.payees = _payees(troupe, 6000, studio, 4000);
        _works_[1] = _register(troupe, r);
        for (uint256 i = 0; i < 2; ++i) _shares_[1].payees.push(r.payees[i]);
        Source[] memory sources = _source(_works_[0], 0, 2500, false);
        _works_[2] = _register(troupe, _derivative("made", sources));
        Shares memory made = _shares(troupe, sources, new Edge[](0));
        _shares_[2].sources.push(sources[0]);
        _shares_[2].payees.push(made.payees[0]);
    }

    /// Law: succession, hand-over, amendments, offers, trade and an administrator's acts change no split: neither of
    /// money that was paid before, nor of what is paid after.
    function testFuzz_NothingThatHappensChangesASplit(uint8[12] calldata acts) public {
        for (uint256 i = 0; i < 3; ++i) royalties.pay{value: AMOUNT}(_works_[i], NATIVE, AMOUNT, "before");
        for (uint256 i = 0; i < acts.length; ++i) _happen(_works_[acts[i] % 3], acts[i] / 3, i);
        for (uint256 i = 0; i < 3; ++i) royalties.pay{value: AMOUNT}(_works_[i], NATIVE, AMOUNT, "after");
        // The derivative first, so that its source gets its part.
        for (uint256 i = 3; i > 0; --i) _settle(_works_[i - 1], _shares_[i - 1], NATIVE);
        uint256 alone = 2 * AMOUNT + (2 * AMOUNT * 2500) / 10_000;
        uint256 made = (2 * AMOUNT * 7500) / 10_000;
        assertEq(royalties.payeeCredit(troupe, NATIVE), alone + made + (2 * AMOUNT * 6000) / 10_000);
        assertEq(royalties.payeeCredit(studio, NATIVE), (2 * AMOUNT * 4000) / 10_000);
        assertEq(royalties.payeeCredit(academy, NATIVE) + royalties.payeeCredit(platform, NATIVE), 0);
    }

    function _happen(uint256 workId, uint256 what, uint256 step) private {
        address creator = works.workOf(workId).creator;
        if (what % 7 == 0) {
            address successor = creator == academy ? platform : academy;
            vm.prank(creator);
            works.proposeCreator(workId, successor);
            vm.prank(successor);
            works.acceptCreator(workId);
        }
        if (what % 7 == 1) {
            address recipient = royalties.recipientOf(troupe);
            vm.prank(recipient);
            royalties.handOver(troupe, auditor);
            vm.prank(auditor);
            royalties.acceptHandOver(troupe);
        }
        if (what % 7 == 2) {
            vm.prank(creator);
            works.amendMetadata(workId, bytes32(1 + step), 1);
        }
        if (what % 7 == 3) _license(creator, workId, _freeTerms(), platform);
        if (what % 7 == 4) works.setBaseURI("https://elsewhere.example/");
        if (what % 7 == 5) accreditations.accredit(academy, step % 2 == 0 ? 0 : CUSTODIAN);
        if (what % 7 == 6) {
            address owner = works.ownerOf(workId);
            vm.prank(owner);
            works.transferFrom(owner, platform, workId);
        }
        assertTrue(works.registrantOf(workId) == troupe, "somebody else registered it");
    }
}
