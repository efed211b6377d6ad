// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../../contracts/licence/Terms.sol";
import {IProvenanceLog} from "../../contracts/log/IProvenanceLog.sol";
import {Logged} from "../../contracts/log/Logged.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Registration} from "../../contracts/work/Work.sol";
import {Altered} from "../support/sol/Altered.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {LogStage} from "../support/sol/LogStage.sol";

/// @title A registration is hashed as it came, and the log reads what the registry got: whoever lays it out in another
/// way mints nothing else by it.
contract LoggedCalldataTest is Altered, LogStage {
    uint256 private _workId;
    bytes private _call;

    /// @dev One registration with all fields, its offer, and what minting it does.
    function setUp() public override(Altered, Fixture) {
        super.setUp();
        Registration memory r = _full();
        Terms memory terms = _freeTerms();
        terms.uses = terms.passOn = terms.uses.without(r.retained);
        Logged memory entry = _log(painter, r, _spoken(r, licences.termsIdOf(terms)));
        _workId = works.workIdOf(painter, r.contentHash);
        _call = abi.encodeCall(IWorkRegistry.registerFromLog, (painter, r, _none(), entry, _offering(terms)));
    }

    function test_TheCallMintsAndOffers() public {
        (bool ok, bytes memory answer) = address(works).call(_call);
        assertTrue(ok, "not minted");
        assertEq(abi.decode(answer, (uint256)), _workId);
    }

    /// @dev Every word, one bit changed.
    function testFuzz_NoOtherBitMintsOtherwise(uint256 word, uint8 bit) public {
        bytes memory data = _call;
        word = _place(data, word);
        assembly ("memory-safe") {
            let place := add(add(data, 32), word)
            mstore(place, xor(mload(place), shl(bit, 1)))
        }
        _nothingOrTheSame(data);
    }

    /// @dev Any two words exchanged, as lists that overlap or point into each other would be.
    function testFuzz_NoTwoWordsExchangedMintOtherwise(uint256 a, uint256 b) public {
        bytes memory data = _call;
        (a, b) = (_place(data, a), _place(data, b));
        assembly ("memory-safe") {
            let one := add(add(data, 32), a)
            let other := add(add(data, 32), b)
            let kept := mload(one)
            mstore(one, mload(other))
            mstore(other, kept)
        }
        _nothingOrTheSame(data);
    }

    /// @dev Any word replaced by any small number or by a huge one: lengths and offsets of all sorts.
    function testFuzz_NoOtherOffsetOrLengthMintsOtherwise(uint256 word, uint256 value) public {
        bytes memory data = _call;
        word = _place(data, word);
        if (value % 3 > 0) value = value % 2048;
        if (value % 3 == 2) value = type(uint256).max - value;
        assembly ("memory-safe") {
            mstore(add(add(data, 32), word), value)
        }
        _nothingOrTheSame(data);
    }

    function testFuzz_NothingIsMintedByHalf(uint256 length) public {
        bytes memory data = _call;
        length = length % data.length;
        assembly ("memory-safe") {
            mstore(data, length)
        }
        _nothingOrTheSame(data);
    }

    /// @dev More after the end changes nothing.
    function testFuzz_MoreAtTheEndMintsTheSame(bytes calldata more) public {
        (bool ok, ) = address(works).call(bytes.concat(_call, more));
        assertTrue(ok, "not minted");
        _nothingOrTheSame(bytes.concat(_call, more));
    }

    /// @dev The bytes that were logged are in place, and the lists that are read are the attacker's, further on.
    function test_RevertWhen_TheListsPointPastWhatIsHashed() public {
        Registration memory r = _full();
        bytes memory honest = abi.encode(r);
        Registration memory other = _full();
        other.payees = _payees(address(0xBAD), 9999, address(0xBAD), 1);
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        // Where the registration's two lists are said to begin, counted from it: at the attacker's, behind its own.
        bytes memory fake = abi.encode(other.payees);
        for (uint256 list = 12; list < 14; ++list) {
            bytes memory body = bytes.concat(honest, fake);
            uint256 offset = honest.length;
            assembly ("memory-safe") {
                mstore(add(add(body, 64), mul(32, list)), offset)
            }
            bytes memory tail = abi.encode(_none(), entry, _noTerms());
            bytes memory data = _framed(body, tail);
            (bool ok, bytes memory answer) = address(works).call(data);
            assertTrue(!ok, "minted by other lists");
            assertTrue(
                bytes4(answer) == IProvenanceLog.LogRegistrationDisordered.selector,
                "refused for another reason"
            );
        }
        // The frame is right: with the honest bytes alone it mints.
        (bool minted, ) = address(works).call(
            _framed(bytes.concat(honest, fake), abi.encode(_none(), entry, _noTerms()))
        );
        assertTrue(minted, "the frame is wrong");
    }

    /// @dev A call of `registerFromLog` made by hand: five words, then the registration, then the other three.
    function _framed(bytes memory body, bytes memory tail) private view returns (bytes memory) {
        // `abi.encode` of one struct begins with its offset, of three with theirs: the calls' are five words further.
        uint256 from = 160 + body.length - 32;
        (uint256 shares, uint256 entry, uint256 terms) = abi.decode(tail, (uint256, uint256, uint256));
        return
            bytes.concat(
                IWorkRegistry.registerFromLog.selector,
                abi.encode(painter, 160, from + shares, from + entry, from + terms),
                _after(body, 32),
                tail
            );
    }

    function _after(bytes memory all, uint256 start) private pure returns (bytes memory part) {
        part = new bytes(all.length - start);
        for (uint256 i = 0; i < part.length; ++i) part[i] = all[start + i];
    }

    /// @dev Either nothing is registered, or exactly what was logged, with all events that say so.
    function _nothingOrTheSame(bytes memory data) private {
        (bool ok, ) = address(works).call{gas: 5_000_000}(data);
        if (!ok) return;
        bytes32 got = _stateOf(_workId);
        (bool again, ) = address(works).call(_call);
        assertTrue(again, "other words were minted");
        assertEq(_stateOf(_workId), got);
        assertEq(works.balanceOf(painter), 3);
    }

    function _place(bytes memory data, uint256 word) private pure returns (uint256) {
        return 4 + 32 * (word % ((data.length - 4) / 32));
    }
}
