// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Payee, Registration, Shares, Source} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title What divisions leave (R2): it goes to the payee named first, and splitting a payment gains nobody anything.
contract RoundingTest is Fixture {
    uint256 private constant TIMES = 10_000;

    address[] private _all;
    uint256[] private _up;
    Shares private _fixed;

    /// Law: after 10,000 payments of one wei, each settled by itself, no source has more than after one payment of
    /// all; a payee has no more than that and what the sources lost; the first has no more than a wei a payment for
    /// each of the others; and who pays and settles has nothing.
    function test_TenThousandPaymentsOfOneWeiGainNobodyAnything() public {
        _shared([uint16(3333), 2500], [uint16(3334), 3333, 3333]);
        uint256[] memory once = _paid("once", TIMES, 1);
        uint256[] memory often = _paid("often", 1, TIMES);
        _nobodyGains(once, often, TIMES);
        // One wei cannot be divided: all of them are the first payee's.
        assertEq(often[2], TIMES);
    }

    /// @dev The worst there is: the first payee is owed one part in 10,000, and gets every wei that is paid alone.
    function test_TheRestIsTheFirstPayeesWhateverItsShare() public {
        _shared([uint16(4999), 4999], [uint16(1), 9998, 1]);
        uint256[] memory often = _paid("often", 1, 100);
        assertEq(often[2], 100);
        assertEq(often[0] + often[1] + often[3] + often[4], 0);
        _nobodyGains(_paid("once", 100, 1), often, 100);
    }

    /// Law: however one amount is cut into parts, the same holds: all that is moved by it is less than a wei a part
    /// for each who shares.
    function testFuzz_NoWayToCutAPaymentGains(
        uint256[8] calldata cuts,
        uint16[2] calldata up,
        uint16[2] calldata down
    ) public {
        uint16 a = uint16(bound(up[0], 0, 10_000));
        uint16 first = uint16(bound(down[0], 1, 9998));
        uint16 second = uint16(bound(down[1], 1, 9999 - first));
        _shared([a, uint16(bound(up[1], 0, 10_000 - a))], [first, second, 10_000 - first - second]);
        uint256 sum = 0;
        uint256[] memory parts = new uint256[](cuts.length);
        for (uint256 i = 0; i < cuts.length; ++i)
            sum += parts[i] = bound(cuts[i], 1, i % 2 == 0 ? 30 : 2 ** 90);
        uint256[] memory once = _paid("once", sum, 1);
        _nobodyGains(once, _paidIn("parts", parts), parts.length);
    }

    /// Law: every amount is shared out to the last wei, and each share is the exact product rounded down.
    function testFuzz_EveryWeiOfAnyAmountIsShared(uint256 amount, uint16 bps) public {
        amount = bound(amount, 1, type(uint128).max);
        bps = uint16(bound(bps, 1, 9999));
        _shared([bps, 0], [bps, 10_000 - bps - (bps < 9999 ? 1 : 0), bps < 9999 ? 1 : 0]);
        uint256[] memory got = _paid("any", amount, 1);
        uint256 sum = 0;
        for (uint256 i = 0; i < got.length; ++i) sum += got[i];
        assertEq(sum, amount);
        assertEq(got[0], (amount * bps) / 10_000);
        assertEq(got[3], ((amount - got[0]) * _fixed.payees[1].shareBps) / 10_000);
    }

    /// @dev What the sources lose by rounding is shared by the payees, and what those lose is the first one's.
    function _nobodyGains(uint256[] memory once, uint256[] memory often, uint256 times) private view {
        uint256 lost = 0;
        uint256 sum = 0;
        for (uint256 i = 0; i < once.length; ++i) {
            sum += once[i];
            assertTrue(once[i] <= often[i] + times, "more than a wei a payment was lost");
            if (i < 2) assertTrue(often[i] <= once[i], "a source gained by splitting");
            if (i < 2) lost += once[i] - often[i];
        }
        for (uint256 i = 3; i < once.length; ++i) {
            assertTrue(often[i] <= once[i] + lost, "more was gained than the sources lost");
        }
        assertTrue(often[2] <= once[2] + (once.length - 1) * times, "more than the rest");
        for (uint256 i = 0; i < often.length; ++i) sum -= often[i];
        assertEq(sum, 0);
        assertEq(royalties.payeeCredit(address(this), NATIVE), 0);
    }

    function _paid(bytes32 name, uint256 amount, uint256 times) private returns (uint256[] memory got) {
        uint256[] memory parts = new uint256[](times);
        for (uint256 i = 0; i < times; ++i) parts[i] = amount;
        return _paidIn(name, parts);
    }

    /// @return got What the two sources and the three payees have by it.
    function _paidIn(bytes32 name, uint256[] memory parts) private returns (uint256[] memory got) {
        Registration memory r = _derivative(name, _fixed.sources);
        r.payees = _fixed.payees;
        Shares memory shares = _fixed;
        uint256 workId = _register(troupe, r);
        uint256[] memory before = _holdings();
        vm.deal(address(this), type(uint256).max / 2);
        for (uint256 i = 0; i < parts.length; ++i) {
            royalties.pay{value: parts[i]}(workId, NATIVE, parts[i], "ref");
            _settle(workId, shares, NATIVE);
        }
        got = _holdings();
        for (uint256 i = 0; i < got.length; ++i) got[i] -= before[i];
    }

    function _holdings() private view returns (uint256[] memory list) {
        list = new uint256[](_up.length + _all.length);
        for (uint256 i = 0; i < _up.length; ++i) list[i] = royalties.workCredit(_up[i], NATIVE);
        for (uint256 i = 0; i < _all.length; ++i) list[2 + i] = royalties.payeeCredit(_all[i], NATIVE);
    }

    function _shared(uint16[2] memory up, uint16[3] memory down) private {
        _up = [_register(troupe, _mask("a")), _register(troupe, _mask("b"))];
        if (_up[0] > _up[1]) (_up[0], _up[1]) = (_up[1], _up[0]);
        for (uint256 i = 0; i < 2; ++i) _fixed.sources.push(Source(_up[i], 0, up[i], false));
        address[3] memory payees = [academy, studio, platform];
        for (uint256 i = 0; i < 3; ++i) {
            if (down[i] > 0) _all.push(payees[i]);
            if (down[i] > 0) _fixed.payees.push(Payee(payees[i], down[i]));
        }
    }
}
