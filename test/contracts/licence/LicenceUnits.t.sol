// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Licence, Terms} from "../../../contracts/licence/Terms.sol";
import {IRoyaltyLedger} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Licences by the unit: a price for each, a cap on all.
contract LicenceUnitsTest is Fixture {
    uint256 private constant NOW = 1_800_000_000;
    uint40 private constant FOR_EVER = type(uint40).max;
    uint32 private constant MOST = type(uint32).max;
    /// @dev Arithmetic that would not fit its type (Solidity's panic 0x11).
    bytes private constant OVERFLOW = abi.encodeWithSelector(0x4e487b71, 0x11);
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    function test_EachUnitIsPaidInNativeCurrency() public {
        Terms memory terms = _offered(100, 0, 0, NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenceAcquired(
            _workId,
            termsId,
            platform,
            studio,
            7,
            700,
            uint40(NOW),
            FOR_EVER
        );
        vm.expectEmit(address(royalties));
        emit IRoyaltyLedger.WorkPaid(_workId, NATIVE, termsId, studio, 700);
        vm.prank(studio);
        licences.acquire{value: 700}(_workId, terms, platform, 7, 700);
        assertEq(_of(termsId, platform).units, 7);
        assertEq(_of(termsId, studio).units, 0);
        assertEq(royalties.workCredit(_workId, NATIVE), 700);
        assertEq(address(licences).balance, 0);
    }

    function test_EachUnitIsPaidInATokenByWhoeverBuys() public {
        Terms memory terms = _offered(100, 0, 0, address(yuan));
        bytes32 termsId = licences.termsIdOf(terms);
        vm.prank(studio);
        licences.acquire(_workId, terms, platform, 7, 700);
        assertEq(_of(termsId, platform).units, 7);
        assertEq(yuan.balanceOf(studio), WEALTH - 700);
        assertEq(yuan.balanceOf(platform), WEALTH);
        assertEq(royalties.workCredit(_workId, address(yuan)), 700);
    }

    function test_AddedUnitsAreSoldAtThePriceOfThoseAdded() public {
        Terms memory terms = _offered(100, 0, 0, NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire{value: 200}(_workId, terms, studio, 2, 200);
        vm.warp(NOW + 10);
        // Since the first were bought; the price is that of the three that were added.
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenceAcquired(
            _workId,
            termsId,
            studio,
            address(this),
            5,
            300,
            uint40(NOW),
            FOR_EVER
        );
        licences.acquire{value: 300}(_workId, terms, studio, 3, 300);
        assertEq(_of(termsId, studio).units, 5);
    }

    function test_RevertWhen_NoUnitIsBought() public {
        Terms memory terms = _offered(100, 0, 0, NATIVE);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceUnitsInvalid.selector, 0, 0));
        licences.acquire(_workId, terms, studio, 0, 0);
        licences.acquire{value: 200}(_workId, terms, studio, 2, 200);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceUnitsInvalid.selector, 0, 2));
        licences.acquire(_workId, terms, studio, 0, 0);
    }

    function test_ALicenceThatEndsIsRenewedForAllItsUnits() public {
        Terms memory terms = _offered(100, 60, 0, NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire{value: 300}(_workId, terms, studio, 3, 300);
        for (uint32 fewer = 1; fewer < 3; ++fewer) {
            vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceUnitsInvalid.selector, fewer, 3));
            licences.acquire{value: 100 * fewer}(_workId, terms, studio, fewer, 300);
        }
        licences.acquire{value: 300}(_workId, terms, studio, 3, 300);
        assertEq(_of(termsId, studio).units, 3);
        assertEq(_of(termsId, studio).until, NOW + 120);
        // Once it has ended it begins anew, with as many as are wanted.
        vm.warp(NOW + 121);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        assertEq(_of(termsId, studio).units, 1);
        assertEq(_of(termsId, studio).since, NOW + 121);
    }

    /// @dev A stranger who acquires one unit for somebody keeps it from no more than that.
    function test_MoreUnitsThanAreHeldBeginANewTermForAll() public {
        Terms memory terms = _offered(100, 60, 0, NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire{value: 100}(_workId, terms, studio, 1, 100);
        vm.warp(NOW + 20);
        licences.acquire{value: 500}(_workId, terms, studio, 5, 500);
        assertEq(_of(termsId, studio).units, 5);
        assertEq(_of(termsId, studio).until, NOW + 80);
        // Once it is renewed a term ahead, a new one would end sooner.
        licences.acquire{value: 500}(_workId, terms, studio, 5, 500);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceAlreadyHeld.selector,
                _workId,
                termsId,
                studio,
                NOW + 140
            )
        );
        licences.acquire{value: 600}(_workId, terms, studio, 6, 600);
    }

    function test_TheMostTheBuyerAgreedToIsForAllUnits() public {
        Terms memory terms = _offered(100, 0, 0, NATIVE);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicencePriceTooHigh.selector, 300, 299));
        licences.acquire{value: 300}(_workId, terms, studio, 3, 299);
        uint256 before = address(this).balance;
        licences.acquire{value: 300}(_workId, terms, studio, 3, type(uint256).max);
        assertEq(before - address(this).balance, 300);
    }

    function test_RevertWhen_TheValueIsThatOfOtherUnits() public {
        Terms memory terms = _offered(100, 0, 0, NATIVE);
        uint256[3] memory sent = [uint256(0), 100, 301];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(ILicenceRegistry.LicencePriceMismatch.selector, 300, sent[i])
            );
            licences.acquire{value: sent[i]}(_workId, terms, studio, 3, 400);
        }
        Terms memory free = _offered(0, 0, 0, NATIVE);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicencePriceMismatch.selector, 0, 1));
        licences.acquire{value: 1}(_workId, free, studio, 3, 400);
    }

    function test_RevertWhen_TheBuyerHasNotAllowedThePriceOfAllUnits() public {
        Terms memory terms = _offered(100, 0, 0, address(yuan));
        vm.startPrank(studio);
        yuan.approve(address(royalties), 299);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(royalties),
                299,
                300
            )
        );
        licences.acquire(_workId, terms, studio, 3, 300);
        licences.acquire(_workId, terms, studio, 2, 300);
        vm.stopPrank();
        assertEq(yuan.balanceOf(studio), WEALTH - 200);
    }

    function test_ACapIsOnUnitsWhoeverBuysThem() public {
        Terms memory terms = _offered(0, 0, 5, NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire(_workId, terms, studio, 3, 0);
        _isSold(termsId, 3);
        _soldOut(termsId, 5);
        licences.acquire(_workId, terms, platform, 3, 0);
        licences.acquire(_workId, terms, platform, 2, 0);
        _isSold(termsId, 5);
        _soldOut(termsId, 5);
        licences.acquire(_workId, terms, studio, 1, 0);
    }

    function test_UnderACapOnlyUnitsThatWereNotHeldCount() public {
        Terms memory terms = _offered(0, 60, 5, NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire(_workId, terms, studio, 2, 0);
        licences.acquire(_workId, terms, studio, 2, 0);
        _isSold(termsId, 2);
        vm.warp(NOW + 60);
        licences.acquire(_workId, terms, studio, 4, 0);
        _isSold(termsId, 4);
        _soldOut(termsId, 5);
        licences.acquire(_workId, terms, platform, 2, 0);
        // What has ended is bought anew.
        vm.warp(NOW + 121);
        licences.acquire(_workId, terms, studio, 1, 0);
        _isSold(termsId, 5);
    }

    function test_WithoutACapNothingIsCounted() public {
        Terms memory terms = _offered(0, 0, 0, NATIVE);
        licences.acquire(_workId, terms, studio, MOST, 0);
        _isSold(licences.termsIdOf(terms), 0);
    }

    function test_ACapAsLargeAsCanBeHoldsToTheLastUnit() public {
        Terms memory terms = _offered(0, 0, MOST, NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        licences.acquire(_workId, terms, studio, 1, 0);
        // The sum has more than 32 bits, and is refused as what it is.
        _soldOut(termsId, MOST);
        licences.acquire(_workId, terms, platform, MOST, 0);
        licences.acquire(_workId, terms, platform, MOST - 1, 0);
        _isSold(termsId, MOST);
        _soldOut(termsId, MOST);
        licences.acquire(_workId, terms, platform, 1, 0);
    }

    function test_RevertWhen_ALicenceWouldHaveMoreUnitsThanCanBeCounted() public {
        Terms memory terms = _offered(0, 0, 0, NATIVE);
        licences.acquire(_workId, terms, studio, MOST, 0);
        vm.expectRevert(OVERFLOW);
        licences.acquire(_workId, terms, studio, 1, 0);
        assertEq(_of(licences.termsIdOf(terms), studio).units, MOST);
    }

    function test_ThePriceOfTheMostUnitsAtTheHighestPriceIsExact() public {
        Terms memory terms = _offered(type(uint128).max, 0, 0, NATIVE);
        uint256 price = uint256(type(uint128).max) * MOST;
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicencePriceTooHigh.selector, price, price - 1)
        );
        licences.acquire(_workId, terms, studio, MOST, price - 1);
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicencePriceMismatch.selector, price, 0));
        licences.acquire(_workId, terms, studio, MOST, price);
        vm.deal(address(this), price);
        licences.acquire{value: price}(_workId, terms, studio, MOST, price);
        assertEq(royalties.workCredit(_workId, NATIVE), price);
    }

    function testFuzz_ThePriceIsThatOfOneTimesTheUnits(uint128 price, uint32 units, bool inYuan) public {
        uint32 count = uint32(bound(units, 1, MOST));
        address currency = inYuan ? address(yuan) : NATIVE;
        Terms memory terms = _offered(uint128(bound(price, 1, WEALTH / count)), 0, 0, currency);
        uint256 due = uint256(terms.price) * count;
        licences.acquire{value: inYuan ? 0 : due}(_workId, terms, studio, count, due);
        assertEq(royalties.workCredit(_workId, currency), due);
        assertEq(inYuan ? yuan.balanceOf(address(royalties)) : address(royalties).balance, due);
        assertEq(_of(licences.termsIdOf(terms), studio).units, count);
    }

    function testFuzz_NoMoreUnitsAreSoldThanTheCap(uint32 cap, uint32[5] calldata asked) public {
        Terms memory terms = _offered(0, 0, uint32(bound(cap, 1, MOST)), NATIVE);
        bytes32 termsId = licences.termsIdOf(terms);
        uint256 sold = 0;
        for (uint256 i = 0; i < asked.length; ++i) {
            // Around the cap, where it matters.
            uint32 units = i % 2 == 0 ? asked[i] : uint32(terms.cap - sold);
            try licences.acquire(_workId, terms, studio, units, 0) {
                sold += units;
                assertTrue(sold <= terms.cap, "oversold");
            } catch {
                assertTrue(units == 0 || sold + units > terms.cap, "refused");
            }
            _isSold(termsId, uint32(sold));
            assertEq(_of(termsId, studio).units, sold);
        }
    }

    function _offered(
        uint128 price,
        uint32 duration,
        uint32 cap,
        address currency
    ) private returns (Terms memory terms) {
        terms = _freeTerms();
        (terms.price, terms.duration, terms.cap, terms.currency) = (price, duration, cap, currency);
        vm.prank(troupe);
        licences.offer(_workId, terms);
    }

    function _of(bytes32 termsId, address licensee) private view returns (Licence memory) {
        return licences.licenceOf(_workId, termsId, licensee);
    }

    function _isSold(bytes32 termsId, uint32 expected) private view {
        (, uint32 sold) = licences.offerOf(_workId, termsId);
        assertEq(sold, expected);
    }

    function _soldOut(bytes32 termsId, uint32 cap) private {
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceSoldOut.selector, _workId, termsId, cap)
        );
    }
}
