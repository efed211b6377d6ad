// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../../contracts/licence/Terms.sol";
import {ADAPT, ALL_USES, DISPLAY, NO_USES, PERFORM} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {PackedWork} from "../../../contracts/work/PackedWork.sol";
import {Edge, Registration, Shares} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Vm, vm} from "../../support/sol/Vm.sol";

/// @title Several works registered at once, and a work registered and offered at once.
contract WorkRegistryManyTest is Fixture {
    /* SEVERAL */

    function test_SeveralWorksAreRegisteredInTheirOrder() public {
        Registration[] memory all = new Registration[](3);
        for (uint256 i = 0; i < 3; ++i) all[i] = _mask(bytes32(i + 1));
        all[1].retained = PERFORM;
        vm.recordLogs();
        vm.prank(troupe);
        uint256[] memory workIds = works.registerMany(all, new Shares[][](3));
        assertEq(workIds.length, 3);
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(workIds[i], works.workIdOf(troupe, bytes32(i + 1)));
            assertEq(works.ownerOf(workIds[i]), troupe);
            assertEq(works.workOf(workIds[i]).retained, i == 1 ? PERFORM : NO_USES);
        }
        assertEq(works.balanceOf(troupe), 3);
        // Each as if it had been registered alone: said once, and given once.
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 6);
        for (uint256 i = 0; i < 6; ++i) {
            bool said = i % 2 == 0;
            assertEq(
                logs[i].topics[0],
                said ? IWorkRegistry.WorkRegistered.selector : keccak256("Transfer(address,address,uint256)")
            );
            assertEq(logs[i].topics[said ? 1 : 3], bytes32(workIds[i / 2]));
        }
    }

    function test_AWorkMayBeMadeFromOneThatIsRegisteredWithIt() public {
        uint256 root = works.workIdOf(troupe, "root");
        uint256 child = works.workIdOf(troupe, "child");
        Registration[] memory all = new Registration[](3);
        all[0] = _mask("root");
        all[1] = _derivative("child", _source(root, 0, 500, true));
        all[2] = _derivative("grandchild", _source(child, 0, 0, false));
        Shares[][] memory lists = new Shares[][](3);
        lists[2] = new Shares[](1);
        lists[2][0] = _shares(troupe, all[1].sources, new Edge[](0));
        vm.prank(troupe);
        uint256[] memory workIds = works.registerMany(all, lists);
        Shares memory expected = _shares(troupe, all[2].sources, _edge(root, 500));
        assertEq(works.sharesHashOf(workIds[2]), _hash(expected));
    }

    function test_WhatWasRegisteredBeforeIsPassedOver() public {
        uint256 first = _register(troupe, _mask("first"));
        Registration[] memory all = new Registration[](3);
        (all[0], all[1], all[2]) = (_mask("first"), _mask("second"), _mask("second"));
        vm.recordLogs();
        vm.prank(troupe);
        uint256[] memory workIds = works.registerMany(all, new Shares[][](3));
        assertEq(workIds[0], first);
        assertEq(workIds[1], workIds[2]);
        assertEq(vm.getRecordedLogs().length, 2);
        assertEq(works.balanceOf(troupe), 2);
    }

    function test_NoWorksAreNoWorks() public {
        vm.recordLogs();
        vm.prank(troupe);
        assertEq(works.registerMany(new Registration[](0), new Shares[][](0)).length, 0);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_RevertWhen_OneOfSeveralIsWrong_AndNoneIsRegistered() public {
        Registration[] memory all = new Registration[](2);
        (all[0], all[1]) = (_mask("first"), _mask("second"));
        all[1].moralRights = 8;
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkMoralRightsUnknown.selector, 8));
        vm.prank(troupe);
        works.registerMany(all, new Shares[][](2));
        assertEq(works.balanceOf(troupe), 0);
    }

    function test_RevertWhen_TheListsAreNotOfOneLength() public {
        uint256[2][3] memory lengths = [[uint256(1), 0], [uint256(0), 1], [uint256(2), 3]];
        for (uint256 i = 0; i < 3; ++i) {
            Registration[] memory all = new Registration[](lengths[i][0]);
            for (uint256 j = 0; j < all.length; ++j) all[j] = _mask(bytes32(j + 1));
            vm.expectRevert(
                abi.encodeWithSelector(IWorkRegistry.WorkListsDiffer.selector, lengths[i][0], lengths[i][1])
            );
            vm.prank(troupe);
            works.registerMany(all, new Shares[][](lengths[i][1]));
        }
    }

    /* REGISTERED AND OFFERED */

    function test_AWorkIsRegisteredAndOfferedAtOnce() public {
        Terms memory terms = _freeTerms();
        bytes32 expected = keccak256(abi.encode(terms));
        uint256 workId = works.workIdOf(troupe, "mask");
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.TermsOffered(workId, expected, terms);
        vm.prank(troupe);
        (uint256 registered, bytes32 termsId) = works.registerAndOffer(_mask("mask"), _none(), terms);
        assertEq(registered, workId);
        assertEq(termsId, expected);
        assertEq(works.ownerOf(workId), troupe);
        licences.acquire(workId, terms, studio, 1, 0);
        assertEq(licences.licenceOf(workId, termsId, studio).units, 1);
    }

    function test_AWorkThatIsRegisteredAlreadyIsOffered() public {
        uint256 workId = _register(troupe, _mask("mask"));
        Terms memory terms = _freeTerms();
        for (uint256 i = 0; i < 2; ++i) {
            vm.recordLogs();
            vm.prank(troupe);
            (uint256 again, bytes32 termsId) = works.registerAndOffer(_mask("mask"), _none(), terms);
            assertEq(again, workId);
            (bool offered, ) = licences.offerOf(workId, termsId);
            assertTrue(offered, "not offered");
            // The first time the offer is new, the second time nothing is.
            assertEq(vm.getRecordedLogs().length, 1 - i);
        }
    }

    function test_RevertWhen_TheRegistrantIsTheCreatorNoLonger() public {
        uint256 workId = _register(troupe, _mask("mask"));
        _passOn(troupe, workId, academy);
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.WorkNotCreator.selector, workId, academy, troupe)
        );
        vm.prank(troupe);
        works.registerAndOffer(_mask("mask"), _none(), _freeTerms());
        // The successor's own registration of the content is another work.
        vm.prank(academy);
        (uint256 other, ) = works.registerAndOffer(_mask("mask"), _none(), _freeTerms());
        assertTrue(other != workId, "the same work");
    }

    function test_RevertWhen_TheTermsAreNotTheCreatorsToOffer_AndNothingIsRegistered() public {
        Registration memory r = _mask("mask");
        r.retained = PERFORM;
        uint256 workId = works.workIdOf(troupe, "mask");
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceUsesRetained.selector, workId, ALL_USES, PERFORM)
        );
        vm.prank(troupe);
        works.registerAndOffer(r, _none(), _freeTerms());
        assertEq(works.balanceOf(troupe), 0);
    }

    function test_ADerivativeIsRegisteredAndOfferedWithinItsCeiling() public {
        uint256 root = _register(troupe, _mask("root"));
        Terms memory terms = _freeTerms();
        terms.passOn = ADAPT | DISPLAY;
        bytes32 rootTerms = _license(troupe, root, terms, studio);
        Registration memory r = _derivative("child", _source(root, rootTerms, 0, false));
        (terms.uses, terms.passOn) = (DISPLAY | PERFORM, DISPLAY);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesAboveCeiling.selector,
                works.workIdOf(studio, "child"),
                DISPLAY | PERFORM,
                ADAPT | DISPLAY
            )
        );
        vm.prank(studio);
        works.registerAndOffer(r, _none(), terms);
        terms.uses = DISPLAY;
        vm.prank(studio);
        (uint256 child, bytes32 termsId) = works.registerAndOffer(r, _none(), terms);
        (bool offered, ) = licences.offerOf(child, termsId);
        assertTrue(offered, "not offered");
    }

    function test_RevertWhen_AnybodyButTheRegistryOffersWhatIsRegistered() public {
        uint256 workId = _register(troupe, _mask("mask"));
        PackedWork work = works.packedOf(workId);
        address[3] memory others = [troupe, auditor, address(royalties)];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(ILicenceRegistry.LicenceRegistrarUnknown.selector, others[i])
            );
            vm.prank(others[i]);
            licences.offerRegistered(troupe, workId, work, _freeTerms());
        }
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.WorkNotCreator.selector, workId, troupe, auditor)
        );
        vm.prank(address(works));
        licences.offerRegistered(auditor, workId, work, _freeTerms());
    }

    function test_ThePackedWorkSaysWhatTheWorkSays() public {
        Registration memory r = _mask("mask");
        (r.retained, r.holderUses, r.moralRights, r.aiSummary) = (PERFORM, DISPLAY, 5, 31);
        uint256 workId = _register(troupe, r);
        bytes32 unpacked = keccak256(abi.encode(works.packedOf(workId).unpack()));
        assertEq(unpacked, keccak256(abi.encode(works.workOf(workId))));
    }

    function test_RevertWhen_AnAiSummaryIsUnknown() public {
        Registration memory r = _mask("mask");
        r.aiSummary = 32;
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkSummaryUnknown.selector, 32));
        _register(troupe, r);
        r.aiSummary = 31;
        uint256 workId = _register(troupe, r);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkSummaryUnknown.selector, 32));
        vm.prank(troupe);
        works.amendMetadata(workId, "second", 32);
        vm.prank(troupe);
        works.amendMetadata(workId, "second", 30);
        assertEq(works.workOf(workId).aiSummary, 30);
    }
}
