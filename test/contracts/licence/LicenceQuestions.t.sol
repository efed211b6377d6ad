// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry, Question} from "../../../contracts/licence/ILicenceRegistry.sol";
import {
    Breach,
    TERMS_ABSOLUTE_SHARE,
    TERMS_SHARE_ALIKE,
    TERMS_TRANSFERABLE,
    Terms
} from "../../../contracts/licence/Terms.sol";
import {
    ADAPT,
    AI_TRAINING,
    ALL_USES,
    DISPLAY,
    NO_USES,
    PERFORM,
    REPRODUCE,
    Uses
} from "../../../contracts/shared/Uses.sol";
import {Registration, Source, WITHOUT_END} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title What the licence registry answers: who may do what, what may be passed on, and until when.
contract LicenceQuestionsTest is Fixture {
    uint256 private constant NOW = 1_800_000_000;
    bytes32 private constant HOLDER = 0;
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        Registration memory r = _mask("mask");
        r.holderUses = DISPLAY | PERFORM;
        _workId = _register(troupe, r);
    }

    /* THE HOLDER */

    function test_WhoHoldsTheTokenMayWhatItsHolderMay() public view {
        _permits(_workId, HOLDER, troupe, DISPLAY, true);
        _permits(_workId, HOLDER, troupe, DISPLAY | PERFORM, true);
        _permits(_workId, HOLDER, troupe, DISPLAY | ADAPT, false);
        _permits(_workId, HOLDER, troupe, ADAPT, false);
        _permits(_workId, HOLDER, troupe, NO_USES, false);
        _permits(_workId, HOLDER, studio, DISPLAY, false);
        _permits(_workId, HOLDER, address(0), DISPLAY, false);
    }

    function test_WhatTheHolderMayGoesWithTheTokenAndNotWithTheRole() public {
        _passOn(troupe, _workId, academy);
        _permits(_workId, HOLDER, troupe, DISPLAY, true);
        _permits(_workId, HOLDER, academy, DISPLAY, false);
        vm.prank(troupe);
        works.transferFrom(troupe, studio, _workId);
        _permits(_workId, HOLDER, troupe, DISPLAY, false);
        _permits(_workId, HOLDER, studio, DISPLAY | PERFORM, true);
    }

    function test_TheHolderOfAWorkThatEndedMayNothing() public {
        Terms memory terms = _freeTerms();
        terms.duration = 10 days;
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        Registration memory r = _derivative("child", _source(_workId, termsId, 0, false));
        r.holderUses = DISPLAY;
        uint256 child = _register(studio, r);
        uint256 end = works.workOf(child).until;
        vm.warp(end);
        _permits(child, HOLDER, studio, DISPLAY, true);
        vm.warp(end + 1);
        _permits(child, HOLDER, studio, DISPLAY, false);
    }

    function test_OfAnUnknownWorkNobodyIsTheHolder() public view {
        _permits(7, HOLDER, troupe, DISPLAY, false);
        _permits(7, HOLDER, address(0), DISPLAY, false);
        _permits(7, "terms", troupe, DISPLAY, false);
        _permits(0, HOLDER, address(0), ALL_USES, false);
    }

    function test_WhereTheHolderMayNothingThatIsTheAnswer() public {
        uint256 other = _register(troupe, _mask("other"));
        for (uint256 bit = 0; bit < 16; ++bit) {
            _permits(other, HOLDER, troupe, Uses.wrap(uint16(1 << bit)), false);
        }
    }

    /* THE LICENSEE */

    function test_ALicencePermitsNothingOnceItIsPassedOnOrRevoked() public {
        Terms memory terms = _freeTerms();
        terms.flags = TERMS_TRANSFERABLE;
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        _permits(_workId, termsId, studio, ADAPT, true);
        vm.prank(studio);
        licences.transfer(_workId, termsId, platform, 1);
        _permits(_workId, termsId, studio, ADAPT, false);
        _permits(_workId, termsId, platform, ADAPT, true);

        vm.prank(troupe);
        licences.recordBreach(_workId, termsId, platform, Breach.Unpaid, "evidence");
        vm.warp(NOW + 15 days);
        vm.prank(troupe);
        licences.revoke(_workId, termsId, platform);
        _permits(_workId, termsId, platform, ADAPT, false);
    }

    function test_ManyQuestionsAreAnsweredInTheirOrder() public {
        Terms memory terms = _freeTerms();
        (terms.uses, terms.passOn) = (DISPLAY, NO_USES);
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        Question[] memory asked = new Question[](6);
        asked[0] = Question(_workId, termsId, studio, DISPLAY);
        asked[1] = Question(_workId, termsId, studio, ADAPT);
        asked[2] = Question(_workId, HOLDER, troupe, PERFORM);
        asked[3] = Question(7, HOLDER, troupe, PERFORM);
        asked[4] = Question(_workId, termsId, platform, DISPLAY);
        asked[5] = Question(_workId, termsId, studio, DISPLAY);
        bool[] memory answers = licences.arePermitted(asked);
        bool[6] memory expected = [true, false, true, false, false, true];
        assertEq(answers.length, 6);
        for (uint256 i = 0; i < 6; ++i) assertTrue(answers[i] == expected[i], "answer");
        assertEq(licences.arePermitted(new Question[](0)).length, 0);
    }

    function testFuzz_ManyAnswersAreThoseGivenOneByOne(uint16[8] calldata uses, uint8 who) public {
        Terms memory terms = _freeTerms();
        (terms.uses, terms.passOn) = (DISPLAY | ADAPT | AI_TRAINING, NO_USES);
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        Question[] memory asked = new Question[](uses.length);
        for (uint256 i = 0; i < uses.length; ++i) {
            bool second = (who >> i) & 1 == 1;
            asked[i].workId = _workId;
            (asked[i].termsId, asked[i].licensee) = second ? (termsId, studio) : (HOLDER, troupe);
            asked[i].uses = Uses.wrap(uses[i]);
            // Two of eight within what one may, so that not every answer is no.
            if (i < 2) asked[i].uses = second ? terms.uses : DISPLAY;
        }
        bool[] memory answers = licences.arePermitted(asked);
        for (uint256 i = 0; i < uses.length; ++i) {
            Question memory q = asked[i];
            Uses may = q.termsId == HOLDER ? DISPLAY | PERFORM : terms.uses;
            bool expected = Uses.unwrap(q.uses) != 0 && may.covers(q.uses);
            assertTrue(answers[i] == expected, "answer");
            _permits(q.workId, q.termsId, q.licensee, q.uses, expected);
        }
    }

    /* WHO ADAPTS */

    function test_SeveralLicencesPassOnWhatAllOfThemDo() public {
        uint256 other = _register(academy, _mask("other"));
        Terms memory terms = _freeTerms();
        (terms.passOn, terms.duration) = (DISPLAY | ADAPT, 20 days);
        bytes32 first = _license(troupe, _workId, terms, studio);
        (terms.passOn, terms.duration) = (DISPLAY | REPRODUCE, 10 days);
        terms.flags = TERMS_SHARE_ALIKE;
        bytes32 second = _license(academy, other, terms, studio);
        Source[] memory sources = new Source[](3);
        sources[0] = _source(_workId, first, 0, false)[0];
        sources[1] = _source(other, second, 0, false)[0];
        // One of the creator's own asks for nothing.
        sources[2] = _source(99, 0, 0, true)[0];
        (Uses passOn, bool shareAlike, uint40 until) = licences.requireAdaptable(studio, sources);
        assertEq(passOn, DISPLAY);
        assertTrue(shareAlike, "not share-alike");
        assertEq(until, NOW + 10 days);
        assertEq(licences.endOf(studio, studio, sources), NOW + 10 days);

        sources[1] = sources[0];
        (passOn, shareAlike, until) = licences.requireAdaptable(studio, sources);
        assertEq(passOn, DISPLAY | ADAPT);
        assertTrue(!shareAlike, "share-alike");
        assertEq(until, NOW + 20 days);
    }

    function test_WithoutLicencesEverythingPassesOnWithoutEnd() public view {
        for (uint256 i = 0; i < 2; ++i) {
            Source[] memory sources = i == 0 ? _source(_workId, 0, 0, false) : new Source[](0);
            (Uses passOn, bool shareAlike, uint40 until) = licences.requireAdaptable(troupe, sources);
            assertEq(passOn, ALL_USES);
            assertTrue(!shareAlike, "share-alike");
            assertEq(until, WITHOUT_END);
            assertEq(licences.endOf(troupe, troupe, sources), WITHOUT_END);
        }
    }

    function test_RevertWhen_ASourceIsOwedAnotherShareThanItsLicenceAsks() public {
        Terms memory terms = _freeTerms();
        (terms.revenueShareBps, terms.flags) = (300, TERMS_ABSOLUTE_SHARE);
        bytes32 absolute = _license(troupe, _workId, terms, studio);
        terms.flags = 0;
        bytes32 relative_ = _license(troupe, _workId, terms, studio);
        _below(absolute, 299, true, true);
        _below(absolute, 300, false, true);
        _below(relative_, 299, false, false);
        _below(relative_, 300, true, false);
        licences.requireAdaptable(studio, _source(_workId, absolute, 300, true));
        licences.requireAdaptable(studio, _source(_workId, relative_, 10_000, false));
    }

    function test_TheEndIsThatOfTheLicenceEvenWhenItIsPast() public {
        Terms memory terms = _freeTerms();
        (terms.duration, terms.flags) = (60, TERMS_TRANSFERABLE);
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        Source[] memory sources = _source(_workId, termsId, 0, false);
        assertEq(licences.endOf(studio, studio, sources), NOW + 60);
        assertEq(licences.endOf(platform, platform, sources), 0);
        vm.prank(studio);
        licences.transfer(_workId, termsId, platform, 1);
        assertEq(licences.endOf(studio, studio, sources), NOW + 60);
        assertEq(licences.endOf(platform, platform, sources), NOW + 60);
        vm.warp(NOW + 1000);
        assertEq(licences.endOf(studio, studio, sources), NOW + 60);
    }

    /// @dev Of each licence the longer of two holders' counts, and of those the first to end, in whatever order.
    function test_TheEndIsTheFirstOfTheLongerLicences() public {
        uint256 other = _register(academy, _mask("other"));
        Terms memory terms = _freeTerms();
        terms.duration = 10 days;
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        licences.acquire(_workId, terms, studio, 1, 0);
        licences.acquire(_workId, terms, platform, 1, 0);
        _license(academy, other, terms, studio);
        vm.warp(NOW + 3 days);
        licences.acquire(other, terms, platform, 1, 0);
        Source[] memory sources = new Source[](2);
        for (uint256 i = 0; i < 2; ++i) {
            sources[i] = _source(_workId, termsId, 0, false)[0];
            sources[1 - i] = _source(other, termsId, 0, false)[0];
            assertEq(licences.endOf(studio, studio, sources), NOW + 10 days);
            assertEq(licences.endOf(studio, platform, sources), NOW + 13 days);
            assertEq(licences.endOf(platform, studio, sources), NOW + 13 days);
            (, , uint40 until) = licences.requireAdaptable(platform, sources);
            assertEq(until, NOW + 10 days);
        }
    }

    function test_OneMissingLicenceAmongSeveralIsTheEnd() public {
        bytes32 termsId = _license(troupe, _workId, _freeTerms(), studio);
        Source[] memory sources = new Source[](2);
        sources[0] = _source(_workId, termsId, 0, false)[0];
        sources[1] = _source(7, termsId, 0, false)[0];
        assertEq(licences.endOf(studio, studio, sources), 0);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceMissing.selector, 7, termsId, studio));
        licences.requireAdaptable(studio, sources);
    }

    function _permits(uint256 workId, bytes32 termsId, address who, Uses uses, bool expected) private view {
        assertTrue(licences.isPermitted(workId, termsId, who, uses) == expected, "permitted");
    }

    function _below(bytes32 termsId, uint16 shareBps, bool absolute, bool licensedAbsolute) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.SharesBelowLicence.selector,
                _workId,
                shareBps,
                absolute,
                300,
                licensedAbsolute
            )
        );
        licences.requireAdaptable(studio, _source(_workId, termsId, shareBps, absolute));
    }
}
