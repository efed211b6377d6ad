// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Edge, Payee, Registration, Shares, Source} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Shares are hashed as they came: laid out as `abi.encode` does it or not at all.
contract RawSharesTest is Fixture {
    uint256 private _root;
    uint256 private _child;
    bytes32 private _fixed;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
        _child = _register(troupe, _derivative("child", _source(_root, 0, 500, true)));
        _fixed = works.sharesHashOf(_child);
    }

    function testFuzz_ASharesHashIsTheHashOfTheEncodedLists(
        uint16[4] calldata bps,
        uint8 count,
        bool split
    ) public {
        Source[] memory sources = _roots(bps, count % 4);
        Registration memory r = sources.length == 0 ? _mask("fuzzed") : _derivative("fuzzed", sources);
        uint16 first = 1 + (bps[3] % 9998);
        if (split || sources.length == 0) r.payees = _payees(studio, first, platform, 10_000 - first);
        uint256 workId = _register(troupe, r);
        Shares memory expected = _shares(troupe, sources, new Edge[](0));
        if (r.payees.length > 0) expected.payees = r.payees;
        bytes memory encoded = abi.encode(expected.sources, expected.inherited, expected.payees);
        assertEq(works.sharesHashOf(workId), keccak256(encoded));
        // What a caller brings hashes to the same.
        works.requireShares(workId, expected);
        royalties.pay{value: 1}(workId, NATIVE, 1, "ref");
        _settle(workId, expected, NATIVE);
        assertEq(royalties.workCredit(workId, NATIVE), 0);
    }

    function test_ASolePayeeIsPaidAndNobodyBesides() public {
        Registration memory r = _mask("sole");
        r.payees = new Payee[](1);
        r.payees[0] = Payee({account: studio, shareBps: 10_000});
        uint256 workId = _register(troupe, r);
        Shares memory expected = _shares(troupe, r.sources, new Edge[](0));
        expected.payees = r.payees;
        bytes memory encoded = abi.encode(expected.sources, expected.inherited, expected.payees);
        assertEq(works.sharesHashOf(workId), keccak256(encoded));
    }

    function test_TheLayoutOfAbiEncodeIsTaken() public {
        bytes memory lists = _canonical();
        assertEq(lists.length, 12 * 32);
        assertEq(keccak256(lists), _fixed);
        _taken(lists);
        // What follows the lists is not read.
        _taken(bytes.concat(lists, "anything"));
    }

    function test_RevertWhen_AnyWordIsAnother() public {
        for (uint256 word = 3; word < 12; ++word) {
            // Not the lengths: with them the lists would reach beyond the data.
            if (word == 3 || word == 8 || word == 9) continue;
            bytes memory lists = _canonical();
            _set(lists, word, _get(lists, word) ^ 1);
            _mismatch(lists, keccak256(lists));
        }
    }

    /// @dev Bits above a field's type: the field would read the same, or not at all, and the hash is another.
    function test_RevertWhen_AWordHoldsMoreThanItsType() public {
        uint8[4] memory words = [6, 7, 10, 11];
        uint8[4] memory widths = [16, 1, 160, 16];
        for (uint256 i = 0; i < 4; ++i) {
            for (uint256 bit = widths[i]; bit < 256; bit += 255 - widths[i]) {
                bytes memory lists = _canonical();
                _set(lists, words[i], _get(lists, words[i]) | (1 << bit));
                _mismatch(lists, keccak256(lists));
            }
        }
    }

    function test_RevertWhen_ThereIsAGapBetweenTheLists() public {
        // A word that belongs to nothing before the payees, which begin a word later.
        bytes memory lists = bytes.concat(_slice(0, 9), bytes32(0), _slice(9, 12));
        _set(lists, 2, 10 * 32);
        _mismatch(lists, keccak256(lists));
    }

    function test_RevertWhen_AListIsReadFromElsewhere() public {
        // No edges, as it should be, but by a zero that stands behind the payees.
        bytes memory lists = bytes.concat(_canonical(), bytes32(0));
        _set(lists, 1, 12 * 32);
        bytes memory hashed = _canonical();
        _set(hashed, 1, 12 * 32);
        _mismatch(lists, keccak256(hashed));
    }

    function test_RevertWhen_TheListsStandInAnotherOrder() public {
        // Payees first, then the edges, then the sources: the hash ends with the payees.
        bytes memory head = abi.encode(7 * 32, 6 * 32, 3 * 32);
        bytes memory hashed = bytes.concat(head, _slice(9, 12));
        _mismatch(bytes.concat(hashed, _slice(8, 9), _slice(3, 8)), keccak256(hashed));
    }

    function test_RevertWhen_PayeesAreLeftOut() public {
        // Read from the edges' zero, there are none.
        bytes memory lists = _canonical();
        _set(lists, 2, 8 * 32);
        bytes memory hashed = _slice(0, 9);
        _set(hashed, 2, 8 * 32);
        _mismatch(lists, keccak256(hashed));
    }

    /// @dev An offset below zero reads payees from before the shares, so that what is to be hashed ends before it begins.
    function test_RevertWhen_PayeesStandBeforeTheShares() public {
        royalties.pay{value: 100}(_child, NATIVE, 100, "ref");
        bytes memory lists = _canonical();
        // In a settlement the fourth word before the shares is the number of settlements, which is one.
        unchecked {
            _set(lists, 2, uint256(0) - 4 * 32);
        }
        (bool done, ) = address(royalties).call{gas: 1_000_000}(_settleCall(lists));
        assertTrue(!done, "taken");
        assertEq(royalties.workCredit(_child, NATIVE), 100);
    }

    function test_RevertWhen_AListIsLongerThanTheData() public {
        uint8[3] memory lengths = [3, 8, 9];
        uint256[3] memory longer = [uint256(100), 1 << 64, type(uint256).max];
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = 0; j < 3; ++j) {
                bytes memory lists = _canonical();
                _set(lists, lengths[i], longer[j]);
                (bool done, bytes memory answer) = address(works).call(_requireCall(lists));
                assertTrue(!done && answer.length == 0, "taken");
            }
        }
    }

    function test_AWorkWithoutSharesTakesThreeEmptyListsAndNoOthers() public {
        bytes memory empty = abi.encode(new Source[](0), new Edge[](0), new Payee[](0));
        bytes memory head = abi.encodePacked(works.requireShares.selector, _root, uint256(64));
        (bool done, ) = address(works).call(bytes.concat(head, empty));
        assertTrue(done, "refused");
        (done, ) = address(works).call(bytes.concat(head, _canonical()));
        assertTrue(!done, "taken");
    }

    /// @dev The three lists of the child as words: three offsets; the number of sources, the source's four; the number
    /// of edges; the number of payees, the payee's two.
    function _canonical() private view returns (bytes memory) {
        Shares memory shares = _shares(troupe, _source(_root, 0, 500, true), new Edge[](0));
        return abi.encode(shares.sources, shares.inherited, shares.payees);
    }

    function _slice(uint256 from, uint256 to) private view returns (bytes memory part) {
        bytes memory lists = _canonical();
        for (uint256 i = from; i < to; ++i) part = bytes.concat(part, bytes32(_get(lists, i)));
    }

    function _get(bytes memory lists, uint256 word) private pure returns (uint256 value) {
        assembly ("memory-safe") {
            value := mload(add(add(lists, 32), shl(5, word)))
        }
    }

    function _set(bytes memory lists, uint256 word, uint256 value) private pure {
        assembly ("memory-safe") {
            mstore(add(add(lists, 32), shl(5, word)), value)
        }
    }

    function _requireCall(bytes memory lists) private view returns (bytes memory) {
        return abi.encodePacked(works.requireShares.selector, _child, uint256(64), lists);
    }

    function _settleCall(bytes memory lists) private view returns (bytes memory) {
        bytes memory head = abi.encode(uint256(64), NATIVE, uint256(1), uint256(32), _child, uint256(64));
        return bytes.concat(royalties.settle.selector, head, lists);
    }

    /// @dev By the registry and by the ledger.
    function _taken(bytes memory lists) private {
        (bool done, ) = address(works).call(_requireCall(lists));
        assertTrue(done, "refused by the registry");
        royalties.pay{value: 100}(_child, NATIVE, 100, "ref");
        uint256 before = royalties.payeeCredit(troupe, NATIVE);
        (done, ) = address(royalties).call(_settleCall(lists));
        assertTrue(done, "refused by the ledger");
        assertEq(royalties.payeeCredit(troupe, NATIVE), before + 95);
    }

    function _mismatch(bytes memory lists, bytes32 got) private {
        bytes memory reason = abi.encodeWithSelector(
            IWorkRegistry.SharesMismatch.selector,
            _child,
            _fixed,
            got
        );
        (bool done, bytes memory answer) = address(works).call(_requireCall(lists));
        assertTrue(!done, "taken by the registry");
        assertEq(keccak256(answer), keccak256(reason));
        (done, answer) = address(royalties).call(_settleCall(lists));
        assertTrue(!done, "taken by the ledger");
        assertEq(keccak256(answer), keccak256(reason));
    }

    function _roots(uint16[4] calldata bps, uint256 count) private returns (Source[] memory sources) {
        sources = new Source[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 workId = _register(troupe, _mask(keccak256(abi.encode(i))));
            uint256 j = i;
            for (; j > 0 && sources[j - 1].workId > workId; --j) sources[j] = sources[j - 1];
            sources[j] = _source(workId, 0, bps[i] % 3000, bps[i] % 2 == 0)[0];
        }
    }
}
