// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../contracts/licence/Terms.sol";
import {IRoyaltyLedger} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../contracts/work/IWorkToken.sol";
import {Edge, Registration, Shares, Source} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {PermitToken} from "../support/sol/PermitToken.sol";
import {Sign} from "../support/sol/Sign.sol";
import {vm} from "../support/sol/Vm.sol";
import {assertRefused} from "../support/sol/refused.sol";

/// @title A stranger sees what others are about to send, and sends it first (L3): nobody is harmed.
contract MempoolTest is Fixture {
    uint256 private constant DEADLINE = 1_800_000_060;
    address private constant STRANGER = address(0xBAD);

    function test_ACopiedRegistrationIsTheStrangersOwnClaim() public {
        Registration memory r = _mask("mask");
        uint256 copy = _register(STRANGER, r);
        uint256 workId = _register(troupe, r);
        assertTrue(copy != workId, "squatted");
        assertEq(works.workOf(workId).creator, troupe);
        assertEq(works.ownerOf(workId), troupe);
        assertEq(works.workOf(copy).creator, STRANGER);
    }

    function test_ACopiedRelayDoesWhatTheRelayWouldHaveDone() public {
        Registration memory r = _mask("mask");
        bytes memory signature = _signed(r, 0);
        vm.prank(STRANGER);
        uint256 workId = works.registerFor(painter, r, _none(), DEADLINE, signature);
        assertEq(works.ownerOf(workId), painter);
        // Who wanted to relay it gets the same answer, even late, and the creator's own transaction does, too.
        vm.warp(DEADLINE + 1);
        assertEq(works.registerFor(painter, r, _none(), DEADLINE, signature), workId);
        vm.prank(painter);
        assertEq(works.register(r, _none()), workId);
        assertEq(works.nonces(painter), 1);
        assertEq(works.balanceOf(painter), 1);
    }

    /// @dev The lists that prove the sources' shares are not signed. They can only be right or refused.
    function test_ARelayWithOtherProofsIsRefusedOrTheSame() public {
        uint256 root = _register(painter, _mask("root"));
        Source[] memory up = _source(root, 0, 100, true);
        uint256 parent = _register(painter, _derivative("parent", up));
        Registration memory r = _derivative("child", _source(parent, 0, 200, false));
        bytes memory signature = _signed(r, 0);
        Shares[] memory lists = new Shares[](2);
        lists[0] = _shares(painter, up, new Edge[](0));
        lists[0].payees[0].account = STRANGER;
        bytes4 mismatch = IWorkRegistry.SharesMismatch.selector;
        bytes memory call = abi.encodeCall(
            IWorkRegistry.registerFor,
            (painter, r, lists, DEADLINE, signature)
        );
        assertRefused(address(works), call, mismatch);
        call = abi.encodeCall(IWorkRegistry.registerFor, (painter, r, _none(), DEADLINE, signature));
        assertRefused(address(works), call, mismatch);
        lists[0].payees[0].account = painter;
        // One list too many says nothing.
        lists[1].payees = _payees(STRANGER, 1, STRANGER, 9999);
        uint256 child = works.registerFor(painter, r, lists, DEADLINE, signature);
        Shares memory shares = _shares(painter, r.sources, _edge(root, 100));
        assertEq(works.sharesHashOf(child), _hash(shares));
    }

    /// @dev The signature is spent, and what it was for is done: the offer stands once.
    function test_ACopiedOfferStandsAsItWasSigned() public {
        uint256 workId = _register(painter, _mask("mask"));
        Terms memory terms = _freeTerms();
        bytes32 termsId = licences.termsIdOf(terms);
        bytes32 message = Sign.offerHash(workId, termsId, 0, DEADLINE);
        bytes memory signature = Sign.sign(PAINTER_KEY, Sign.digest(address(licences), message));
        vm.prank(STRANGER);
        licences.offerFor(workId, terms, DEADLINE, signature);
        (bool open, ) = licences.offerOf(workId, termsId);
        assertTrue(open, "not offered");
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, painter));
        licences.offerFor(workId, terms, DEADLINE, signature);
    }

    /// @dev A copy of a signature that fails on the way does not use it up.
    function test_AFailedRelaySpendsNothing() public {
        Registration memory r = _derivative("early", _source(7, 0, 0, false));
        bytes memory signature = _signed(r, 0);
        bytes memory call = abi.encodeCall(
            IWorkRegistry.registerFor,
            (painter, r, _none(), DEADLINE, signature)
        );
        assertRefused(address(works), call, IWorkToken.WorkUnknown.selector);
        assertEq(works.nonces(painter), 0);
    }

    /// @dev Who uses a payer's permit first spends the permit and not the money.
    function test_ACopiedPermitPaysNobodyElse() public {
        uint256 workId = _register(troupe, _mask("mask"));
        PermitToken coin = new PermitToken();
        coin.mint(painter, 100);
        (uint8 v, bytes32 r, bytes32 s) = coin.sign(PAINTER_KEY, address(royalties), 100, DEADLINE);
        uint256 other = _register(STRANGER, _mask("other"));
        vm.prank(STRANGER);
        (bool ok, ) = address(royalties).call(
            abi.encodeCall(IRoyaltyLedger.payWithPermit, (other, address(coin), 100, "x", DEADLINE, v, r, s))
        );
        assertTrue(!ok, "paid with somebody else's permit");
        vm.prank(STRANGER);
        coin.permit(painter, address(royalties), 100, DEADLINE, v, r, s);
        vm.prank(STRANGER);
        (ok, ) = address(royalties).call(
            abi.encodeCall(IRoyaltyLedger.pay, (other, address(coin), 100, "x"))
        );
        assertTrue(!ok, "paid with somebody else's allowance");
        vm.prank(painter);
        royalties.payWithPermit(workId, address(coin), 100, "ref", DEADLINE, v, r, s);
        assertEq(royalties.workCredit(workId, address(coin)), 100);
    }

    /// @dev Allowances to the ledger are worth nothing to anybody else: neither by the door of the licence registry.
    function test_RevertWhen_AStrangerCollectsFromWhoAllowedTheLedger() public {
        uint256 mine = _register(STRANGER, _mask("mine"));
        Terms memory terms = _freeTerms();
        (terms.currency, terms.price) = (address(yuan), 100);
        vm.prank(STRANGER);
        licences.offer(mine, terms);
        uint256 before = yuan.balanceOf(studio);
        vm.expectRevert(abi.encodeWithSelector(IRoyaltyLedger.PaymentCollectorUnknown.selector, STRANGER));
        vm.prank(STRANGER);
        royalties.collect(studio, mine, address(yuan), 100, "x");
        vm.prank(STRANGER);
        (bool ok, ) = address(licences).call(
            abi.encodeCall(ILicenceRegistry.acquire, (mine, terms, studio, 1, 100))
        );
        assertTrue(!ok, "the licensee paid for a purchase it did not make");
        assertEq(yuan.balanceOf(studio), before);
    }

    /// @dev The registry vouches for who registered when it offers; a stranger does not get in by that door.
    function test_RevertWhen_AStrangerOffersThroughTheRegistrysDoor() public {
        uint256 workId = _register(troupe, _mask("mask"));
        bytes memory call = abi.encodeCall(
            ILicenceRegistry.offerRegistered,
            (troupe, workId, works.packedOf(workId), _freeTerms())
        );
        vm.prank(STRANGER);
        (bool ok, ) = address(licences).call(call);
        assertTrue(!ok, "offered by a stranger");
        // Who passed its role on cannot offer by registering the same again.
        vm.prank(troupe);
        works.proposeCreator(workId, studio);
        vm.prank(studio);
        works.acceptCreator(workId);
        vm.prank(troupe);
        (ok, ) = address(works).call(
            abi.encodeCall(IWorkRegistry.registerAndOffer, (_mask("mask"), _none(), _freeTerms()))
        );
        assertTrue(!ok, "offered by a former creator");
    }

    function _signed(Registration memory r, uint256 nonce) private view returns (bytes memory) {
        bytes32 message = Sign.registrationHash(painter, r, nonce, DEADLINE);
        return Sign.sign(PAINTER_KEY, Sign.digest(address(works), message));
    }
}
