// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../contracts/work/IWorkToken.sol";
import {PackedWork} from "../../contracts/work/PackedWork.sol";
import {Kind, Registration, Shares, Source} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title A work that comes down from itself (G1): whatever a caller can try.
/// @notice 100 sets of 1,000 attempts are made; all of them fail, and no work changes.
contract CyclesTest is Fixture {
    uint256 private constant ATTEMPTS = 1000;
    uint256 private constant GENERATIONS = 8;

    uint256[] private _line;
    bytes[] private _words;
    mapping(bytes4 reason => uint256) private _met;

    function setUp() public override {
        super.setUp();
        _push(_mask("generation"));
        for (uint256 i = 1; i < GENERATIONS; ++i) {
            _push(_derivative(keccak256(abi.encode(i)), _source(_line[i - 1], 0, 10, false)));
        }
    }

    /// Law: a work is never its own ancestor: no source is the work itself, or comes down from it.
    /// hardhat-config: default.fuzz.runs = 100
    function testFuzz_NoWorkComesDownFromItself(uint256 seed) public {
        bytes32 before = _all();
        for (uint256 i = 0; i < ATTEMPTS; ++i) {
            seed = uint256(keccak256(abi.encode(seed, i)));
            (address caller, bytes memory call) = _attempt(seed);
            vm.prank(caller);
            (bool ok, bytes memory answer) = address(works).call(call);
            assertTrue(!ok, "a cycle");
            ++_met[bytes4(answer)];
        }
        assertEq(_all(), before);
        // Each door was tried, and it was the right one that was shut.
        assertTrue(_met[IWorkToken.WorkUnknown.selector] > 100, "no source was the work itself");
        assertTrue(_met[IWorkRegistry.WorkAlreadyRegistered.selector] > 100, "no descendant was a source");
        assertTrue(_met[IWorkRegistry.SharesSourcesNotAscending.selector] > 10, "no list had it twice");
        uint256 expected =
            _met[IWorkToken.WorkUnknown.selector] +
                _met[IWorkRegistry.WorkAlreadyRegistered.selector] +
                _met[IWorkRegistry.SharesSourcesNotAscending.selector];
        assertEq(expected, ATTEMPTS);
    }

    function _attempt(uint256 seed) private view returns (address caller, bytes memory) {
        caller = troupe;
        uint256 kind = seed % 6;
        seed >>= 8;
        uint256 index = seed % GENERATIONS;
        if (kind == 0) {
            // Its own id, which is known before there is such a work, alone or among others.
            bytes32 content = keccak256(abi.encode("new", seed));
            uint256 own = works.workIdOf(troupe, content);
            Source[] memory sources =
                seed % 2 == 0 ? _source(own, 0, 10, seed % 3 == 0) : _ascending(own, _line[index]);
            return (caller, abi.encodeCall(IWorkRegistry.register, (_derivative(content, sources), _none())));
        }
        if (kind == 1) {
            // An ancestor again, now made from its descendant.
            Registration memory r = _stated(index);
            r.kind = Kind.Derivative;
            r.sources = _source(_line[index + ((seed >> 8) % (GENERATIONS - index))], 0, 10, false);
            if (index > 0 && r.sources[0].workId == _line[index - 1]) r.sources[0].shareBps = 11;
            return (caller, abi.encodeCall(IWorkRegistry.register, (r, _none())));
        }
        if (kind == 2) {
            // Two works, each the other's source, at once; the first is not there when it is needed.
            (bytes32 a, bytes32 b) = (keccak256(abi.encode("a", seed)), keccak256(abi.encode("b", seed)));
            Registration[] memory both = new Registration[](2);
            both[0] = _derivative(a, _source(works.workIdOf(troupe, b), 0, 10, false));
            both[1] = _derivative(b, _source(works.workIdOf(troupe, a), 0, 10, false));
            return (caller, abi.encodeCall(IWorkRegistry.registerMany, (both, new Shares[][](2))));
        }
        if (kind == 3) {
            // A source twice, or out of order, under different terms or shares.
            Source[] memory sources = _ascending(_line[index], _line[(index + 1) % GENERATIONS]);
            if (seed % 2 == 0) sources[1] = Source(sources[0].workId, bytes32(seed), 7, true);
            else (sources[0], sources[1]) = (sources[1], sources[0]);
            Registration memory r = _derivative(keccak256(abi.encode("twice", seed)), sources);
            return (caller, abi.encodeCall(IWorkRegistry.register, (r, _none())));
        }
        if (kind == 4) {
            // The same through a relay: what is registered needs no signature, and takes no other words.
            Registration memory r = _stated(index);
            r.kind = Kind.Derivative;
            r.sources = _source(_line[GENERATIONS - 1], 0, uint16(seed % 10_001), seed % 2 == 0);
            bytes memory call = abi.encodeCall(
                IWorkRegistry.registerFor,
                (troupe, r, _none(), type(uint256).max, abi.encode(seed))
            );
            return (address(0xBAD), call);
        }
        // Somebody else's id for the same content, which is another work, and a random one.
        uint256 other = seed % 2 == 0 ? works.workIdOf(studio, "generation") : seed;
        Registration memory stranger = _derivative(keccak256(abi.encode(seed)), _source(other, 0, 1, true));
        return (caller, abi.encodeCall(IWorkRegistry.register, (stranger, _none())));
    }

    function _ascending(uint256 a, uint256 b) private pure returns (Source[] memory sources) {
        if (a > b) (a, b) = (b, a);
        sources = new Source[](2);
        sources[0] = Source(a, 0, 1, false);
        sources[1] = Source(b, 0, 1, false);
    }

    function _push(Registration memory r) private {
        _line.push(_register(troupe, r));
        _words.push(abi.encode(r));
    }

    function _stated(uint256 index) private view returns (Registration memory) {
        return abi.decode(_words[index], (Registration));
    }

    function _all() private view returns (bytes32 sum) {
        for (uint256 i = 0; i < GENERATIONS; ++i) {
            PackedWork work = works.packedOf(_line[i]);
            sum = keccak256(abi.encode(sum, work, works.sharesHashOf(_line[i])));
        }
    }
}
