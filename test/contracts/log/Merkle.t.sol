// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {MerkleProbe} from "../../support/sol/MerkleProbe.sol";
import {RfcProofs} from "../../support/sol/RfcProofs.sol";
import {SlowTree} from "../../support/sol/SlowTree.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Proofs of trees (M1): all small trees against the definitions, all sizes against the RFC's own steps.
contract MerkleTest {
    uint64 private constant MOST = 40;

    MerkleProbe private _probe = new MerkleProbe();

    function test_EveryEntryOfEveryTreeIsIncludedAtItsPlaceOnly() public view {
        for (uint64 n = 1; n <= MOST; ++n) {
            bytes32 root = SlowTree.root(0, n);
            for (uint64 i = 0; i < n; ++i) {
                bytes32 leafHash = _leafHash(i);
                bytes32[] memory proof = SlowTree.path(i, 0, n);
                assertTrue(_probe.includes(leafHash, i, n, root, proof), "not included");
                for (uint64 j = 0; j < n + 2; ++j) {
                    if (j != i) assertTrue(!_probe.includes(leafHash, j, n, root, proof), "elsewhere");
                }
            }
        }
    }

    function test_NothingElseIsIncluded() public view {
        for (uint64 n = 1; n <= MOST; n += 3) {
            bytes32 root = SlowTree.root(0, n);
            for (uint64 i = 0; i < n; ++i) {
                bytes32 leafHash = _leafHash(i);
                bytes32[] memory proof = SlowTree.path(i, 0, n);
                assertTrue(!_probe.includes(_leafHash(i + 1), i, n, root, proof), "another leaf");
                assertTrue(!_probe.includes(leafHash, i, n, _leafHash(n), proof), "another root");
                assertTrue(!_probe.includes(leafHash, i, n, 0, proof), "no root");
                bytes32[][] memory others = _othersThan(proof, root, leafHash);
                for (uint256 k = 0; k < others.length; ++k) {
                    assertTrue(!_probe.includes(leafHash, i, n, root, others[k]), "another proof");
                }
            }
        }
    }

    /// @dev A proof is for a size, too; where the path is the same for both, the RFC takes it for both.
    function test_AnotherSizeIsRefusedWhereThePathIsAnother() public view {
        for (uint64 n = 1; n <= 20; ++n) {
            bytes32 root = SlowTree.root(0, n);
            for (uint64 i = 0; i < n; ++i) {
                bytes32[] memory proof = SlowTree.path(i, 0, n);
                for (uint64 m = 0; m <= 2 * n; ++m) {
                    (bool ok, bytes32 r) = RfcProofs.inclusion(_leafHash(i), i, m, proof);
                    assertTrue(
                        _probe.includes(_leafHash(i), i, m, root, proof) == (ok && r == root),
                        "another size"
                    );
                }
            }
        }
    }

    function test_NothingIsInTheEmptyTree() public view {
        bytes32 empty = sha256("");
        bytes32[] memory none = new bytes32[](0);
        for (uint64 i = 0; i < 3; ++i) {
            assertTrue(!_probe.includes(_leafHash(0), i, 0, empty, none), "in the empty tree");
            assertTrue(!_probe.includes(empty, i, 0, empty, none), "the root in the empty tree");
            assertTrue(!_probe.includes(0, i, 0, 0, none), "nothing in the empty tree");
        }
        assertTrue(!_probe.includes(0, type(uint64).max, 0, 0, none), "far beyond");
    }

    /// @dev Before the first anchor the root is zero, and so is what somebody leaves out.
    function test_NothingIsUnderARootThatIsMissing() public view {
        assertTrue(!_probe.includes(0, 0, 1, 0, new bytes32[](0)), "nothing under nothing");
    }

    /// @dev A node is no leaf: what two hashes are hashed to is not what their 64 bytes are as an entry (M1).
    function test_TwoHashesAreNoEntry() public view {
        bytes32 root = SlowTree.root(0, 2);
        bytes memory children = bytes.concat(_leafHash(0), _leafHash(1));
        bytes32 asLeaf = sha256(bytes.concat(hex"00", children));
        assertTrue(!_probe.includes(asLeaf, 0, 1, root, new bytes32[](0)), "a node as a leaf");
    }

    function test_EveryTreeBeginsWithEverySmallerOne() public view {
        for (uint64 n = 1; n <= MOST; ++n) {
            bytes32 second = SlowTree.root(0, n);
            for (uint64 m = 1; m <= n; ++m) {
                bytes32[] memory proof = SlowTree.consistency(m, n);
                assertTrue(_probe.continues(m, SlowTree.root(0, m), n, second, proof), "not consistent");
            }
        }
    }

    function test_NoTreeBeginsWithAnythingElse() public view {
        for (uint64 n = 2; n <= MOST; n += 3) {
            bytes32 second = SlowTree.root(0, n);
            for (uint64 m = 1; m < n; ++m) {
                bytes32 first = SlowTree.root(0, m);
                bytes32[] memory proof = SlowTree.consistency(m, n);
                assertTrue(!_probe.continues(m, second, n, first, proof), "swapped roots");
                assertTrue(!_probe.continues(m, first ^ bytes32(uint256(1)), n, second, proof), "first root");
                assertTrue(
                    !_probe.continues(m, first, n, second ^ bytes32(uint256(1)), proof),
                    "second root"
                );
                assertTrue(!_probe.continues(m, first, n, 0, proof), "no second root");
                assertTrue(!_probe.continues(n, second, m, first, proof), "backwards");
                bytes32[][] memory others = _othersThan(proof, first, second);
                for (uint256 k = 0; k < others.length; ++k) {
                    assertTrue(!_probe.continues(m, first, n, second, others[k]), "another proof");
                }
            }
        }
    }

    /// @dev As for inclusion: the RFC's own steps say which other sizes a proof is good for.
    function test_OtherSizesAreRefusedWhereThePathIsAnother() public view {
        for (uint64 n = 2; n <= 14; ++n) {
            for (uint64 m = 1; m < n; ++m) {
                (bytes32 first, bytes32 second) = (SlowTree.root(0, m), SlowTree.root(0, n));
                bytes32[] memory proof = SlowTree.consistency(m, n);
                for (uint64 a = 1; a <= n + 1; ++a) {
                    for (uint64 b = a + 1; b <= 2 * n; ++b) {
                        (bool ok, bytes32 fr, bytes32 sr) = RfcProofs.consistency(a, b, first, proof);
                        assertTrue(
                            _probe.continues(a, first, b, second, proof) ==
                                (ok && fr == first && sr == second),
                            "other sizes"
                        );
                    }
                }
            }
        }
    }

    /// @dev The same tree twice takes no proof, and has one root.
    function test_ATreeBeginsWithItselfWithoutProof() public view {
        bytes32[] memory none = new bytes32[](0);
        bytes32[] memory one = new bytes32[](1);
        for (uint64 n = 1; n <= 9; ++n) {
            bytes32 root = SlowTree.root(0, n);
            one[0] = root;
            assertTrue(_probe.continues(n, root, n, root, none), "not itself");
            assertTrue(!_probe.continues(n, root, n, root, one), "itself with a proof");
            assertTrue(!_probe.continues(n, root, n, _leafHash(n), none), "two roots");
        }
    }

    /// @dev That a tree begins with the empty one says nothing, so nothing proves it.
    function test_NothingProvesTheEmptyTree() public view {
        bytes32 empty = sha256("");
        bytes32[] memory none = new bytes32[](0);
        bytes32[] memory one = new bytes32[](1);
        one[0] = empty;
        assertTrue(!_probe.continues(0, empty, 0, empty, none), "zero to zero");
        assertTrue(!_probe.continues(0, 0, 0, 0, none), "nothing to nothing");
        assertTrue(!_probe.continues(0, empty, 1, _leafHash(0), none), "zero to one");
        assertTrue(!_probe.continues(0, empty, 1, empty, one), "zero to one with a proof");
        assertTrue(!_probe.continues(1, _leafHash(0), 0, empty, none), "one to zero");
        assertTrue(!_probe.continues(1, _leafHash(0), 2, SlowTree.root(0, 2), none), "one to two, unproven");
    }

    /// @dev Trees of any size: a path of any hashes is the path to the root it leads to, and to no other.
    function testFuzz_AnyPathIsJudgedAsTheRfcSays(
        uint64 size,
        uint64 index,
        bytes32 leafHash,
        bytes32[70] memory noise,
        uint8 length
    ) public view {
        vm.assume(size > 0);
        size = uint64(size >> (length % 64)) | 1;
        index %= size;
        bytes32[] memory path = _first(noise, _pathLength(index, size));
        (bool ok, bytes32 r) = RfcProofs.inclusion(leafHash, index, size, path);
        assertTrue(ok, "not a path");
        assertTrue(_probe.includes(leafHash, index, size, r, path), "refused");
        assertTrue(!_probe.includes(leafHash, index, size, ~r, path), "another root");
        path = _first(noise, bound(length, 0, 70));
        (ok, r) = RfcProofs.inclusion(leafHash, index, size, path);
        assertTrue(_probe.includes(leafHash, index, size, r, path) == ok, "another length");
    }

    function testFuzz_AnyTwoTreesAreJudgedAsTheRfcSays(
        uint64 first,
        uint64 second,
        bytes32 hash,
        bytes32[70] memory noise,
        uint8 length
    ) public view {
        second = uint64(bound(second >> (length % 62), 2, type(uint64).max));
        first = uint64(bound(first, 1, second - 1));
        uint256 most = _pathLength(first - 1, second) + 1;
        bool found = false;
        for (uint256 i = 0; i <= most + 1; ++i) {
            if (_judgesAsTheRfc(first, second, hash, _first(noise, i))) found = true;
        }
        assertTrue(found, "no proof of any length");
    }

    function _judgesAsTheRfc(
        uint64 first,
        uint64 second,
        bytes32 hash,
        bytes32[] memory proof
    ) private view returns (bool) {
        (bool ok, bytes32 fr, bytes32 sr) = RfcProofs.consistency(first, second, hash, proof);
        assertTrue(_probe.continues(first, fr, second, sr, proof) == ok, "judged otherwise");
        if (!ok) return false;
        assertTrue(!_probe.continues(first, ~fr, second, sr, proof), "another first root");
        assertTrue(!_probe.continues(first, fr, second, ~sr, proof), "another second root");
        return true;
    }

    /// @dev Proofs that differ from a good one in one place: each hash changed in its first and last bit, left out,
    /// doubled, exchanged with the next; one more at either end; none at all.
    function _othersThan(
        bytes32[] memory proof,
        bytes32 a,
        bytes32 b
    ) private pure returns (bytes32[][] memory others) {
        uint256 length = proof.length;
        others = new bytes32[][](5 * length + 6);
        uint256 count = 0;
        for (uint256 i = 0; i < length; ++i) {
            others[count++] = _changed(proof, i, 1);
            others[count++] = _changed(proof, i, 1 << 255);
            others[count++] = _cut(proof, i, i + 1);
            others[count++] = _inserted(proof, i, proof[i]);
            if (i + 1 < length && proof[i] != proof[i + 1]) {
                bytes32[] memory swapped = _changed(proof, i, 0);
                (swapped[i], swapped[i + 1]) = (proof[i + 1], proof[i]);
                others[count++] = swapped;
            }
        }
        others[count++] = _inserted(proof, 0, a);
        others[count++] = _inserted(proof, 0, b);
        others[count++] = _inserted(proof, length, a);
        others[count++] = _inserted(proof, length, b);
        others[count++] = _inserted(proof, length, 0);
        if (length > 0) others[count++] = new bytes32[](0);
        assembly ("memory-safe") {
            mstore(others, count)
        }
    }

    function _changed(
        bytes32[] memory proof,
        uint256 place,
        uint256 by
    ) private pure returns (bytes32[] memory other) {
        other = _cut(proof, 0, 0);
        other[place] ^= bytes32(by);
    }

    /// @dev Without what is from `from` up to and without `to`.
    function _cut(
        bytes32[] memory proof,
        uint256 from,
        uint256 to
    ) private pure returns (bytes32[] memory other) {
        other = new bytes32[](proof.length - (to - from));
        for (uint256 i = 0; i < other.length; ++i) other[i] = proof[i < from ? i : i + to - from];
    }

    function _inserted(
        bytes32[] memory proof,
        uint256 place,
        bytes32 hash
    ) private pure returns (bytes32[] memory other) {
        other = new bytes32[](proof.length + 1);
        for (uint256 i = 0; i < other.length; ++i) {
            other[i] =
                i < place
                    ? proof[i]
                    : i == place
                        ? hash
                        : proof[i - 1];
        }
    }

    function _first(bytes32[70] memory noise, uint256 count) private pure returns (bytes32[] memory list) {
        list = new bytes32[](count);
        for (uint256 i = 0; i < count; ++i) list[i] = noise[i];
    }

    /// @dev How many siblings entry `m` of `n` has on its way up, by the recursive definition (2.1.3.1).
    function _pathLength(uint256 m, uint256 n) private pure returns (uint256 length) {
        while (n > 1) {
            uint256 k = 1;
            while (k * 2 < n) k *= 2;
            (m, n) = m < k ? (m, k) : (m - k, n - k);
            ++length;
        }
    }

    function _leafHash(uint256 i) private pure returns (bytes32) {
        return sha256(bytes.concat(hex"00", SlowTree.leaf(i)));
    }
}
