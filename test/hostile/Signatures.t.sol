// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "../../contracts/interfaces/IWorkRegistry.sol";
import {DISPLAY, PERFORM, REPRODUCE} from "../../contracts/types/Uses.sol";
import {Kind, Payee, Registration, Source} from "../../contracts/types/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {Sign} from "../support/sol/Sign.sol";
import {setChainId} from "../support/sol/chainId.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title A signed registration is good for exactly what was signed (S1), in exactly one form (S2).
contract SignaturesTest is Fixture {
    uint256 private constant FIELDS = 27;
    uint256 private constant DEADLINE = 1_800_000_060;
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    uint256 private _first;
    uint256 private _second;

    function setUp() public override {
        super.setUp();
        _first = _register(painter, _mask("first"));
        _second = _register(painter, _mask("second"));
        if (_first > _second) (_first, _second) = (_second, _first);
        accreditations.accredit(auditor, 4);
        accreditations.accredit(painter, 3);
    }

    /// @dev What was signed, changed in one place after the other, and signed as it was.
    function test_RevertWhen_AnySingleFieldIsNotTheSignedOne() public {
        bytes memory signature = _signed(_full());
        for (uint256 field = 0; field < FIELDS; ++field) {
            Registration memory r = _full();
            bytes32 before = keccak256(abi.encode(r));
            _change(r, field);
            assertTrue(keccak256(abi.encode(r)) != before, "nothing was changed");
            _refused(painter, r, DEADLINE, signature);
        }
        assertEq(works.nonces(painter), 0);
        works.registerFor(painter, _full(), _none(), DEADLINE, signature);
    }

    function test_RevertWhen_CreatorDeadlineOrNonceAreNotTheSignedOnes() public {
        Registration memory r = _full();
        bytes memory signature = _signed(r);
        _refused(troupe, r, DEADLINE, signature);
        _refused(address(0), r, DEADLINE, signature);
        _refused(painter, r, DEADLINE + 1, signature);
        _refused(painter, r, DEADLINE - 1, signature);
        _refused(painter, r, DEADLINE, _signedWith(r, 1, address(works)));
        // Its turn comes when another was used.
        Registration memory other = _mask("other");
        works.registerFor(painter, other, _none(), DEADLINE, _signed(other));
        _refused(painter, r, DEADLINE, signature);
        works.registerFor(painter, r, _none(), DEADLINE, _signedWith(r, 1, address(works)));
    }

    function test_RevertWhen_ContractOrChainAreNotTheSignedOnes() public {
        Registration memory r = _full();
        _refused(painter, r, DEADLINE, _signedWith(r, 0, address(licences)));
        _refused(painter, r, DEADLINE, _signedWith(r, 0, address(0)));
        bytes memory signature = _signed(r);
        uint256 here = block.chainid;
        setChainId(here + 1);
        _refused(painter, r, DEADLINE, signature);
        bytes memory there = _signed(r);
        setChainId(here);
        _refused(painter, r, DEADLINE, there);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
    }

    function test_RevertWhen_TheSignatureIsInAnyOtherForm() public {
        Registration memory r = _full();
        bytes[] memory forms = _forms(_digest(r));
        for (uint256 i = 1; i < forms.length; ++i) _refused(painter, r, DEADLINE, forms[i]);
        works.registerFor(painter, r, _none(), DEADLINE, forms[0]);
    }

    /// @dev Nobody has the key of address zero, which is what a failed recovery says.
    function test_RevertWhen_NobodySigned() public {
        Registration memory r = _full();
        _refused(address(0), r, DEADLINE, new bytes(65));
        _refused(address(0), r, DEADLINE, bytes.concat(bytes32("r"), bytes32("s"), hex"00"));
        _refused(address(0), r, DEADLINE, "");
    }

    function testFuzz_NoOtherBytesAreASignature(bytes calldata signature) public {
        _refused(painter, _full(), DEADLINE, signature);
    }

    /// @dev One byte of a good signature changed, whichever.
    function testFuzz_NoNeighbourOfASignatureIsOne(uint256 place, uint8 by) public {
        Registration memory r = _full();
        bytes memory signature = _signed(r);
        place = place % 65;
        signature[place] = bytes1(uint8(signature[place]) ^ (by == 0 ? 1 : by));
        _refused(painter, r, DEADLINE, signature);
    }

    /// @dev First the good one; then every other way to write it.
    function _forms(bytes32 digest) private pure returns (bytes[] memory forms) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(PAINTER_KEY, digest);
        bytes32 high = bytes32(ORDER - uint256(s));
        uint8 other = v == 27 ? 28 : 27;
        forms = new bytes[](17);
        forms[0] = bytes.concat(r, s, bytes1(v));
        forms[1] = bytes.concat(r, high, bytes1(other));
        forms[2] = bytes.concat(r, high, bytes1(v));
        forms[3] = bytes.concat(r, s, bytes1(other));
        forms[4] = bytes.concat(r, s, bytes1(v - 27));
        forms[5] = bytes.concat(r, s, bytes1(uint8(0)));
        forms[6] = bytes.concat(r, s, bytes1(uint8(1)));
        forms[7] = bytes.concat(r, s, bytes1(uint8(29)));
        forms[8] = bytes.concat(r, s, bytes1(v + 8));
        // EIP-2098, with the parity in the highest bit of s.
        forms[9] = bytes.concat(r, bytes32(uint256(s) | (uint256(v - 27) << 255)));
        forms[10] = bytes.concat(r, s);
        forms[11] = bytes.concat(r, s, bytes1(v), hex"00");
        forms[12] = bytes.concat(r, s, bytes1(v), r, s, bytes1(v));
        forms[13] = bytes.concat(bytes32(0), s, bytes1(v));
        forms[14] = bytes.concat(r, bytes32(0), bytes1(v));
        forms[15] = bytes.concat(bytes32(ORDER), s, bytes1(v));
        forms[16] = abi.encode(uint256(v), r, s);
    }

    function _change(Registration memory r, uint256 field) private view {
        if (field == 0) r.contentHash = "other";
        if (field == 1) r.metadataHash = "other";
        if (field == 2) r.kind = Kind.OperaMask;
        if (field == 3) r.retained = DISPLAY;
        if (field == 4) r.holderUses = REPRODUCE;
        if (field == 5) r.moralRights = 1;
        if (field == 6) r.aiSummary = 9;
        if (field == 7) r.resaleBps = 501;
        if (field == 8) r.labels = 1;
        if (field == 9) r.regime.registrar = academy;
        if (field == 10) ++r.regime.minHolding;
        if (field == 11) ++r.regime.maxTransfers;
        if (field == 12) r.sources[1].workId = _first;
        if (field == 13) r.sources[0].termsId = "terms";
        if (field == 14) r.sources[0].shareBps = 101;
        if (field == 15) r.sources[1].absolute = true;
        if (field == 16) (r.sources[0], r.sources[1]) = (r.sources[1], r.sources[0]);
        if (field == 17) r.sources = _source(_first, 0, 100, true);
        if (field == 18) r.sources = new Source[](0);
        if (field == 19) r.payees[0].account = auditor;
        if (field == 20) r.payees[0].shareBps = 6001;
        if (field == 21) (r.payees[0], r.payees[1]) = (r.payees[1], r.payees[0]);
        if (field == 22) r.payees = new Payee[](0);
        if (field == 23) r.payees[1].account = painter;
        if (field == 24) r.payees[1].shareBps = 3999;
        if (field == 25) r.payees = _longer(r.payees);
        if (field == 26) r.sources = _doubled(r.sources);
    }

    function _longer(Payee[] memory payees) private pure returns (Payee[] memory more) {
        more = new Payee[](3);
        (more[0], more[1]) = (payees[0], payees[1]);
    }

    function _doubled(Source[] memory sources) private pure returns (Source[] memory more) {
        more = new Source[](3);
        (more[0], more[1], more[2]) = (sources[0], sources[1], sources[1]);
    }

    /// @dev A registration that uses every field.
    function _full() private view returns (Registration memory r) {
        Source[] memory sources = new Source[](2);
        sources[0] = Source({workId: _first, termsId: 0, shareBps: 100, absolute: true});
        sources[1] = Source({workId: _second, termsId: 0, shareBps: 200, absolute: false});
        r = _derivative("derivative", sources);
        (r.retained, r.holderUses) = (PERFORM, DISPLAY);
        (r.moralRights, r.aiSummary) = (3, 2);
        (r.regime.registrar, r.regime.minHolding, r.regime.maxTransfers) = (auditor, 60, 3);
        r.payees = _payees(painter, 6000, troupe, 4000);
    }

    function _digest(Registration memory r) private view returns (bytes32) {
        return
            Sign.digest(address(works), Sign.registrationHash(painter, r, works.nonces(painter), DEADLINE));
    }

    function _signed(Registration memory r) private view returns (bytes memory) {
        return Sign.sign(PAINTER_KEY, _digest(r));
    }

    function _signedWith(
        Registration memory r,
        uint256 nonce,
        address verifier
    ) private view returns (bytes memory) {
        bytes32 message = Sign.registrationHash(painter, r, nonce, DEADLINE);
        return Sign.sign(PAINTER_KEY, Sign.digest(verifier, message));
    }

    function _refused(
        address creator,
        Registration memory r,
        uint256 deadline,
        bytes memory signature
    ) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, creator));
        works.registerFor(creator, r, _none(), deadline, signature);
    }
}
