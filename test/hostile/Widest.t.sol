// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Logged} from "../../contracts/log/Logged.sol";
import {IRoyaltyLedger, Settlement} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Edge, Payee, Registration, Shares, Source} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {LogStage} from "../support/sol/LogStage.sol";
import {Sign} from "../support/sol/Sign.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title The widest work there may be (G3): every call on it stays within 4,000,000 gas, and one more is refused.
contract WidestTest is LogStage {
    uint256 private constant MOST = 4_000_000;
    uint256 private constant SOURCES = 16;
    uint256 private constant INHERITED = 48;
    uint256 private constant PAYEES = 32;
    uint256 private constant DEADLINE = 1_800_000_060;

    /// @dev Sixteen sources that each owe the same 48 absolute shares, some twice: all is proven, and kept once.
    function test_TheWidestWorkIsRegisteredWithinTheLimit() public {
        (Registration memory r, Shares[] memory lists) = _widest();
        _within(troupe, address(works), abi.encodeCall(IWorkRegistry.register, (r, lists)));
    }

    function test_RegisteringItAgainIsWithinTheLimit() public {
        (Registration memory r, Shares[] memory lists) = _widest();
        vm.prank(troupe);
        works.register(r, lists);
        _within(troupe, address(works), abi.encodeCall(IWorkRegistry.register, (r, lists)));
    }

    /// @dev The same work as its creator signs it. All sources are the painter's, so that it may.
    function test_RelayingItIsWithinTheLimit() public {
        troupe = painter;
        (Registration memory r, Shares[] memory lists) = _widest();
        bytes32 message = Sign.registrationHash(painter, r, works.nonces(painter), DEADLINE);
        bytes memory signature = Sign.sign(PAINTER_KEY, Sign.digest(address(works), message));
        bytes memory call = abi.encodeCall(
            IWorkRegistry.registerFor,
            (painter, r, lists, DEADLINE, signature)
        );
        _within(platform, address(works), call);
    }

    /// @dev And as it was logged, deep in a log as large as any will be.
    function test_MintingItIsWithinTheLimit() public {
        troupe = painter;
        (Registration memory r, Shares[] memory lists) = _widest();
        Logged memory entry = _spoken(r, 0);
        entry.proof = new bytes32[](40);
        bytes32 root = sha256(bytes.concat(hex"00", _leaf(0x010001, painter, r, entry)));
        for (uint256 i = 0; i < 40; ++i) root = sha256(bytes.concat(hex"01", root, entry.proof[i]));
        log.anchor(1 << 40, root, new bytes32[](0));
        bytes memory call = abi.encodeCall(
            IWorkRegistry.registerFromLog,
            (painter, r, lists, entry, _noTerms())
        );
        _within(platform, address(works), call);
    }

    /// @dev No work and no payee has been credited before, which costs most.
    function test_SettlingItIsWithinTheLimit() public {
        (uint256 workId, Shares memory shares) = _registered();
        assertEq(shares.sources.length + shares.inherited.length, 64);
        assertEq(shares.payees.length, PAYEES);
        royalties.pay{value: 1 ether}(workId, NATIVE, 1 ether, "ref");
        Settlement[] memory list = new Settlement[](1);
        list[0] = Settlement({workId: workId, shares: shares});
        _within(studio, address(royalties), abi.encodeCall(IRoyaltyLedger.settle, (list, NATIVE)));
        assertEq(royalties.workCredit(workId, NATIVE), 0);
    }

    function test_RevisingAndProvingItAreWithinTheLimit() public {
        (uint256 workId, Shares memory shares) = _registered();
        _within(studio, address(works), abi.encodeCall(IWorkRegistry.reviseEnd, (workId, shares)));
        uint256 last = shares.sources[SOURCES - 1].workId;
        _within(studio, address(works), abi.encodeCall(IWorkRegistry.isSource, (workId, last, shares)));
    }

    /// @dev A payment costs the same whatever the work is made from.
    function test_PayingItCostsWhatPayingAnyCosts() public {
        (uint256 workId, ) = _registered();
        uint256 root = _register(troupe, _mask("plain"));
        bytes memory wide = abi.encodeCall(IRoyaltyLedger.pay, (workId, address(yuan), 1, "ref"));
        bytes memory plain = abi.encodeCall(IRoyaltyLedger.pay, (root, address(yuan), 1, "ref"));
        royalties.pay(_register(troupe, _mask("warm")), address(yuan), 1, "ref");
        uint256 a = _cost(studio, address(royalties), wide);
        uint256 b = _cost(studio, address(royalties), plain);
        uint256 c = _cost(studio, address(royalties), wide);
        assertTrue(a < 120_000 && b < 120_000 && c < 120_000, "a payment that costs by width");
    }

    function test_RevertWhen_ThereIsOneSourceTooMany() public {
        Registration memory r = _derivative("17", _roots(17, "many", 1));
        _failsWith(r, _none(), abi.encodeWithSelector(IWorkRegistry.SharesTooMany.selector, 17, 16));
    }

    function test_RevertWhen_ThereIsOnePayeeTooMany() public {
        Registration memory r = _mask("33");
        r.payees = _many(33);
        _failsWith(r, _none(), abi.encodeWithSelector(IWorkRegistry.SharesTooMany.selector, 33, 32));
    }

    /// @dev 48 inherited and 17 direct would be 65; so would 49 and 16.
    function test_RevertWhen_ThereIsOneEdgeTooMany() public {
        (Registration memory r, Shares[] memory lists) = _widest();
        (Source[] memory sources, Shares[] memory more) = _one();
        uint256 place = _place(r.sources, sources[0].workId);
        // One more inherited edge in place of a source that had none but those of all.
        r.sources[place] = sources[0];
        lists[place] = more[0];
        for (uint256 i = 1; i < SOURCES; ++i) {
            if (r.sources[i].workId < r.sources[i - 1].workId) (r, lists) = _swapped(r, lists, i);
        }
        _failsWith(r, lists, abi.encodeWithSelector(IWorkRegistry.SharesTooMany.selector, 65, 64));
    }

    /// @dev One basis point more than the whole, over all edges, and less or more than the whole over all payees.
    function test_RevertWhen_TheSharesOfTheWidestDoNotSum() public {
        (Registration memory r, Shares[] memory lists) = _widest();
        r.sources[0].shareBps = uint16(10_000 - (SOURCES - 1) - INHERITED + 1);
        _failsWith(r, lists, abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 10_001, 10_000));
        r.sources[0].shareBps = 1;
        ++r.payees[3].shareBps;
        _failsWith(r, lists, abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 10_001, 10_000));
        r.payees[3].shareBps -= 2;
        _failsWith(r, lists, abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 9999, 10_000));
    }

    function _registered() private returns (uint256 workId, Shares memory shares) {
        (Registration memory r, Shares[] memory lists) = _widest();
        vm.prank(troupe);
        workId = works.register(r, lists);
        shares = Shares({sources: r.sources, inherited: _inherited(lists), payees: r.payees});
        assertEq(works.sharesHashOf(workId), _hash(shares));
    }

    /// @dev Three works with sixteen absolute sources each make 48 edges, all of which a fourth inherits. Sixteen works
    /// come down from the fourth, and once more from fifteen of its ancestors: each of the sixteen proves 63 edges, no
    /// more than 48 of which are different, and all of them come down to the widest.
    function _widest() private returns (Registration memory r, Shares[] memory lists) {
        Source[] memory top = _roots(16, "top", 1);
        Source[] memory middle = new Source[](3);
        Shares[] memory up = new Shares[](3);
        _insert(middle, up, 0, abi.decode(abi.encode(top), (Source[])), false);
        for (uint256 i = 1; i < 3; ++i) _insert(middle, up, i, _roots(16, bytes32(i), 1), false);
        vm.prank(troupe);
        top[15] = _source(works.register(_derivative("fourth", middle), up), 0, 0, false)[0];
        for (uint256 i = 15; i > 0 && top[i].workId < top[i - 1].workId; --i) {
            (top[i], top[i - 1]) = (top[i - 1], top[i]);
        }
        Shares[] memory fourth = new Shares[](1);
        fourth[0] = _shares(troupe, middle, _inherited(up));
        Source[] memory sources = new Source[](SOURCES);
        lists = new Shares[](SOURCES);
        for (uint256 i = 0; i < SOURCES; ++i) {
            vm.prank(troupe);
            uint256 workId = works.register(_derivative(keccak256(abi.encode("low", i)), top), fourth);
            uint256 place = i;
            for (; place > 0 && sources[place - 1].workId > workId; --place) {
                (sources[place], lists[place]) = (sources[place - 1], lists[place - 1]);
            }
            sources[place] = _source(workId, 0, 1, true)[0];
            lists[place] = _shares(troupe, top, fourth[0].inherited);
        }
        r = _derivative("widest", sources);
        r.payees = _many(PAYEES);
    }

    /// @dev A work with one absolute source that no other has.
    function _one() private returns (Source[] memory sources, Shares[] memory lists) {
        (sources, lists) = (new Source[](1), new Shares[](1));
        _insert(sources, lists, 0, _roots(1, "one more", 1), true);
    }

    function _insert(
        Source[] memory sources,
        Shares[] memory lists,
        uint256 count,
        Source[] memory up,
        bool absolute
    ) private {
        uint256 workId = _register(troupe, _derivative(keccak256(abi.encode("up", up[0].workId)), up));
        uint256 place = count;
        for (; place > 0 && sources[place - 1].workId > workId; --place) {
            (sources[place], lists[place]) = (sources[place - 1], lists[place - 1]);
        }
        sources[place] = _source(workId, 0, absolute ? 1 : 0, absolute)[0];
        lists[place] = _shares(troupe, up, new Edge[](0));
    }

    /// @dev In the order they are met first, as the registry collects them.
    function _inherited(Shares[] memory lists) private pure returns (Edge[] memory edges) {
        edges = new Edge[](64);
        uint256 count = 0;
        for (uint256 i = 0; i < lists.length; ++i) {
            Source[] memory up = lists[i].sources;
            for (uint256 j = 0; j < up.length; ++j) {
                if (up[j].absolute) count = _met(edges, count, up[j].workId, up[j].shareBps);
            }
            Edge[] memory down = lists[i].inherited;
            for (uint256 j = 0; j < down.length; ++j)
                count = _met(edges, count, down[j].workId, down[j].shareBps);
        }
        assembly ("memory-safe") {
            mstore(edges, count)
        }
    }

    function _met(
        Edge[] memory edges,
        uint256 count,
        uint256 workId,
        uint16 bps
    ) private pure returns (uint256) {
        for (uint256 i = 0; i < count; ++i) if (edges[i].workId == workId) return count;
        edges[count] = Edge({workId: workId, shareBps: bps});
        return count + 1;
    }

    function _roots(uint256 count, bytes32 salt, uint16 bps) private returns (Source[] memory sources) {
        sources = new Source[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 workId = _register(troupe, _mask(keccak256(abi.encode(salt, i))));
            uint256 j = i;
            for (; j > 0 && sources[j - 1].workId > workId; --j) sources[j] = sources[j - 1];
            sources[j] = _source(workId, 0, bps, true)[0];
        }
    }

    function _many(uint256 count) private pure returns (Payee[] memory payees) {
        payees = new Payee[](count);
        for (uint256 i = 0; i < count; ++i) payees[i] = Payee(address(uint160(0x9000 + i)), 300);
        payees[0].shareBps = uint16(10_000 - 300 * (count - 1));
    }

    function _place(Source[] memory sources, uint256 workId) private pure returns (uint256 place) {
        while (place < sources.length - 1 && sources[place].workId < workId) ++place;
    }

    function _swapped(
        Registration memory r,
        Shares[] memory lists,
        uint256 i
    ) private pure returns (Registration memory, Shares[] memory) {
        (r.sources[i], r.sources[i - 1]) = (r.sources[i - 1], r.sources[i]);
        (lists[i], lists[i - 1]) = (lists[i - 1], lists[i]);
        return (r, lists);
    }

    /// @dev With what the transaction itself and its calldata cost: 16 gas a byte, 4 where it is zero, and no less
    /// than EIP-7623 asks.
    function _within(address who, address target, bytes memory call) private {
        uint256 tokens = 0;
        for (uint256 i = 0; i < call.length; ++i) tokens += call[i] == 0 ? 1 : 4;
        uint256 gas = 21_000 + 4 * tokens + _cost(who, target, call);
        uint256 floor = 21_000 + 10 * tokens;
        assertTrue((gas > floor ? gas : floor) <= MOST, "more than 4,000,000 gas");
    }

    function _cost(address who, address target, bytes memory call) private returns (uint256 gas) {
        vm.prank(who);
        gas = gasleft();
        (bool ok, ) = target.call(call);
        gas -= gasleft();
        assertTrue(ok, "the call failed");
    }

    function _failsWith(Registration memory r, Shares[] memory lists, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(troupe);
        works.register(r, lists);
    }
}
