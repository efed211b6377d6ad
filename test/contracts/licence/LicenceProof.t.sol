// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Licence, TERMS_TRANSFERABLE, Terms} from "../../../contracts/licence/Terms.sol";
import {Edge, Shares, Source} from "../../../contracts/work/Work.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title The record of a licence that was passed on is the proof of what was made under it: nobody cuts it short.
contract LicenceProofTest is Fixture {
    uint256 private constant NOW = 1_800_000_000;
    uint256 private _root;
    uint256 private _child;
    bytes32 private _termsId;
    Source[] private _sources;

    /// @dev The studio bought twice 100 days, made a game under it and passed the licence on.
    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
        _termsId = _license(troupe, _root, _terms(), studio);
        licences.acquire(_root, _terms(), studio, 1, 0);
        _sources.push(_source(_root, _termsId, 0, false)[0]);
        _child = _register(studio, _derivative("game", _sources));
        vm.prank(studio);
        licences.transfer(_root, _termsId, platform, 1);
    }

    function test_RevertWhen_AGiftWouldCutItShort() public {
        vm.warp(NOW + 1 days);
        licences.acquire(_root, _terms(), auditor, 1, 0);
        _heldLonger();
        vm.prank(auditor);
        licences.transfer(_root, _termsId, studio, 1);
        _stands();
    }

    function test_RevertWhen_APurchaseForItWouldCutItShort() public {
        vm.warp(NOW + 1 days);
        _heldLonger();
        vm.prank(auditor);
        licences.acquire(_root, _terms(), studio, 1, 0);
        _stands();
    }

    function test_ItGrowsWhenBoughtAnewForLonger() public {
        vm.warp(NOW + 100 days);
        licences.acquire(_root, _terms(), studio, 1, 0);
        Licence memory licence = licences.licenceOf(_root, _termsId, studio);
        assertEq(licence.since, NOW + 100 days);
        assertEq(licence.until, NOW + 200 days);
        vm.warp(NOW + 150 days);
        licences.acquire(_root, _terms(), studio, 1, 0);
        assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(NOW + 300 days));
    }

    function test_ALicenceThatEndsWithItComesBack() public {
        vm.warp(NOW + 1 days);
        vm.prank(platform);
        licences.transfer(_root, _termsId, studio, 1);
        Licence memory licence = licences.licenceOf(_root, _termsId, studio);
        assertEq(licence.units, 1);
        assertEq(licence.until, NOW + 200 days);
        _stands();
    }

    function testFuzz_NobodyBringsAWorksEndForward(uint32[4] calldata waits, bool[4] calldata gifts) public {
        uint256 time = NOW;
        uint40 end = works.workOf(_child).until;
        for (uint256 i = 0; i < waits.length; ++i) {
            time += waits[i] % 120 days;
            vm.warp(time);
            address buyer = gifts[i] ? auditor : studio;
            try licences.acquire(_root, _terms(), buyer, 1, 0) {} catch {}
            vm.prank(auditor);
            try licences.transfer(_root, _termsId, studio, 1) {} catch {}
            uint40 revised = works.reviseEnd(_child, _ofChild());
            require(revised >= end, "brought forward");
            end = revised;
        }
    }

    function _terms() private pure returns (Terms memory terms) {
        terms = _freeTerms();
        (terms.duration, terms.flags) = (100 days, TERMS_TRANSFERABLE);
    }

    function _ofChild() private view returns (Shares memory) {
        return _shares(studio, _sources, new Edge[](0));
    }

    function _stands() private {
        assertEq(licences.licenceOf(_root, _termsId, studio).until, NOW + 200 days);
        assertEq(works.reviseEnd(_child, _ofChild()), _wholeDays(NOW + 200 days));
    }

    function _heldLonger() private {
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceAlreadyHeld.selector,
                _root,
                _termsId,
                studio,
                NOW + 200 days
            )
        );
    }

    function _wholeDays(uint256 until) private pure returns (uint256) {
        return ((until + 1) / 86_400) * 86_400 - 1;
    }
}
