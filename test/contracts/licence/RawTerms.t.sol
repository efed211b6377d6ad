// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../../contracts/licence/Terms.sol";
import {Uses} from "../../../contracts/shared/Uses.sol";
import {Registration} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Terms are hashed as they came, and a word that holds more than its type is refused.
contract RawTermsTest is Fixture {
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("root"));
    }

    function testFuzz_ATermsIdIsTheHashOfTheEncodedTerms(uint256[9] calldata seeds) public view {
        Terms memory terms = Terms({
            uses: Uses.wrap(uint16(seeds[0])),
            passOn: Uses.wrap(uint16(seeds[1])),
            currency: address(uint160(seeds[2])),
            price: uint128(seeds[3]),
            revenueShareBps: uint16(seeds[4]),
            duration: uint32(seeds[5]),
            cap: uint32(seeds[6]),
            flags: uint8(seeds[7]),
            documentHash: bytes32(seeds[8])
        });
        assertEq(licences.termsIdOf(terms), keccak256(abi.encode(terms)));
    }

    function testFuzz_OfferedTermsHaveThatIdToo(
        uint128 price,
        uint32 duration,
        uint32 cap,
        bytes32 document
    ) public {
        vm.assume(document != 0);
        Terms memory terms = _freeTerms();
        (terms.price, terms.duration, terms.cap, terms.documentHash) = (price, duration, cap, document);
        vm.prank(troupe);
        assertEq(licences.offer(_workId, terms), keccak256(abi.encode(terms)));
    }

    function test_RevertWhen_DirtyTermsAreOffered() public {
        for (uint256 field = 0; field < 8; ++field) {
            _refused(troupe, address(licences), _dirty(_offer(), 1 + field, _width(field)), "");
            _refused(troupe, address(licences), _dirty(_offer(), 1 + field, 255), "");
        }
        _accepted(troupe, address(licences), _offer());
    }

    function test_RevertWhen_DirtyTermsAreAcquired() public {
        _accepted(troupe, address(licences), _offer());
        bytes memory clean = abi.encodeCall(licences.acquire, (_workId, _freeTerms(), studio, 1, 0));
        for (uint256 field = 0; field < 8; ++field) {
            bytes memory dirty = _dirty(bytes.concat(clean), 1 + field, _width(field));
            bytes memory reason = abi.encodeWithSelector(
                ILicenceRegistry.LicenceNotOffered.selector,
                _workId,
                _hashWords(dirty, 1)
            );
            _refused(studio, address(licences), dirty, reason);
        }
        _accepted(studio, address(licences), clean);
    }

    function test_RevertWhen_AWorkIsRegisteredWithDirtyTerms() public {
        Registration memory r = _mask("offered");
        bytes memory clean = abi.encodeCall(works.registerAndOffer, (r, _none(), _freeTerms()));
        for (uint256 field = 0; field < 8; ++field) {
            _refused(troupe, address(works), _dirty(bytes.concat(clean), 2 + field, _width(field)), "");
        }
        assertEq(works.balanceOf(troupe), 1);
        _accepted(troupe, address(works), clean);
    }

    function test_RevertWhen_AWordOfARegistrationHoldsMoreThanItsType() public {
        Registration memory r = _derivative("dirty", _source(_workId, 0, 300, true));
        r.payees = _payees(troupe, 6000, academy, 4000);
        bytes memory clean = abi.encodeCall(works.register, (r, _none()));
        // After two offsets: kind, uses, rights, summary, resale, labels, regime; then a source; then two payees.
        uint8[16] memory words = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 19, 20, 22, 23, 24, 25];
        uint8[16] memory widths = [8, 16, 16, 8, 8, 16, 32, 160, 32, 16, 16, 1, 160, 16, 160, 16];
        for (uint256 i = 0; i < words.length; ++i) {
            _refused(troupe, address(works), _dirty(bytes.concat(clean), words[i], widths[i]), "");
            _refused(troupe, address(works), _dirty(bytes.concat(clean), words[i], 255), "");
        }
        assertEq(works.balanceOf(troupe), 1);
        _accepted(troupe, address(works), clean);
    }

    function _offer() private view returns (bytes memory) {
        return abi.encodeCall(licences.offer, (_workId, _freeTerms()));
    }

    function _width(uint256 field) private pure returns (uint256) {
        return [uint256(16), 16, 160, 128, 16, 32, 32, 8][field];
    }

    /// @dev Sets one bit of a word of the arguments.
    function _dirty(bytes memory call_, uint256 word, uint256 bit) private pure returns (bytes memory) {
        assembly ("memory-safe") {
            let place := add(add(call_, 36), shl(5, word))
            mstore(place, or(mload(place), shl(bit, 1)))
        }
        return call_;
    }

    /// @dev The hash of the nine words of terms that begin there.
    function _hashWords(bytes memory call_, uint256 word) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := keccak256(add(add(call_, 36), shl(5, word)), 288)
        }
    }

    function _refused(address caller, address target, bytes memory call_, bytes memory reason) private {
        vm.prank(caller);
        (bool done, bytes memory answer) = target.call(call_);
        assertTrue(!done, "accepted");
        assertEq(keccak256(answer), keccak256(reason));
    }

    function _accepted(address caller, address target, bytes memory call_) private {
        vm.prank(caller);
        (bool done, ) = target.call(call_);
        assertTrue(done, "refused");
    }
}
