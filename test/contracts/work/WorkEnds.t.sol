// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../../contracts/licence/Terms.sol";
import {Source, WITHOUT_END} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Sign} from "../../support/sol/Sign.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Nobody is sold what the seller does not have: a derivative's licences end with those it was made under.
contract WorkEndsTest is Fixture {
    uint256 private constant NOW = 1_800_000_000;
    uint256 private _root;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
    }

    function test_AWorkOfNoOthersHasNoEnd() public view {
        assertEq(works.workOf(_root).until, WITHOUT_END);
    }

    function test_ADerivativeEndsOnTheLastWholeDayOfItsSourceLicence() public {
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        uint256 end = works.workOf(child).until;
        assertEq(end, _wholeDays(NOW + 100 days));
        assertTrue(end <= NOW + 100 days && end > NOW + 99 days, "not the last whole day");
    }

    function test_ALicenceThatEndsWithAWholeDayLosesNothing() public {
        vm.warp(_wholeDays(NOW));
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        assertEq(works.workOf(child).until, _wholeDays(NOW) + 100 days);
    }

    function test_UnderALicenceWithoutEndThereIsNone() public {
        assertEq(works.workOf(_made(studio, _root, troupe, 0, "child")).until, WITHOUT_END);
    }

    function test_OfSeveralLicencesTheFirstToEndCounts() public {
        uint256 other = _register(academy, _mask("other"));
        Source[] memory sources = new Source[](2);
        sources[0] = _source(_root, _license(troupe, _root, _terms(100 days), studio), 0, false)[0];
        sources[1] = _source(other, _license(academy, other, _terms(50 days), studio), 0, false)[0];
        if (other < _root) (sources[0], sources[1]) = (sources[1], sources[0]);
        uint256 child = _register(studio, _derivative("child", sources));
        assertEq(works.workOf(child).until, _wholeDays(NOW + 50 days));
    }

    function test_AnEndComesDownToWorksOfOnesOwn() public {
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        uint256 own = _register(studio, _derivative("own", _source(child, 0, 0, false)));
        assertEq(works.workOf(own).until, works.workOf(child).until);
    }

    function test_OfSeveralWorksOfOnesOwnTheFirstToEndCounts() public {
        uint256 one = _made(studio, _root, troupe, 100 days, "one");
        uint256 two = _made(studio, _register(academy, _mask("other")), academy, 50 days, "two");
        uint256 endless = _register(studio, _mask("endless"));
        _endsFirst(one, two, _wholeDays(NOW + 50 days));
        _endsFirst(one, endless, _wholeDays(NOW + 100 days));
        _endsFirst(endless, two, _wholeDays(NOW + 50 days));
    }

    function test_OverGenerationsTheEndOnlyComesNearer() public {
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        uint256 sooner = _made(platform, child, studio, 30 days, "sooner");
        assertEq(works.workOf(sooner).until, _wholeDays(NOW + 30 days));
        uint256 last = _made(academy, sooner, platform, 20 days, "last");
        assertEq(works.workOf(last).until, _wholeDays(NOW + 20 days));
        // Made late under a licence as long as can be, and still not later than what it is made from.
        vm.warp(NOW + 20 days);
        uint256 late = _made(painter, child, studio, 79 days, "late");
        assertEq(works.workOf(late).until, _wholeDays(NOW + 99 days));
    }

    function test_RevertWhen_AnOfferOfAWorkThatEndsHasNoEnd() public {
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        _outlives(child);
        vm.prank(studio);
        licences.offer(child, _terms(0));
        vm.prank(studio);
        licences.offer(child, _terms(1));
    }

    function test_RevertWhen_ASignedOfferOfAWorkThatEndsHasNoEnd() public {
        uint256 child = _made(painter, _root, troupe, 100 days, "child");
        bytes32 structHash = Sign.offerHash(child, licences.termsIdOf(_terms(0)), 0, NOW);
        bytes memory signature = Sign.sign(PAINTER_KEY, Sign.digest(address(licences), structHash));
        _outlives(child);
        licences.offerFor(child, _terms(0), NOW, signature);
    }

    function test_RevertWhen_AWorkThatEndsIsOfferedWithoutEndAsItIsRegistered() public {
        bytes32 termsId = _license(troupe, _root, _terms(100 days), studio);
        uint256 child = works.workIdOf(studio, "child");
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceOutlivesSource.selector,
                child,
                _wholeDays(NOW + 100 days)
            )
        );
        vm.prank(studio);
        works.registerAndOffer(_derivative("child", _source(_root, termsId, 0, false)), _none(), _terms(0));
    }

    function test_RevertWhen_ALicenceWouldOutliveWhatTheWorkRestsOn() public {
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        uint256 end = works.workOf(child).until;
        Terms memory terms = _terms(10 days);
        vm.prank(studio);
        bytes32 termsId = licences.offer(child, terms);
        vm.warp(end - 10 days + 1);
        _outlives(child);
        licences.acquire(child, terms, platform, 1, 0);
        vm.warp(end - 10 days);
        licences.acquire(child, terms, platform, 1, 0);
        assertEq(licences.licenceOf(child, termsId, platform).until, end);
    }

    function test_RevertWhen_ARenewalWouldOutliveWhatTheWorkRestsOn() public {
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        Terms memory terms = _terms(49 days);
        bytes32 termsId = _license(studio, child, terms, platform);
        vm.warp(NOW + 40 days);
        licences.acquire(child, terms, platform, 1, 0);
        assertEq(licences.licenceOf(child, termsId, platform).until, NOW + 98 days);
        vm.warp(NOW + 49 days);
        _outlives(child);
        licences.acquire(child, terms, platform, 1, 0);
        assertEq(licences.licenceOf(child, termsId, platform).until, NOW + 98 days);
    }

    function test_OnceWhatAWorkRestsOnEndedNothingIsSold() public {
        uint256 child = _made(studio, _root, troupe, 100 days, "child");
        Terms memory terms = _terms(1);
        vm.prank(studio);
        licences.offer(child, terms);
        vm.warp(works.workOf(child).until);
        _outlives(child);
        licences.acquire(child, terms, platform, 1, 0);
        vm.warp(NOW + 200 days);
        _outlives(child);
        licences.acquire(child, terms, platform, 1, 0);
    }

    function test_ALicenceOfLessThanADayLetsMakeButNotSell() public {
        uint256 child = _made(studio, _root, troupe, 3600, "child");
        assertTrue(works.workOf(child).until < NOW, "a whole day");
        Terms memory terms = _terms(1);
        vm.prank(studio);
        licences.offer(child, terms);
        _outlives(child);
        licences.acquire(child, terms, platform, 1, 0);
    }

    function test_AWorkOfNoOthersSellsWithoutEnd() public {
        bytes32 termsId = _license(troupe, _root, _terms(0), platform);
        assertEq(licences.licenceOf(_root, termsId, platform).until, WITHOUT_END);
    }

    function testFuzz_NoLicenceHoldsLongerThanThoseItsWorkRestsOn(
        uint32[3] calldata durations,
        uint32[3] calldata waits
    ) public {
        address[4] memory people = [troupe, studio, platform, academy];
        uint256 time = NOW;
        uint256 parent = _root;
        uint40 first = WITHOUT_END;
        for (uint256 i = 0; i < 3; ++i) {
            time += waits[i] % 20 days;
            vm.warp(time);
            Terms memory terms = _terms(uint32(1 + (durations[i] % 100 days)));
            vm.prank(people[i]);
            bytes32 termsId = licences.offer(parent, terms);
            try licences.acquire(parent, terms, people[i + 1], 1, 0) {} catch {
                return;
            }
            uint40 until = licences.licenceOf(parent, termsId, people[i + 1]).until;
            assertTrue(until <= first, "longer than its source");
            first = until;
            Source[] memory sources = _source(parent, termsId, 0, false);
            parent = _register(people[i + 1], _derivative("next", sources));
            assertTrue(works.workOf(parent).until <= until, "longer than its licence");
        }
    }

    function _terms(uint32 duration) private pure returns (Terms memory terms) {
        terms = _freeTerms();
        terms.duration = duration;
    }

    /// @dev Makes a work under a licence of that duration.
    function _made(
        address maker,
        uint256 sourceId,
        address creator,
        uint32 duration,
        bytes32 contentHash
    ) private returns (uint256) {
        bytes32 termsId = _license(creator, sourceId, _terms(duration), maker);
        return _register(maker, _derivative(contentHash, _source(sourceId, termsId, 0, false)));
    }

    function _endsFirst(uint256 one, uint256 other, uint256 until) private {
        Source[] memory sources = new Source[](2);
        sources[0] = _source(one < other ? one : other, 0, 0, false)[0];
        sources[1] = _source(one < other ? other : one, 0, 0, false)[0];
        uint256 both = _register(studio, _derivative(keccak256(abi.encode(one, other)), sources));
        assertEq(works.workOf(both).until, until);
    }

    function _wholeDays(uint256 until) private pure returns (uint256) {
        return ((until + 1) / 86_400) * 86_400 - 1;
    }

    function _outlives(uint256 workId) private {
        uint40 end = works.workOf(workId).until;
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceOutlivesSource.selector, workId, end));
    }
}
