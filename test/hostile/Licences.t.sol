// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {
    Breach,
    Licence,
    TERMS_APPROVAL_REQUIRED,
    TERMS_TRANSFERABLE,
    Terms
} from "../../contracts/licence/Terms.sol";
import {DISPLAY} from "../../contracts/shared/Uses.sol";
import {Edge, Registration} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title Licensees and licensors who race each other, and strangers who give what nobody asked for.
contract LicencesTest is Fixture {
    uint32 private constant TERM = 30 days;

    uint256 private _root;
    Terms private _terms;
    bytes32 private _termsId;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
        _terms = _freeTerms();
        (_terms.duration, _terms.flags) = (TERM, TERMS_TRANSFERABLE);
        vm.prank(troupe);
        _termsId = licences.offer(_root, _terms);
    }

    /* RENEWALS (L1) */

    /// @dev However often and whenever somebody renews, one whole term ahead of now is the most.
    function testFuzz_NobodyStacksUpMoreThanOneTerm(uint256[20] calldata gaps) public {
        for (uint256 i = 0; i < gaps.length; ++i) {
            vm.warp(block.timestamp + (gaps[i] % (TERM / 4)));
            Licence memory before = licences.licenceOf(_root, _termsId, studio);
            bool ok = _acquire(1);
            Licence memory held = licences.licenceOf(_root, _termsId, studio);
            assertTrue(held.until <= block.timestamp + 2 * uint256(TERM), "more than a term ahead");
            assertEq(
                held.until - before.until,
                !ok
                    ? 0
                    : before.until == 0
                        ? held.until
                        : TERM
            );
            assertTrue(ok == (before.until <= block.timestamp + TERM), "refused or let in at the wrong time");
        }
    }

    /// @dev A renewal is for what is held: units are neither smuggled in nor dropped with time that was paid for one.
    function test_RevertWhen_ARenewalIsForFewerUnits() public {
        _acquire(3);
        assertTrue(!_acquire(2) && !_acquire(0), "renewed for fewer units");
        assertTrue(_acquire(3), "not renewed");
        // The last second still counts as held, and the next does not.
        vm.warp(licences.licenceOf(_root, _termsId, studio).until);
        assertTrue(!_acquire(2), "renewed for fewer units");
        vm.warp(block.timestamp + 1);
        assertTrue(_acquire(2), "a licence that ended binds its next one");
        assertEq(licences.licenceOf(_root, _termsId, studio).until, block.timestamp + TERM);
    }

    /* UNITS AND CAPS */

    /// @dev Two buyers race for the last units: never more than the cap, renewals and withdrawals in between or not.
    function testFuzz_NoRaceSellsMoreThanTheCap(uint32[12] calldata units, uint32 cap) public {
        _terms.cap = cap = uint32(bound(cap, 1, 40));
        vm.prank(troupe);
        bytes32 termsId = licences.offer(_root, _terms);
        uint256 sold = 0;
        for (uint256 i = 0; i < units.length; ++i) {
            uint32 asked = i % 3 == 0 ? units[i] : units[i] % 12;
            bytes memory call = abi.encodeCall(
                ILicenceRegistry.acquire,
                (_root, _terms, address(uint160(0xCAFE + i)), asked, 0)
            );
            bool fits = asked > 0 && sold + asked <= cap;
            (bool ok, ) = address(licences).call(call);
            assertTrue(ok == fits, "the cap was not what decided");
            if (ok) sold += asked;
            if (i % 4 == 3) {
                vm.prank(troupe);
                licences.withdraw(_root, termsId);
                vm.prank(troupe);
                licences.offer(_root, _terms);
            }
            (, uint32 counted) = licences.offerOf(_root, termsId);
            assertEq(counted, sold);
        }
    }

    /// @dev 2^32 - 1 units and one more do not make none.
    function test_RevertWhen_UnitsOverflow() public {
        _terms.duration = 0;
        vm.prank(troupe);
        bytes32 termsId = licences.offer(_root, _terms);
        licences.acquire(_root, _terms, studio, type(uint32).max, 0);
        assertTrue(!_acquire(1), "units overflowed");
        licences.acquire(_root, _terms, platform, 1, 0);
        vm.prank(platform);
        (bool ok, ) = address(licences).call(
            abi.encodeCall(ILicenceRegistry.transfer, (_root, termsId, studio, 1))
        );
        assertTrue(!ok, "units overflowed");
        assertEq(licences.licenceOf(_root, termsId, platform).units, 1);
        _terms.price = type(uint128).max;
        vm.prank(troupe);
        licences.offer(_root, _terms);
        bytes memory call = abi.encodeCall(
            ILicenceRegistry.acquire,
            (_root, _terms, studio, type(uint32).max, type(uint256).max)
        );
        (ok, ) = address(licences).call{value: 1}(call);
        assertTrue(!ok, "a price overflowed");
    }

    function testFuzz_UnitsAreNeitherMadeNorLost(uint8[16] calldata steps) public {
        address[4] memory people = [studio, platform, auditor, academy];
        licences.acquire(_root, _terms, studio, 9, 0);
        for (uint256 i = 0; i < steps.length; ++i) {
            address from = people[steps[i] % 4];
            bytes memory call = abi.encodeCall(
                ILicenceRegistry.transfer,
                (_root, _termsId, people[(steps[i] / 4) % 4], steps[i] / 16)
            );
            vm.prank(from);
            (bool ok, ) = address(licences).call(call);
            uint256 sum = 0;
            for (uint256 j = 0; j < 4; ++j) sum += licences.licenceOf(_root, _termsId, people[j]).units;
            assertEq(sum, 9);
            assertTrue(!ok || steps[i] / 16 > 0, "no units passed on");
        }
    }

    /* GIFTS NOBODY ASKED FOR */

    /// @dev The studio made a work, passed its units on, and is promised that its record stands. A stranger's units of
    /// a licence that ends sooner do not replace it.
    function test_RevertWhen_AGiftWouldCutARecordShort() public {
        licences.acquire(_root, _terms, auditor, 1, 0);
        vm.warp(block.timestamp + 20 days);
        licences.acquire(_root, _terms, studio, 1, 0);
        Registration memory r = _derivative("game", _source(_root, _termsId, 0, false));
        uint256 game = _register(studio, r);
        vm.prank(studio);
        licences.transfer(_root, _termsId, platform, 1);
        uint40 until = works.workOf(game).until;
        uint40 end = licences.licenceOf(_root, _termsId, studio).until;

        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceAlreadyHeld.selector, _root, _termsId, studio, end)
        );
        vm.prank(auditor);
        licences.transfer(_root, _termsId, studio, 1);
        assertEq(works.reviseEnd(game, _shares(studio, r.sources, new Edge[](0))), until);
    }

    function test_RevertWhen_AnAcquisitionWouldCutARecordShort() public {
        licences.acquire(_root, _terms, studio, 1, 0);
        licences.acquire(_root, _terms, studio, 1, 0);
        vm.prank(studio);
        licences.transfer(_root, _termsId, platform, 1);
        uint40 end = licences.licenceOf(_root, _termsId, studio).until;
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceAlreadyHeld.selector, _root, _termsId, studio, end)
        );
        vm.prank(auditor);
        licences.acquire(_root, _terms, studio, 1, 0);
        // As soon as one term from now is no less, it may be had again.
        vm.warp(end - TERM);
        licences.acquire(_root, _terms, studio, 1, 0);
        assertEq(licences.licenceOf(_root, _termsId, studio).until, end);
    }

    /// @dev Somebody else's money buys nothing but what the terms say, and only for who is named.
    function test_AGiftBindsNobodyElse() public {
        licences.acquire(_root, _terms, studio, 1, 0);
        assertTrue(licences.isPermitted(_root, _termsId, studio, DISPLAY), "not given");
        assertTrue(!licences.isPermitted(_root, _termsId, address(this), DISPLAY), "the giver got it");
    }

    /* BREACHES */

    /// @dev Once a breach is recorded the licence cannot be brought to safety, and renewing it does not cure it.
    function test_NobodyPassesABreachOn() public {
        _acquire(2);
        _breach(studio);
        vm.prank(studio);
        (bool ok, ) = address(licences).call(
            abi.encodeCall(ILicenceRegistry.transfer, (_root, _termsId, platform, 1))
        );
        assertTrue(!ok, "passed on in breach");
        assertTrue(!_acquire(2), "renewed without the creator");
        vm.prank(troupe);
        licences.approve(_root, _termsId, studio, true);
        assertTrue(_acquire(2), "not renewed");
        assertTrue(licences.licenceOf(_root, _termsId, studio).breachAt != 0, "cured by paying");
        // Units that somebody else gives do not cure it, either.
        vm.warp(block.timestamp + 14 days);
        assertTrue(!_revoke(), "revoked on the last day");
        vm.warp(block.timestamp + 1);
        assertTrue(_revoke(), "not revoked");
        assertTrue(!licences.isPermitted(_root, _termsId, studio, DISPLAY), "permitted after all");
    }

    /// @dev Forgiving and recording again starts the time to cure anew.
    function testFuzz_EveryBreachCanBeCuredFor14Days(uint32 gap, uint32 wait) public {
        _acquire(1);
        _acquire(1);
        _breach(studio);
        vm.warp(block.timestamp + (gap % 14 days));
        vm.prank(troupe);
        licences.forgiveBreach(_root, _termsId, studio);
        assertTrue(!_revoke(), "revoked what was forgiven");
        _breach(studio);
        uint256 recorded = block.timestamp;
        vm.warp(block.timestamp + (wait % 30 days));
        assertTrue(_revoke() == (block.timestamp > recorded + 14 days), "revoked too soon or too late");
    }

    /// @dev Who was revoked gets in by no way but the creator's approval, and that counts once the breach is over.
    function test_RevertWhen_WhoWasRevokedComesBackWithoutApproval() public {
        vm.prank(troupe);
        licences.approve(_root, _termsId, studio, true);
        _acquire(1);
        _breach(studio);
        vm.warp(block.timestamp + 14 days + 1);
        assertTrue(_revoke(), "not revoked");
        assertTrue(!_acquire(1), "came back on an old approval");
        licences.acquire(_root, _terms, platform, 1, 0);
        vm.prank(platform);
        (bool ok, ) = address(licences).call(
            abi.encodeCall(ILicenceRegistry.transfer, (_root, _termsId, studio, 1))
        );
        assertTrue(!ok, "came back through somebody else");
        vm.prank(troupe);
        licences.approve(_root, _termsId, studio, true);
        assertTrue(_acquire(1), "not let back in");
        Licence memory held = licences.licenceOf(_root, _termsId, studio);
        assertTrue(held.breachAt == 0 && held.flags == TERMS_TRANSFERABLE, "the past was not over");
    }

    /// @dev Approval is asked of whoever receives, by buying or by transfer.
    function test_RevertWhen_UnitsPassToWhoIsNotApproved() public {
        _terms.flags |= TERMS_APPROVAL_REQUIRED;
        vm.prank(troupe);
        bytes32 termsId = licences.offer(_root, _terms);
        vm.prank(troupe);
        licences.approve(_root, termsId, studio, true);
        licences.acquire(_root, _terms, studio, 1, 0);
        vm.prank(studio);
        (bool ok, ) = address(licences).call(
            abi.encodeCall(ILicenceRegistry.transfer, (_root, termsId, platform, 1))
        );
        assertTrue(!ok, "passed to who was not approved");
    }

    function _acquire(uint32 units) private returns (bool ok) {
        bytes memory call = abi.encodeCall(ILicenceRegistry.acquire, (_root, _terms, studio, units, 0));
        (ok, ) = address(licences).call(call);
    }

    function _breach(address licensee) private {
        vm.prank(troupe);
        licences.recordBreach(_root, _termsId, licensee, Breach.Unpaid, "evidence");
    }

    function _revoke() private returns (bool ok) {
        vm.prank(troupe);
        (ok, ) = address(licences).call(abi.encodeCall(ILicenceRegistry.revoke, (_root, _termsId, studio)));
    }
}
