// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {TERMS_SHARE_ALIKE, Terms} from "../../../contracts/licence/Terms.sol";
import {ADAPT, ALL_USES, DISPLAY, NO_USES, PERFORM, Uses} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Registration} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Wallet} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Sign} from "../../support/sol/Sign.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Offering terms.
contract LicenceOfferTest is Fixture {
    uint256 private constant DEADLINE = 1_800_000_060;
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        Registration memory r = _mask("mask");
        r.retained = PERFORM;
        _workId = _register(painter, r);
    }

    function test_TermsAreOfferedByTheirContent() public {
        Terms memory terms = _terms();
        bytes32 termsId = keccak256(abi.encode(terms));
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.TermsOffered(_workId, termsId, terms);
        vm.prank(painter);
        assertEq(licences.offer(_workId, terms), termsId);
        assertEq(licences.termsIdOf(terms), termsId);
        _isOffered(termsId, true);
    }

    function test_TermsMayAskForAllOfTheRevenue() public {
        Terms memory terms = _terms();
        (terms.revenueShareBps, terms.flags) = (10_000, 31);
        vm.prank(painter);
        _isOffered(licences.offer(_workId, terms), true);
    }

    function test_OfferingAgainKeepsWhatWasSold() public {
        Terms memory terms = _terms();
        terms.cap = 2;
        bytes32 termsId = _license(painter, _workId, terms, studio);
        vm.prank(painter);
        licences.offer(_workId, terms);
        vm.prank(painter);
        licences.withdraw(_workId, termsId);
        vm.prank(painter);
        licences.offer(_workId, terms);
        (, uint32 sold) = licences.offerOf(_workId, termsId);
        assertEq(sold, 1);
    }

    function test_AWithdrawnOfferEnds() public {
        vm.startPrank(painter);
        bytes32 termsId = licences.offer(_workId, _terms());
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.TermsWithdrawn(_workId, termsId);
        licences.withdraw(_workId, termsId);
        _isOffered(termsId, false);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.LicenceNotOffered.selector, _workId, termsId)
        );
        licences.withdraw(_workId, termsId);
        vm.stopPrank();
    }

    function test_AnApprovalIsGivenAndTakenBack() public {
        vm.expectEmit(address(licences));
        emit ILicenceRegistry.LicenseeApproved(_workId, "terms", studio, true);
        vm.prank(painter);
        licences.approve(_workId, "terms", studio, true);
        assertTrue(licences.isApproved(_workId, "terms", studio), "not approved");
        vm.prank(painter);
        licences.approve(_workId, "terms", studio, false);
        assertTrue(!licences.isApproved(_workId, "terms", studio), "still approved");
    }

    function test_RevertWhen_SomebodyElseOffersWithdrawsOrApproves() public {
        bytes memory reason = abi.encodeWithSelector(
            IWorkRegistry.WorkNotCreator.selector,
            _workId,
            painter,
            studio
        );
        vm.startPrank(studio);
        vm.expectRevert(reason);
        licences.offer(_workId, _terms());
        vm.expectRevert(reason);
        licences.withdraw(_workId, "terms");
        vm.expectRevert(reason);
        licences.approve(_workId, "terms", studio, true);
        vm.stopPrank();
    }

    function test_RevertWhen_TheWorkIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7));
        licences.offer(7, _terms());
        vm.expectRevert(abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7));
        licences.offerFor(7, _terms(), DEADLINE, "");
    }

    function test_RevertWhen_TermsAreInvalid() public {
        for (uint256 i = 0; i < 5; ++i) {
            Terms memory terms = _terms();
            if (i == 0) (terms.uses, terms.passOn) = (NO_USES, NO_USES);
            if (i == 1) terms.uses = Uses.wrap(1 << 11);
            if (i == 2) terms.documentHash = 0;
            if (i == 3) terms.revenueShareBps = 10_001;
            if (i == 4) terms.flags = 32;
            _fails(
                terms,
                abi.encodeWithSelector(
                    ILicenceRegistry.LicenceTermsInvalid.selector,
                    terms.uses,
                    terms.documentHash,
                    terms.revenueShareBps,
                    terms.flags
                )
            );
        }
    }

    function test_RevertWhen_ARetainedUseIsOffered() public {
        Terms memory terms = _terms();
        terms.uses = PERFORM | DISPLAY;
        terms.passOn = NO_USES;
        _fails(
            terms,
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesRetained.selector,
                _workId,
                PERFORM | DISPLAY,
                PERFORM
            )
        );
    }

    function test_RevertWhen_AUseIsOfferedThatNoSourcePassedOn() public {
        Terms memory terms = _terms();
        (terms.uses, terms.passOn) = (ADAPT | DISPLAY, ADAPT);
        bytes32 termsId = _license(painter, _workId, terms, studio);
        uint256 child = _register(studio, _derivative("game", _source(_workId, termsId, 0, false)));
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesAboveCeiling.selector,
                child,
                ADAPT | DISPLAY,
                ADAPT
            )
        );
        vm.prank(studio);
        licences.offer(child, terms);
    }

    function test_RevertWhen_MoreIsPassedOnThanLicensed() public {
        Terms memory terms = _terms();
        (terms.uses, terms.passOn) = (DISPLAY, DISPLAY | ADAPT);
        _fails(
            terms,
            abi.encodeWithSelector(ILicenceRegistry.LicencePassesOnTooMuch.selector, DISPLAY | ADAPT, DISPLAY)
        );
    }

    function test_RevertWhen_AShareAlikeWorkIsOfferedWithout() public {
        Terms memory terms = _terms();
        terms.flags = TERMS_SHARE_ALIKE;
        bytes32 termsId = _license(painter, _workId, terms, studio);
        uint256 child = _register(studio, _derivative("game", _source(_workId, termsId, 0, false)));
        vm.expectRevert(abi.encodeWithSelector(ILicenceRegistry.LicenceNotShareAlike.selector, child));
        vm.prank(studio);
        licences.offer(child, _terms());
        vm.prank(studio);
        licences.offer(child, terms);
    }

    function test_AnybodyRelaysASignedOffer() public {
        Terms memory terms = _terms();
        bytes32 termsId = licences.termsIdOf(terms);
        vm.prank(platform);
        licences.offerFor(_workId, terms, DEADLINE, _sign(termsId, 0));
        _isOffered(termsId, true);
        assertEq(licences.nonces(painter), 1);
    }

    function test_RevertWhen_ASignedOfferIsReplayed() public {
        Terms memory terms = _terms();
        bytes32 termsId = licences.termsIdOf(terms);
        bytes memory signature = _sign(termsId, 0);
        licences.offerFor(_workId, terms, DEADLINE, signature);
        vm.prank(painter);
        licences.withdraw(_workId, termsId);
        _invalid(painter);
        licences.offerFor(_workId, terms, DEADLINE, signature);
        _isOffered(termsId, false);
    }

    function test_RevertWhen_TheOfferIsNotTheSignedOne() public {
        Terms memory terms = _terms();
        bytes memory signature = _sign(licences.termsIdOf(terms), 0);
        uint256 other = _register(painter, _mask("other"));
        _invalid(painter);
        licences.offerFor(other, terms, DEADLINE, signature);
        _invalid(painter);
        licences.offerFor(_workId, terms, DEADLINE + 1, signature);
        terms.price = 1;
        _invalid(painter);
        licences.offerFor(_workId, terms, DEADLINE, signature);
        signature = _sign(licences.termsIdOf(terms), 1);
        _invalid(painter);
        licences.offerFor(_workId, terms, DEADLINE, signature);
    }

    function test_RevertWhen_TheSignedOfferExpired() public {
        Terms memory terms = _terms();
        bytes memory signature = _sign(licences.termsIdOf(terms), 0);
        vm.warp(DEADLINE + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.SignatureExpired.selector, DEADLINE, DEADLINE + 1)
        );
        licences.offerFor(_workId, terms, DEADLINE, signature);
        vm.warp(DEADLINE);
        licences.offerFor(_workId, terms, DEADLINE, signature);
    }

    function test_AContractWalletOffersByErc1271() public {
        Wallet wallet = new Wallet();
        uint256 workId = _register(address(wallet), _mask("mask"));
        Terms memory terms = _terms();
        bytes32 termsId = licences.termsIdOf(terms);
        _invalid(address(wallet));
        licences.offerFor(workId, terms, DEADLINE, "");
        wallet.accept(Sign.digest(address(licences), Sign.offerHash(workId, termsId, 0, DEADLINE)));
        licences.offerFor(workId, terms, DEADLINE, "");
        (bool offered, ) = licences.offerOf(workId, termsId);
        assertTrue(offered, "not offered");
    }

    function _terms() private pure returns (Terms memory terms) {
        terms = _freeTerms();
        terms.uses = ALL_USES.without(PERFORM);
        terms.passOn = terms.uses;
    }

    function _sign(bytes32 termsId, uint256 nonce) private view returns (bytes memory) {
        bytes32 structHash = Sign.offerHash(_workId, termsId, nonce, DEADLINE);
        return Sign.sign(PAINTER_KEY, Sign.digest(address(licences), structHash));
    }

    function _isOffered(bytes32 termsId, bool expected) private view {
        (bool offered, ) = licences.offerOf(_workId, termsId);
        assertTrue(offered == expected, "offered");
    }

    function _fails(Terms memory terms, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(painter);
        licences.offer(_workId, terms);
    }

    function _invalid(address signer) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, signer));
    }
}
