// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IProvenanceLog} from "../../../contracts/log/IProvenanceLog.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {LogAt} from "../../support/sol/Deployed.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {SlowTree} from "../../support/sol/SlowTree.sol";
import {vm} from "../../support/sol/Vm.sol";
import {deploy} from "../../support/sol/deploy.sol";

contract ProvenanceLogTest is Fixture {
    uint64 private constant MOST = 20;

    function test_TheFirstAnchorNeedsNoProof() public {
        bytes32 root = SlowTree.root(0, 5);
        vm.expectEmit(address(log));
        emit IProvenanceLog.RootAnchored(5, root);
        log.anchor(5, root, new bytes32[](0));

        (uint64 size, bytes32 anchored) = log.anchored();
        assertEq(size, 5);
        assertEq(anchored, root);
    }

    function test_BeforeTheFirstAnchorNothingIsIncluded() public view {
        (uint64 size, bytes32 root) = log.anchored();
        assertEq(size, 0);
        assertEq(root, bytes32(0));
        assertTrue(!log.includes(SlowTree.leaf(0), 0, new bytes32[](0)), "included");
    }

    function test_RevertWhen_TheFirstAnchorBringsAProof() public {
        bytes32 root = SlowTree.root(0, 5);
        vm.expectRevert(
            abi.encodeWithSelector(IProvenanceLog.LogInconsistent.selector, 0, bytes32(0), 5, root)
        );
        log.anchor(5, root, new bytes32[](1));
    }

    function test_RevertWhen_SomebodyElseAnchors() public {
        bytes32 root = SlowTree.root(0, 1);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, auditor));
        vm.prank(auditor);
        log.anchor(1, root, new bytes32[](0));
    }

    function test_RevertWhen_TheLogDoesNotGrow() public {
        _anchorFirst(4);
        for (uint64 size = 0; size <= 4; ++size) {
            bytes32 root = SlowTree.root(0, size);
            vm.expectRevert(abi.encodeWithSelector(IProvenanceLog.LogNotGrowing.selector, 4, size));
            log.anchor(size, root, new bytes32[](0));
        }
    }

    function test_RevertWhen_HistoryWasRewritten() public {
        // The proof leads from the true four leaves; what was anchored stands for other four.
        bytes32 forged = SlowTree.root(1, 5);
        log.anchor(4, forged, new bytes32[](0));
        bytes32 root = SlowTree.root(0, 7);
        bytes32[] memory proof = SlowTree.consistency(4, 7);
        vm.expectRevert(abi.encodeWithSelector(IProvenanceLog.LogInconsistent.selector, 4, forged, 7, root));
        log.anchor(7, root, proof);
    }

    function test_EveryPairOfSizesUpToTwentyIsConsistent() public {
        for (uint64 m = 1; m < MOST; ++m) {
            for (uint64 n = m + 1; n <= MOST; ++n) {
                log = LogAt(deploy("ProvenanceLog.sol", abi.encode(manager)));
                _anchorFirst(m);
                log.anchor(n, SlowTree.root(0, n), SlowTree.consistency(m, n));
                (uint64 size, ) = log.anchored();
                assertEq(size, n);
            }
        }
    }

    function test_ALogGrowsInManySteps() public {
        uint64[8] memory sizes = [uint64(1), 2, 3, 7, 8, 13, 31, 40];
        _anchorFirst(sizes[0]);
        for (uint256 i = 1; i < sizes.length; ++i) {
            log.anchor(sizes[i], SlowTree.root(0, sizes[i]), SlowTree.consistency(sizes[i - 1], sizes[i]));
        }
        (uint64 size, bytes32 root) = log.anchored();
        assertEq(size, 40);
        assertEq(root, SlowTree.root(0, 40));
    }

    function test_EveryLeafIsIncludedAtItsPlaceOnly() public {
        for (uint64 n = 1; n <= 17; n += 4) {
            log = LogAt(deploy("ProvenanceLog.sol", abi.encode(manager)));
            _anchorFirst(n);
            for (uint64 i = 0; i < n; ++i) {
                bytes32[] memory proof = SlowTree.path(i, 0, n);
                assertTrue(log.includes(SlowTree.leaf(i), i, proof), "not included");
                assertTrue(!log.includes(SlowTree.leaf(i), i + 1, proof), "at another place");
                assertTrue(!log.includes(SlowTree.leaf(i + 1), i, proof), "another leaf");
            }
            assertTrue(!log.includes(SlowTree.leaf(n), n, SlowTree.path(n, 0, n + 1)), "beyond the end");
        }
    }

    function testFuzz_AnyTwoSizesAreConsistent(uint256 a, uint256 b) public {
        uint64 m = uint64(bound(a, 1, 40));
        uint64 n = uint64(bound(b, m + 1, 48));
        _anchorFirst(m);
        log.anchor(n, SlowTree.root(0, n), SlowTree.consistency(m, n));
        (uint64 size, bytes32 root) = log.anchored();
        assertEq(size, n);
        assertEq(root, SlowTree.root(0, n));
    }

    function testFuzz_RevertWhen_OneHashOfTheProofIsWrong(
        uint256 a,
        uint256 b,
        uint256 place,
        bytes32 noise
    ) public {
        vm.assume(noise != 0);
        uint64 m = uint64(bound(a, 1, 30));
        uint64 n = uint64(bound(b, m + 1, 36));
        _anchorFirst(m);
        bytes32 root = SlowTree.root(0, n);
        bytes32[] memory proof = SlowTree.consistency(m, n);
        proof[place % proof.length] ^= noise;
        _expectInconsistent(m, n, root);
        log.anchor(n, root, proof);
    }

    function testFuzz_RevertWhen_TheProofIsShorterOrLonger(uint256 a, uint256 b, bool longer) public {
        uint64 m = uint64(bound(a, 1, 30));
        uint64 n = uint64(bound(b, m + 1, 36));
        _anchorFirst(m);
        bytes32 root = SlowTree.root(0, n);
        bytes32[] memory proof = SlowTree.consistency(m, n);
        bytes32[] memory other = new bytes32[](longer ? proof.length + 1 : proof.length - 1);
        for (uint256 i = 0; i < other.length && i < proof.length; ++i) other[i] = proof[i];
        _expectInconsistent(m, n, root);
        log.anchor(n, root, other);
    }

    function testFuzz_RevertWhen_TheSizeIsNotTheRoots(uint256 a, uint256 b) public {
        uint64 m = uint64(bound(a, 1, 30));
        uint64 n = uint64(bound(b, m + 1, 36));
        _anchorFirst(m);
        bytes32 root = SlowTree.root(0, n);
        bytes32[] memory proof = SlowTree.consistency(m, n);
        // A tree of twice the leaves is one level higher, so the proof cannot fit it.
        _expectInconsistent(m, 2 * n, root);
        log.anchor(2 * n, root, proof);
    }

    function testFuzz_ALeafIsNotIncludedWithAWrongProof(
        uint256 a,
        uint256 b,
        uint256 place,
        bytes32 noise
    ) public {
        vm.assume(noise != 0);
        uint64 n = uint64(bound(a, 2, 33));
        uint64 i = uint64(bound(b, 0, n - 1));
        _anchorFirst(n);
        bytes32[] memory proof = SlowTree.path(i, 0, n);
        proof[place % proof.length] ^= noise;
        assertTrue(!log.includes(SlowTree.leaf(i), i, proof), "included");
    }

    function _anchorFirst(uint64 size) private {
        log.anchor(size, SlowTree.root(0, size), new bytes32[](0));
    }

    function _expectInconsistent(uint64 m, uint64 n, bytes32 root) private {
        bytes32 old = SlowTree.root(0, m);
        vm.expectRevert(abi.encodeWithSelector(IProvenanceLog.LogInconsistent.selector, m, old, n, root));
    }
}
