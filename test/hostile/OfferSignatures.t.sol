// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../../contracts/licence/Terms.sol";
import {ADAPT, DISPLAY} from "../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {Sign} from "../support/sol/Sign.sol";
import {vm} from "../support/sol/Vm.sol";
import {setChainId} from "../support/sol/chainId.sol";

/// @title A signed offer is good for exactly what was signed, once, and only while its signer is the creator.
contract OfferSignaturesTest is Fixture {
    uint256 private constant DEADLINE = 1_800_000_060;
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    uint256 private _mine;
    uint256 private _other;

    function setUp() public override {
        super.setUp();
        _mine = _register(painter, _mask("mine"));
        _other = _register(painter, _mask("other"));
    }

    function test_RevertWhen_AnySingleFieldIsNotTheSignedOne() public {
        bytes memory signature = _signed(_terms(), 0);
        for (uint256 field = 0; field < 9; ++field) {
            Terms memory terms = _terms();
            if (field == 0) terms.uses = DISPLAY | ADAPT;
            if (field == 1) terms.passOn = DISPLAY;
            if (field == 2) terms.currency = NATIVE;
            if (field == 3) --terms.price;
            if (field == 4) --terms.revenueShareBps;
            if (field == 5) ++terms.duration;
            if (field == 6) ++terms.cap;
            if (field == 7) terms.flags ^= 8;
            if (field == 8) terms.documentHash = "other";
            assertTrue(licences.termsIdOf(terms) != licences.termsIdOf(_terms()), "nothing was changed");
            _refused(_mine, terms, DEADLINE, signature);
        }
        _refused(_other, _terms(), DEADLINE, signature);
        _refused(_mine, _terms(), DEADLINE + 1, signature);
        _refused(_mine, _terms(), DEADLINE, _signed(_terms(), 1));
        bytes32 message = Sign.offerHash(_mine, licences.termsIdOf(_terms()), 0, DEADLINE);
        _refused(_mine, _terms(), DEADLINE, Sign.sign(PAINTER_KEY, Sign.digest(address(works), message)));
        _refused(
            _mine,
            _terms(),
            DEADLINE,
            Sign.sign(PAINTER_KEY + 1, Sign.digest(address(licences), message))
        );
        licences.offerFor(_mine, _terms(), DEADLINE, signature);
    }

    function test_RevertWhen_ItWasSignedForAnotherChain() public {
        bytes memory signature = _signed(_terms(), 0);
        uint256 here = block.chainid;
        setChainId(1);
        _refused(_mine, _terms(), DEADLINE, signature);
        setChainId(here);
        licences.offerFor(_mine, _terms(), DEADLINE, signature);
    }

    /// @dev After a withdrawal the old signature is spent, and does not bring the offer back.
    function test_RevertWhen_ASignatureIsUsedTwice() public {
        bytes memory signature = _signed(_terms(), 0);
        bytes32 termsId = licences.offerFor(_mine, _terms(), DEADLINE, signature);
        vm.prank(painter);
        licences.withdraw(_mine, termsId);
        _refused(_mine, _terms(), DEADLINE, signature);
        (bool open, ) = licences.offerOf(_mine, termsId);
        assertTrue(!open, "the offer came back");
    }

    function test_RevertWhen_TheSignerIsNoLongerTheCreator() public {
        bytes memory signature = _signed(_terms(), 0);
        vm.prank(painter);
        works.proposeCreator(_mine, troupe);
        vm.prank(troupe);
        works.acceptCreator(_mine);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, troupe));
        licences.offerFor(_mine, _terms(), DEADLINE, signature);
    }

    function test_RevertWhen_TheDeadlinePassed() public {
        bytes memory signature = _signed(_terms(), 0);
        vm.warp(DEADLINE + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.SignatureExpired.selector, DEADLINE, DEADLINE + 1)
        );
        licences.offerFor(_mine, _terms(), DEADLINE, signature);
    }

    function test_RevertWhen_TheSignatureIsInAnyOtherForm() public {
        bytes32 message = Sign.offerHash(_mine, licences.termsIdOf(_terms()), 0, DEADLINE);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(PAINTER_KEY, Sign.digest(address(licences), message));
        bytes32 high = bytes32(ORDER - uint256(s));
        bytes[9] memory forms = [
            bytes.concat(r, high, bytes1(v == 27 ? 28 : 27)),
            bytes.concat(r, s, bytes1(v - 27)),
            bytes.concat(r, s, hex"00"),
            bytes.concat(r, s, hex"01"),
            bytes.concat(r, bytes32(uint256(s) | (uint256(v - 27) << 255))),
            bytes.concat(r, s, bytes1(v), hex"00"),
            bytes.concat(r, bytes32(0), bytes1(v)),
            bytes.concat(bytes32(0), s, bytes1(v)),
            bytes("")
        ];
        for (uint256 i = 0; i < forms.length; ++i) _refused(_mine, _terms(), DEADLINE, forms[i]);
        licences.offerFor(_mine, _terms(), DEADLINE, bytes.concat(r, s, bytes1(v)));
    }

    function testFuzz_NoOtherBytesAreASignature(bytes calldata signature) public {
        _refused(_mine, _terms(), DEADLINE, signature);
    }

    /// @dev A signature over a registration is none over an offer, and the two contracts count for themselves.
    function test_TheTwoContractsCountForThemselves() public {
        licences.offerFor(_mine, _terms(), DEADLINE, _signed(_terms(), 0));
        assertEq(licences.nonces(painter), 1);
        assertEq(works.nonces(painter), 0);
    }

    function _terms() private view returns (Terms memory terms) {
        terms = _freeTerms();
        (terms.uses, terms.passOn) = (DISPLAY, DISPLAY & ADAPT);
        (terms.currency, terms.price) = (address(yuan), 7);
        (terms.revenueShareBps, terms.duration, terms.cap, terms.flags) = (300, 1 days, 5, 1);
    }

    function _signed(Terms memory terms, uint256 nonce) private view returns (bytes memory) {
        bytes32 message = Sign.offerHash(_mine, licences.termsIdOf(terms), nonce, DEADLINE);
        return Sign.sign(PAINTER_KEY, Sign.digest(address(licences), message));
    }

    function _refused(uint256 workId, Terms memory terms, uint256 deadline, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, painter));
        licences.offerFor(workId, terms, deadline, signature);
    }
}
