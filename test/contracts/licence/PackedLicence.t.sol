// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PackedLicence, pack} from "../../../contracts/licence/PackedLicence.sol";
import {Breach, Licence} from "../../../contracts/licence/Terms.sol";
import {Uses} from "../../../contracts/shared/Uses.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title A licence in one word says what the licence says.
contract PackedLicenceTest {
    function testFuzz_AllFieldsComeBack(uint256[9] calldata seeds) public pure {
        Licence memory licence = _licence(seeds);
        PackedLicence packed = pack(licence);
        _same(packed, licence);
        assertEq(packed.sinceOf(), licence.since);
        assertEq(packed.untilOf(), licence.until);
        assertEq(packed.unitsOf(), licence.units);
        assertEq(packed.usesOf(), licence.uses);
        assertEq(packed.passOnOf(), licence.passOn);
        assertEq(packed.revenueShareBpsOf(), licence.revenueShareBps);
        assertEq(packed.breachAtOf(), licence.breachAt);
        assertEq(uint8(packed.breachOf()), uint8(licence.breach));
    }

    function test_AllFieldsComeBackAtTheirLargest() public pure {
        uint256[9] memory most;
        for (uint256 i = 0; i < 9; ++i) most[i] = type(uint256).max;
        most[8] = 5;
        Licence memory licence = _licence(most);
        assertEq(uint8(licence.breach), 5);
        _same(pack(licence), licence);
    }

    function testFuzz_AnotherStartIsTheOnlyChange(uint256[9] calldata seeds, uint40 since) public pure {
        Licence memory licence = _licence(seeds);
        PackedLicence packed = pack(licence).withSince(since);
        licence.since = since;
        _same(packed, licence);
    }

    function testFuzz_AnotherEndIsTheOnlyChange(uint256[9] calldata seeds, uint40 until) public pure {
        Licence memory licence = _licence(seeds);
        PackedLicence packed = pack(licence).withUntil(until);
        licence.until = until;
        _same(packed, licence);
    }

    function testFuzz_OtherUnitsAreTheOnlyChange(uint256[9] calldata seeds, uint32 units) public pure {
        Licence memory licence = _licence(seeds);
        PackedLicence packed = pack(licence).withUnits(units);
        licence.units = units;
        _same(packed, licence);
    }

    function testFuzz_AnotherBreachIsTheOnlyChange(
        uint256[9] calldata seeds,
        uint40 breachAt,
        uint8 breach
    ) public pure {
        Licence memory licence = _licence(seeds);
        (licence.breachAt, licence.breach) = (breachAt, Breach(breach % 6));
        PackedLicence packed = pack(_licence(seeds)).withBreach(breachAt, Breach(breach % 6));
        _same(packed, licence);
        (licence.breachAt, licence.breach) = (0, Breach.None);
        _same(packed.withBreach(0, Breach.None), licence);
    }

    function testFuzz_AFlagIsAddedToThoseBefore(uint256[9] calldata seeds, uint8 flag) public pure {
        Licence memory licence = _licence(seeds);
        PackedLicence packed = pack(licence).withFlag(flag);
        licence.flags |= flag;
        _same(packed, licence);
        for (uint256 bit = 0; bit < 8; ++bit) {
            uint8 one = uint8(1 << bit);
            assertTrue(packed.has(one) == (licence.flags & one != 0), "flag");
        }
    }

    function testFuzz_ALicenceIsHeldUntilItsLastSecondByWhoHasUnits(
        uint40 until,
        uint40 time,
        uint32 units
    ) public {
        Licence memory licence;
        (licence.until, licence.units) = (until, units);
        uint256[3] memory times = [uint256(time), until, uint256(until) + 1];
        for (uint256 i = 0; i < times.length; ++i) {
            if (times[i] == 0) continue;
            vm.warp(times[i]);
            assertTrue(pack(licence).isActive() == (units > 0 && times[i] <= until), "active");
        }
    }

    function test_NoLicenceIsZero() public pure {
        Licence memory none;
        assertEq(PackedLicence.unwrap(pack(none)), 0);
    }

    function _licence(uint256[9] memory seeds) private pure returns (Licence memory) {
        return
            Licence({
                since: uint40(seeds[0]),
                until: uint40(seeds[1]),
                units: uint32(seeds[2]),
                uses: Uses.wrap(uint16(seeds[3])),
                passOn: Uses.wrap(uint16(seeds[4])),
                revenueShareBps: uint16(seeds[5]),
                flags: uint8(seeds[6]),
                breachAt: uint40(seeds[7]),
                breach: Breach(bound(seeds[8], 0, 5))
            });
    }

    function _same(PackedLicence packed, Licence memory licence) private pure {
        assertEq(keccak256(abi.encode(packed.unpack())), keccak256(abi.encode(licence)));
    }
}
