// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Edge, Registration, Shares, Source} from "../../../contracts/work/Work.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title How many sources and edges a work may have.
contract WorkRegistryLimitsTest is Fixture {
    function test_SixteenSourcesAndNoMore() public {
        _register(troupe, _derivative("16", _roots(16, "many")));
        Registration memory r = _derivative("17", _roots(17, "many"));
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesTooMany.selector, 17, 16));
        _register(troupe, r);
    }

    function test_SixtyFourEdgesAndNoMore() public {
        (Source[] memory sources, Shares[] memory lists) = _wide(4);
        _failsWith(sources, lists, 68);
        (sources, lists) = _wide(5);
        _failsWith(sources, lists, 65);
        // Three works with sixteen each and thirteen more: 48 inherited and 16 direct.
        (sources, lists) = _wide(3);
        sources = _merge(sources, _roots(13, "more"));
        vm.prank(troupe);
        works.register(_derivative("wide", sources), lists);
    }

    /// @dev `count` works with sixteen absolute sources each, and their shares, by ascending id.
    function _wide(uint256 count) private returns (Source[] memory sources, Shares[] memory lists) {
        sources = new Source[](count);
        lists = new Shares[](count);
        for (uint256 i = 0; i < count; ++i) {
            Source[] memory up = _roots(16, bytes32(i));
            uint256 workId = _register(troupe, _derivative(keccak256(abi.encode("wide", i)), up));
            uint256 j = i;
            for (; j > 0 && sources[j - 1].workId > workId; --j) {
                (sources[j], lists[j]) = (sources[j - 1], lists[j - 1]);
            }
            sources[j] = _source(workId, 0, 0, false)[0];
            lists[j] = _shares(troupe, up, new Edge[](0));
        }
    }

    function _roots(uint256 count, bytes32 salt) private returns (Source[] memory sources) {
        sources = new Source[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 workId = _register(troupe, _mask(keccak256(abi.encode(salt, i))));
            uint256 j = i;
            for (; j > 0 && sources[j - 1].workId > workId; --j) sources[j] = sources[j - 1];
            sources[j] = _source(workId, 0, 1, true)[0];
        }
    }

    function _merge(Source[] memory a, Source[] memory b) private pure returns (Source[] memory all) {
        all = new Source[](a.length + b.length);
        (uint256 i, uint256 j) = (0, 0);
        while (i + j < all.length) {
            bool first = j == b.length || (i < a.length && a[i].workId < b[j].workId);
            all[i + j] = first ? a[i] : b[j];
            first ? ++i : ++j;
        }
    }

    function _failsWith(Source[] memory sources, Shares[] memory lists, uint256 edges) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesTooMany.selector, edges, 64));
        vm.prank(troupe);
        works.register(_derivative("wide", sources), lists);
    }
}
