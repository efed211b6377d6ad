// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {TERMS_APPROVAL_REQUIRED, Licence, Terms} from "../../../contracts/licence/Terms.sol";
import {ADAPT, AI_TRAINING, DISPLAY, NO_USES, Uses} from "../../../contracts/shared/Uses.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Acquiring, renewing and asking for licences.
contract LicenceAcquireTest is Fixture {
    uint256 private constant NOW = 1_800_000_000;
    uint40 private constant FOR_EVER = type(uint40).max;
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    function test_ALicenceIsPaidInNativeCurrency() public {
        Terms memory terms = _offered(0);
        bytes32 termsId = licences.termsIdOf(terms);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenceAcquired(
            _workId,
            termsId,
            platform,
            studio,
            1,
            100,
            uint40(NOW),
            FOR_EVER
        );
        vm.prank(studio);
        assertEq(licences.acquire{value: 100}(_workId, terms, platform, 1, 100), termsId);

        Licence memory licence = licences.licenceOf(_workId, termsId, platform);
        assertEq(licence.since, NOW);
        assertEq(licence.until, FOR_EVER);
        assertEq(licence.uses, terms.uses);
        assertEq(licence.passOn, terms.passOn);
        assertEq(licence.revenueShareBps, 250);
        assertEq(royalties.workCredit(_workId, NATIVE), 100);
        assertEq(licences.licenceOf(_workId, termsId, studio).since, 0);
    }

    function test_ALicenceIsPaidInAToken() public {
        Terms memory terms = _draft();
        terms.currency = address(yuan);
        _offer(terms);
        vm.prank(studio);
        licences.acquire(_workId, terms, studio, 1, 100);
        assertEq(royalties.workCredit(_workId, address(yuan)), 100);
        assertEq(yuan.balanceOf(studio), WEALTH - 100);
    }

    function test_RevertWhen_TheTermsAreNotOffered() public {
        Terms memory terms = _draft();
        bytes32 termsId = licences.termsIdOf(terms);
        _fails(
            terms,
            100,
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotOffered.selector, _workId, termsId)
        );
        _offer(terms);
        vm.prank(troupe);
        licences.withdraw(_workId, termsId);
        _fails(
            terms,
            100,
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotOffered.selector, _workId, termsId)
        );
    }

    function test_RevertWhen_ThereIsNoLicensee() public {
        Terms memory terms = _offered(0);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceLicenseeMissing.selector));
        licences.acquire{value: 100}(_workId, terms, address(0), 1, 100);
    }

    function test_RevertWhen_ThePriceIsAboveTheQuote() public {
        Terms memory terms = _offered(0);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicencePriceTooHigh.selector, 100, 99));
        licences.acquire{value: 100}(_workId, terms, studio, 1, 99);
    }

    function test_RevertWhen_AnotherValueIsSent() public {
        Terms memory terms = _offered(0);
        _fails(terms, 99, abi.encodeWithSelector(ILicenceRegistry.LicencePriceMismatch.selector, 100, 99));
        _fails(terms, 101, abi.encodeWithSelector(ILicenceRegistry.LicencePriceMismatch.selector, 100, 101));
        terms.currency = address(yuan);
        _offer(terms);
        _fails(terms, 100, abi.encodeWithSelector(ILicenceRegistry.LicencePriceMismatch.selector, 0, 100));
    }

    function test_RevertWhen_AllLicencesAreSold() public {
        Terms memory terms = _freeTerms();
        terms.cap = 1;
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        (, uint32 sold) = licences.offerOf(_workId, termsId);
        assertEq(sold, 1);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceSoldOut.selector, _workId, termsId, 1)
        );
        licences.acquire(_workId, terms, platform, 1, 0);
    }

    function test_RevertWhen_TheCreatorHasNotApproved() public {
        Terms memory terms = _freeTerms();
        terms.flags = TERMS_APPROVAL_REQUIRED;
        _offer(terms);
        bytes32 termsId = licences.termsIdOf(terms);
        vm.prank(troupe);
        licences.approve(_workId, termsId, platform, true);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotApproved.selector, _workId, termsId, studio)
        );
        licences.acquire(_workId, terms, studio, 1, 0);
        licences.acquire(_workId, terms, platform, 1, 0);
    }

    function test_UnitsAreAddedToALicenceWithoutEnd() public {
        Terms memory terms = _freeTerms();
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        licences.acquire(_workId, terms, studio, 2, 0);
        assertEq(licences.licenceOf(_workId, termsId, studio).units, 3);
        assertEq(licences.licenceOf(_workId, termsId, studio).until, FOR_EVER);
    }

    function test_ALicenceIsRenewedOneTermAheadAndNoFurther() public {
        Terms memory terms = _offered(60);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        vm.warp(NOW + 10);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        Licence memory licence = licences.licenceOf(_workId, termsId, studio);
        assertEq(licence.since, NOW);
        assertEq(licence.until, NOW + 120);
        _fails(
            terms,
            100,
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceAlreadyHeld.selector,
                _workId,
                termsId,
                studio,
                NOW + 120
            )
        );
    }

    function test_ALicenceIsRenewedInItsLastSecondWithoutAGap() public {
        Terms memory terms = _offered(60);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        // Each time exactly one term is left, the most there may be.
        for (uint256 i = 1; i <= 2; ++i) {
            vm.warp(NOW + 60 * i);
            licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
            assertEq(licences.licenceOf(_workId, termsId, studio).until, NOW + 60 * (i + 2));
        }
        vm.warp(NOW + 240);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        Licence memory licence = licences.licenceOf(_workId, termsId, studio);
        assertEq(licence.since, NOW);
        assertEq(licence.until, NOW + 300);
    }

    function test_ALicenceWithoutEndPermitsForEver() public {
        bytes32 termsId = _license(troupe, _workId, _freeTerms(), studio);
        vm.warp(FOR_EVER);
        _permits(termsId, studio, DISPLAY, true);
        assertEq(_adaptableUntil(termsId, studio), FOR_EVER);
    }

    function test_AnExpiredLicenceBeginsAnew() public {
        Terms memory terms = _offered(60);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        vm.warp(NOW + 61);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        Licence memory licence = licences.licenceOf(_workId, termsId, studio);
        assertEq(licence.since, NOW + 61);
        assertEq(licence.until, NOW + 121);
    }

    function test_ALicencePermitsItsUsesUntilItsLastSecond() public {
        Terms memory terms = _freeTerms();
        (terms.uses, terms.passOn, terms.duration) = (DISPLAY | ADAPT, NO_USES, 60);
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        _permits(termsId, studio, DISPLAY, true);
        _permits(termsId, studio, DISPLAY | ADAPT, true);
        _permits(termsId, studio, DISPLAY | AI_TRAINING, false);
        _permits(termsId, studio, NO_USES, false);
        _permits(termsId, platform, DISPLAY, false);
        _permits("other", studio, DISPLAY, false);
        vm.warp(NOW + 60);
        _permits(termsId, studio, DISPLAY, true);
        vm.warp(NOW + 61);
        _permits(termsId, studio, DISPLAY, false);
    }

    function test_AWithdrawnOfferLeavesItsLicencesStanding() public {
        bytes32 termsId = _license(troupe, _workId, _freeTerms(), studio);
        vm.prank(troupe);
        licences.withdraw(_workId, termsId);
        _permits(termsId, studio, DISPLAY, true);
    }

    function test_AnAdaptableLicenceIsReturnedOrTheReasonWhyNot() public {
        Terms memory terms = _freeTerms();
        terms.duration = 60;
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        vm.warp(NOW + 60);
        assertEq(_adaptableUntil(termsId, studio), NOW + 60);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceMissing.selector, _workId, termsId, platform)
        );
        licences.requireAdaptable(platform, _source(_workId, termsId, 0, false));
        vm.warp(NOW + 61);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceExpired.selector,
                _workId,
                termsId,
                studio,
                NOW + 60
            )
        );
        licences.requireAdaptable(studio, _source(_workId, termsId, 0, false));

        (terms.uses, terms.passOn) = (DISPLAY, NO_USES);
        termsId = _license(troupe, _workId, terms, studio);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesNotCovered.selector,
                _workId,
                termsId,
                ADAPT,
                DISPLAY
            )
        );
        licences.requireAdaptable(studio, _source(_workId, termsId, 0, false));
    }

    function testFuzz_ARenewalNeverReachesFurtherThanTwoTerms(
        uint32 duration,
        uint32[5] calldata waits
    ) public {
        vm.assume(duration > 0);
        Terms memory terms = _freeTerms();
        terms.duration = duration;
        bytes32 termsId = _license(troupe, _workId, terms, studio);
        uint256 time = NOW;
        for (uint256 i = 0; i < waits.length; ++i) {
            time += bound(waits[i], 0, 2 * uint256(duration));
            vm.warp(time);
            try licences.acquire(_workId, terms, studio, 1, 0) {} catch {}
            assertTrue(
                licences.licenceOf(_workId, termsId, studio).until <= time + 2 * uint256(duration),
                "too far"
            );
        }
    }

    function _draft() private pure returns (Terms memory terms) {
        terms = _freeTerms();
        terms.price = 100;
        terms.revenueShareBps = 250;
    }

    function _offered(uint32 duration) private returns (Terms memory terms) {
        terms = _draft();
        terms.duration = duration;
        _offer(terms);
    }

    function _offer(Terms memory terms) private {
        vm.prank(troupe);
        licences.offer(_workId, terms);
    }

    function _permits(bytes32 termsId, address licensee, Uses uses, bool expected) private view {
        assertTrue(licences.isPermitted(_workId, termsId, licensee, uses) == expected, "permitted");
    }

    function _fails(Terms memory terms, uint256 value, bytes memory reason) private {
        vm.expectRevert(reason);
        licences.acquire{value: value}(_workId, terms, studio, 1, 100);
    }

    function _adaptableUntil(bytes32 termsId, address licensee) private view returns (uint40 until) {
        (, , until) = licences.requireAdaptable(licensee, _source(_workId, termsId, 0, false));
    }
}
