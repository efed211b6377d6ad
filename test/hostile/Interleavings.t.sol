// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {Licence, TERMS_APPROVAL_REQUIRED, TERMS_FLAGS, Terms} from "../../contracts/licence/Terms.sol";
import {ALL_USES, Uses} from "../../contracts/shared/Uses.sol";
import {WITHOUT_END} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title A licensor who does anything at all before, between and after what a buyer was quoted (L1).
contract InterleavingsTest is Fixture {
    struct Quote {
        uint16 uses;
        uint16 passOn;
        uint96 price;
        uint16 revenueShareBps;
        uint32 duration;
        uint8 cap;
        uint8 flags;
        uint8 units;
        bool native;
    }

    uint256 private _root;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
    }

    /// Law: what is executed is what was quoted, or nothing is and nothing is taken.
    /// hardhat-config: default.fuzz.runs = 10000
    function testFuzz_ExecutedIsQuotedOrNothingIs(Quote calldata quote, uint256 steps) public {
        Terms memory terms = _quoted(quote);
        vm.prank(troupe);
        bytes32 termsId = licences.offer(_root, terms);
        if (terms.flags & TERMS_APPROVAL_REQUIRED != 0 && steps % 5 != 0) _approve(termsId, true);
        uint32 units = uint32(bound(quote.units, 1, 6));
        uint256 price = uint256(terms.price) * units;
        for (; steps > 255; steps >>= 8) _disturb(termsId, terms, uint8(steps));

        uint256 before = _money();
        bytes memory call = abi.encodeCall(ILicenceRegistry.acquire, (_root, terms, studio, units, price));
        (bool open, ) = licences.offerOf(_root, termsId);
        vm.prank(studio);
        (bool ok, ) = address(licences).call{value: quote.native ? price : 0}(call);
        Licence memory got = licences.licenceOf(_root, termsId, studio);
        if (!ok) {
            assertEq(_money(), before);
            assertEq(got.since, 0);
            return;
        }
        assertTrue(open, "sold what was withdrawn");
        assertEq(before - _money(), price);
        assertEq(royalties.workCredit(_root, terms.currency), price);
        assertEq(got.uses, terms.uses);
        assertEq(got.passOn, terms.passOn);
        assertEq(got.revenueShareBps, terms.revenueShareBps);
        assertEq(got.flags, terms.flags);
        assertEq(got.units, units);
        assertEq(got.until, terms.duration == 0 ? WITHOUT_END : block.timestamp + terms.duration);
        // What the licensor does now changes nothing that was bought.
        for (uint256 i = 0; i < 5; ++i) _disturb(termsId, terms, uint8(i));
        Licence memory after_ = licences.licenceOf(_root, termsId, studio);
        assertEq(keccak256(abi.encode(after_)), keccak256(abi.encode(got)));
        assertTrue(licences.isPermitted(_root, termsId, studio, terms.uses), "not what was bought");
    }

    /// @dev What a licensor may do to an offer: withdraw it, make it again, make a dearer one, approve or not, pass
    /// its role on to who does the same.
    function _disturb(bytes32 termsId, Terms memory terms, uint8 how) private {
        address creator = works.workOf(_root).creator;
        if (how % 5 == 0) _try(creator, abi.encodeCall(ILicenceRegistry.withdraw, (_root, termsId)));
        if (how % 5 == 1) _try(creator, abi.encodeCall(ILicenceRegistry.offer, (_root, terms)));
        if (how % 5 == 2) {
            Terms memory dearer = abi.decode(abi.encode(terms), (Terms));
            if (how % 3 == 0) dearer.price = type(uint128).max;
            if (how % 3 == 1) dearer.revenueShareBps = 10_000;
            if (how % 3 == 2) dearer.flags ^= 31;
            _try(creator, abi.encodeCall(ILicenceRegistry.offer, (_root, dearer)));
        }
        if (how % 5 == 3) _approve(termsId, how % 2 == 0);
        if (how % 5 == 4) {
            address successor = creator == troupe ? academy : troupe;
            vm.prank(creator);
            works.proposeCreator(_root, successor);
            vm.prank(successor);
            works.acceptCreator(_root);
        }
    }

    function _approve(bytes32 termsId, bool approved) private {
        vm.prank(works.workOf(_root).creator);
        licences.approve(_root, termsId, studio, approved);
    }

    function _try(address who, bytes memory call) private {
        vm.prank(who);
        (bool ok, ) = address(licences).call(call);
        ok;
    }

    function _quoted(Quote calldata quote) private view returns (Terms memory terms) {
        terms = _freeTerms();
        terms.uses = (Uses.wrap(quote.uses) | Uses.wrap(1)) & ALL_USES;
        terms.passOn = Uses.wrap(quote.passOn) & terms.uses;
        terms.currency = quote.native ? NATIVE : address(yuan);
        terms.price = uint128(quote.price % 1 ether);
        terms.revenueShareBps = quote.revenueShareBps % 10_001;
        terms.duration = quote.duration;
        terms.cap = quote.cap;
        terms.flags = quote.flags & TERMS_FLAGS;
    }

    function _money() private view returns (uint256) {
        return studio.balance + yuan.balanceOf(studio);
    }
}
