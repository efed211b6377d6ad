// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {COMMUNITY, CUSTODIAN, REGISTRAR} from "../../../contracts/heritage/Roles.sol";
import {DISPLAY, PERFORM, REPRODUCE} from "../../../contracts/shared/Uses.sol";
import {Kind, Payee, Registration, Source} from "../../../contracts/work/Work.sol";
import {Fixture} from "./Fixture.sol";
import {vm} from "./Vm.sol";

/// @title A registration of the painter's that uses every field, altered in one after the other, and the ways to write
/// down one signature.
abstract contract Altered is Fixture {
    uint256 internal constant FIELDS = 27;
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    uint256 internal first;
    uint256 internal second;

    function setUp() public virtual override {
        super.setUp();
        first = _register(painter, _mask("first"));
        second = _register(painter, _mask("second"));
        if (first > second) (first, second) = (second, first);
        accreditations.accredit(auditor, REGISTRAR);
        accreditations.accredit(painter, CUSTODIAN | COMMUNITY);
    }

    function _change(Registration memory r, uint256 field) internal view {
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
        if (field == 12) r.sources[1].workId = first;
        if (field == 13) r.sources[0].termsId = "terms";
        if (field == 14) r.sources[0].shareBps = 101;
        if (field == 15) r.sources[1].absolute = true;
        if (field == 16) (r.sources[0], r.sources[1]) = (r.sources[1], r.sources[0]);
        if (field == 17) r.sources = _source(first, 0, 100, true);
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
    function _full() internal view returns (Registration memory r) {
        Source[] memory sources = new Source[](2);
        sources[0] = Source({workId: first, termsId: 0, shareBps: 100, absolute: true});
        sources[1] = Source({workId: second, termsId: 0, shareBps: 200, absolute: false});
        r = _derivative("derivative", sources);
        (r.retained, r.holderUses) = (PERFORM, DISPLAY);
        (r.moralRights, r.aiSummary) = (3, 2);
        (r.regime.registrar, r.regime.minHolding, r.regime.maxTransfers) = (auditor, 60, 3);
        r.payees = _payees(painter, 6000, troupe, 4000);
    }

    /// @dev First the good one; then every other way to write it.
    function _formsOf(bytes32 digest) internal pure returns (bytes[] memory forms) {
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
}
