// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Uses} from "../../../contracts/shared/Uses.sol";
import {PackedWork, pack} from "../../../contracts/work/PackedWork.sol";
import {Kind, WITHOUT_END, Work} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";

/// @title A work in one word says what the work says; but its end is in whole days, and never later.
contract PackedWorkTest {
    /// @dev The last day that can be written, in 2149; a later one is brought forward to it.
    uint256 private constant LAST_DAY = 65_534;
    uint256 private constant DAY = 86_400;

    function testFuzz_AllFieldsComeBack(uint256[9] calldata seeds, uint16 lastDay) public pure {
        Work memory work = _work(seeds, lastDay);
        PackedWork packed = pack(work);
        _same(packed, work);
        assertEq(packed.creatorOf(), work.creator);
        assertEq(packed.retainedOf(), work.retained);
        assertEq(packed.ceilingOf(), work.ceiling);
        assertEq(packed.holderUsesOf(), work.holderUses);
        assertEq(packed.resaleBpsOf(), work.resaleBps);
        assertEq(uint8(packed.kindOf()), uint8(work.kind));
        assertEq(packed.moralRightsOf(), work.moralRights);
        assertEq(packed.summaryOf(), work.aiSummary);
        assertEq(packed.untilOf(), work.until);
        assertEq(packed.flagsOf(), work.flags);
    }

    function test_AllFieldsComeBackAtTheirLargest() public pure {
        uint256[9] memory most;
        for (uint256 i = 0; i < 9; ++i) most[i] = type(uint256).max;
        // The seeds that are bounded, at the top of their bounds.
        (most[4], most[5], most[6], most[7]) = (9999, 2, 7, 31);
        _same(pack(_work(most, type(uint16).max)), _work(most, type(uint16).max));
    }

    function testFuzz_AnotherCreatorIsTheOnlyChange(
        uint256[9] calldata seeds,
        uint16 lastDay,
        address creator
    ) public pure {
        Work memory work = _work(seeds, lastDay);
        PackedWork packed = pack(work).withCreator(creator);
        work.creator = creator;
        _same(packed, work);
    }

    function testFuzz_AnotherSummaryIsTheOnlyChange(
        uint256[9] calldata seeds,
        uint16 lastDay,
        uint8 summary
    ) public pure {
        Work memory work = _work(seeds, lastDay);
        PackedWork packed = pack(work).withSummary(summary % 32);
        work.aiSummary = summary % 32;
        _same(packed, work);
    }

    function testFuzz_AnotherEndIsTheOnlyChange(
        uint256[9] calldata seeds,
        uint16 before,
        uint16 after_
    ) public pure {
        Work memory work = _work(seeds, before);
        PackedWork packed = pack(work).withUntil(_endOf(after_));
        work.until = _endOf(after_);
        _same(packed, work);
    }

    function testFuzz_AFlagIsAddedToThoseBefore(
        uint256[9] calldata seeds,
        uint16 lastDay,
        uint8 flag
    ) public pure {
        Work memory work = _work(seeds, lastDay);
        PackedWork packed = pack(work).withFlag(flag);
        work.flags |= flag;
        _same(packed, work);
        assertTrue(packed.has(flag) == (flag != 0), "flag");
        assertTrue(packed.has(1) == (work.flags & 1 != 0), "first flag");
    }

    /// @dev Never later than the licences it follows from, and less than a day earlier.
    function testFuzz_AnEndIsBroughtForwardToAWholeDay(uint40 until) public pure {
        Work memory work;
        work.creator = address(1);
        work.until = until;
        uint256 end = pack(work).untilOf();
        assertTrue(end <= until, "later");
        assertEq(pack(work).withUntil(until).untilOf(), end);
        if (until == WITHOUT_END) {
            assertEq(end, WITHOUT_END);
        } else if (until < DAY - 1) {
            assertEq(end, 0);
        } else {
            assertEq((end + 1) % DAY, 0);
            if (until < LAST_DAY * DAY) assertTrue(until - end < DAY, "more than a day earlier");
            else assertEq(end, LAST_DAY * DAY - 1);
        }
        // What was brought forward once is a whole day, and stays.
        assertEq(pack(work).withUntil(uint40(end)).untilOf(), end);
    }

    function testFuzz_AnEndOfThisCenturyIsLessThanADayEarly(uint256 seconds_) public pure {
        uint40 until = uint40(bound(seconds_, DAY - 1, 4_102_444_800));
        Work memory work;
        work.until = until;
        uint256 end = pack(work).untilOf();
        assertTrue(end <= until && until - end < DAY, "not within the day");
    }

    function test_EndsAtTheirBoundaries() public pure {
        uint40[2][10] memory cases = [
            [uint40(0), 0],
            [uint40(1), 0],
            [uint40(86_398), 0],
            [uint40(86_399), 86_399],
            [uint40(86_400), 86_399],
            [uint40(LAST_DAY * DAY - 2), uint40((LAST_DAY - 1) * DAY - 1)],
            [uint40(LAST_DAY * DAY - 1), uint40(LAST_DAY * DAY - 1)],
            [uint40((LAST_DAY + 1) * DAY - 1), uint40(LAST_DAY * DAY - 1)],
            [WITHOUT_END - 1, uint40(LAST_DAY * DAY - 1)],
            [WITHOUT_END, WITHOUT_END]
        ];
        for (uint256 i = 0; i < cases.length; ++i) {
            Work memory work;
            work.until = cases[i][0];
            assertEq(pack(work).untilOf(), cases[i][1]);
        }
    }

    function test_NoWorkIsZeroAndAnyCreatorIsSomebody() public pure {
        assertTrue(PackedWork.wrap(0).isNone(), "something");
        Work memory work;
        work.creator = address(1);
        assertTrue(!pack(work).isNone(), "nothing");
    }

    function _work(uint256[9] memory seeds, uint16 lastDay) private pure returns (Work memory) {
        return
            Work({
                creator: address(uint160(seeds[0])),
                retained: Uses.wrap(uint16(seeds[1])),
                ceiling: Uses.wrap(uint16(seeds[2])),
                holderUses: Uses.wrap(uint16(seeds[3])),
                resaleBps: uint16(bound(seeds[4], 0, 9999)),
                kind: Kind(bound(seeds[5], 0, 2)),
                moralRights: uint8(bound(seeds[6], 0, 7)),
                aiSummary: uint8(bound(seeds[7], 0, 31)),
                until: _endOf(lastDay),
                flags: uint8(seeds[8])
            });
    }

    /// @dev The last second of a day; the largest number is no end at all.
    function _endOf(uint16 lastDay) private pure returns (uint40) {
        if (lastDay == type(uint16).max) return WITHOUT_END;
        return lastDay == 0 ? 0 : uint40(lastDay * DAY - 1);
    }

    function _same(PackedWork packed, Work memory work) private pure {
        assertEq(keccak256(abi.encode(packed.unpack())), keccak256(abi.encode(work)));
    }
}
