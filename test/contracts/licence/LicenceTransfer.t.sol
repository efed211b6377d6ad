// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Breach, Licence, Terms} from "../../../contracts/licence/Terms.sol";
import {ALL_USES, DISPLAY} from "../../../contracts/shared/Uses.sol";
import {Source} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {TransferStage} from "../../support/sol/TransferStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Licences that pass to another holder, unit by unit.
contract LicenceTransferTest is TransferStage {
    function test_SomeUnitsPassOnForTheRestOfTheTime() public {
        bytes32 termsId = _held(studio, _terms(60), 5);
        vm.warp(NOW + 10);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenceTransferred(_workId, termsId, studio, platform, 2, uint40(NOW + 60));
        _transfer(termsId, studio, platform, 2);

        Licence memory left = _of(termsId, studio);
        Licence memory got = _of(termsId, platform);
        assertEq(left.units, 3);
        assertEq(left.since, NOW);
        assertEq(left.until, NOW + 60);
        assertEq(got.units, 2);
        assertEq(got.since, NOW + 10);
        assertEq(got.until, NOW + 60);
        // In everything else the two are the same.
        (got.units, got.since) = (left.units, left.since);
        assertEq(keccak256(abi.encode(got)), keccak256(abi.encode(left)));
    }

    function test_WhatIsGotIsALicenceLikeAnyOther() public {
        bytes32 termsId = _held(studio, _terms(0), 1);
        _transfer(termsId, studio, platform, 1);
        assertTrue(licences.isPermitted(_workId, termsId, platform, ALL_USES), "not permitted");
        Source[] memory sources = _source(_workId, termsId, 300, true);
        _register(platform, _derivative("game", sources));
        _transfer(termsId, platform, academy, 1);
        assertTrue(licences.isPermitted(_workId, termsId, academy, DISPLAY), "not passed on");
    }

    function test_WhoPassedOnAllIsNoHolderAndTheRecordStays() public {
        bytes32 termsId = _held(studio, _terms(0), 3);
        _transfer(termsId, studio, platform, 3);
        Licence memory proof = _of(termsId, studio);
        assertEq(proof.units, 0);
        assertEq(proof.since, NOW);
        assertEq(proof.until, type(uint40).max);
        assertEq(proof.uses, ALL_USES);
        assertTrue(!licences.isPermitted(_workId, termsId, studio, DISPLAY), "permitted");

        bytes memory missing = abi.encodeWithSelector(
            ILicenceRegistry.LicenceMissing.selector,
            _workId,
            termsId,
            studio
        );
        vm.expectRevert(missing);
        _transfer(termsId, studio, academy, 1);
        vm.expectRevert(missing);
        licences.requireAdaptable(studio, _source(_workId, termsId, 300, true));
        vm.expectRevert(missing);
        _register(studio, _derivative("game", _source(_workId, termsId, 300, true)));
        vm.expectRevert(missing);
        vm.prank(troupe);
        licences.recordBreach(_workId, termsId, studio, Breach.Unpaid, "evidence");
        // Bought anew it begins anew.
        vm.warp(NOW + 10);
        licences.acquire(_workId, _terms(0), studio, 2, 0);
        assertEq(_of(termsId, studio).units, 2);
        assertEq(_of(termsId, studio).since, NOW + 10);
    }

    function test_UnitsAddToALicenceThatEndsAtTheSameTime() public {
        uint32[2] memory durations = [uint32(0), 60];
        for (uint256 i = 0; i < 2; ++i) {
            vm.warp(NOW);
            Terms memory terms = _terms(durations[i]);
            bytes32 termsId = _held(studio, terms, 3);
            licences.acquire(_workId, terms, platform, 4, 0);
            vm.warp(NOW + 10);
            _transfer(termsId, studio, platform, 2);
            assertEq(_of(termsId, studio).units, 1);
            assertEq(_of(termsId, platform).units, 6);
            assertEq(_of(termsId, platform).since, NOW);
        }
    }

    function test_AReceiverWhoseLicenceEndedBeginsAnew() public {
        bytes32 termsId = _held(platform, _terms(60), 9);
        vm.warp(NOW + 61);
        _held(studio, _terms(60), 2);
        vm.warp(NOW + 70);
        _transfer(termsId, studio, platform, 2);
        assertEq(_of(termsId, platform).units, 2);
        assertEq(_of(termsId, platform).since, NOW + 70);
        assertEq(_of(termsId, platform).until, NOW + 121);
    }

    function test_ATransferIsNoSale() public {
        Terms memory terms = _terms(0);
        terms.cap = 3;
        bytes32 termsId = _held(studio, terms, 3);
        vm.prank(troupe);
        licences.withdraw(_workId, termsId);
        _transfer(termsId, studio, platform, 3);
        (bool offered, uint32 sold) = licences.offerOf(_workId, termsId);
        assertTrue(!offered, "offered");
        assertEq(sold, 3);
        assertEq(royalties.workCredit(_workId, NATIVE), 0);
    }

    function test_WhoIsInBreachGetsMoreOnlyWhenApprovedAndStaysInBreach() public {
        bytes32 termsId = _held(studio, _terms(0), 2);
        _held(platform, _terms(0), 1);
        vm.prank(troupe);
        licences.recordBreach(_workId, termsId, platform, Breach.Unpaid, "evidence");
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotApproved.selector, _workId, termsId, platform)
        );
        vm.prank(studio);
        licences.transfer(_workId, termsId, platform, 2);
        vm.prank(troupe);
        licences.approve(_workId, termsId, platform, true);
        _transfer(termsId, studio, platform, 2);
        assertEq(_of(termsId, platform).units, 3);
        assertEq(_of(termsId, platform).breachAt, NOW);
        assertTrue(_of(termsId, platform).breach == Breach.Unpaid, "cured");
    }

    function testFuzz_NoUnitIsMadeOrLost(uint32 bought, uint32[6] calldata passed) public {
        address[3] memory people = [studio, platform, academy];
        uint32 all = uint32(bound(bought, 1, MOST));
        bytes32 termsId = _held(studio, _terms(0), all);
        for (uint256 i = 0; i < passed.length; ++i) {
            address from = people[i % 3];
            uint32 held = _of(termsId, from).units;
            if (held == 0) continue;
            _transfer(termsId, from, people[(i + 1) % 3], uint32(bound(passed[i], 1, held)));
            uint256 sum = 0;
            for (uint256 j = 0; j < 3; ++j) sum += _of(termsId, people[j]).units;
            assertEq(sum, all);
        }
    }
}
