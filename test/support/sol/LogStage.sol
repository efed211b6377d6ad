// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Terms} from "../../../contracts/licence/Terms.sol";
import {Logged} from "../../../contracts/log/Logged.sol";
import {Registration, Shares} from "../../../contracts/work/Work.sol";
import {Fixture} from "./Fixture.sol";
import {ListTree} from "./ListTree.sol";
import {Sign} from "./Sign.sol";

/// @title A log to which registrations are appended, and the proofs of its last anchor.
/// @dev Leaves are made here byte by byte from the description of the format, apart from the contracts' own code.
/// This contract is the log's operator.
abstract contract LogStage is Fixture {
    bytes32[] internal leaves;

    /// @dev What the painter signs, as an entry.
    function _spoken(Registration memory r, bytes32 termsId) internal view returns (Logged memory entry) {
        (entry.author, entry.termsId) = (painter, termsId);
        bytes32 message = Sign.loggedRegistrationHash(painter, r, termsId);
        entry.signature = Sign.sign(PAINTER_KEY, Sign.digest(address(log), message));
    }

    /// @dev What an operator says, as an entry.
    function _vouched(address operator, bytes32 termsId) internal pure returns (Logged memory entry) {
        (entry.author, entry.termsId) = (operator, termsId);
    }

    function _leaf(
        bytes3 versionAndType,
        address creator,
        Registration memory r,
        Logged memory entry
    ) internal view returns (bytes memory) {
        bytes memory payload = abi.encode(r, entry.termsId, entry.signature);
        uint256 workId = works.workIdOf(creator, r.contentHash);
        return bytes.concat(versionAndType, bytes32(workId), bytes20(entry.author), bytes32(sha256(payload)));
    }

    /// @dev Appends an entry, between two others, and anchors the log; the entry then has its index and proof.
    function _log(
        address creator,
        Registration memory r,
        Logged memory entry
    ) internal returns (Logged memory) {
        return _logLeaf(_leaf(0x010001, creator, r, entry), entry);
    }

    function _logLeaf(bytes memory leaf, Logged memory entry) internal returns (Logged memory) {
        uint256 before = leaves.length;
        leaves.push(sha256(bytes.concat(hex"00", abi.encode("before", before))));
        leaves.push(sha256(bytes.concat(hex"00", leaf)));
        leaves.push(sha256(bytes.concat(hex"00", abi.encode("after", before))));
        entry.index = uint64(before + 1);
        _anchor(before);
        return _proven(entry);
    }

    function _anchor(uint256 before) internal {
        bytes32[] memory all = leaves;
        bytes32[] memory none = new bytes32[](0);
        log.anchor(
            uint64(all.length),
            ListTree.root(all, 0, all.length),
            before == 0 ? none : ListTree.consistency(all, before, all.length)
        );
    }

    /// @dev The same entry with a proof for the last anchor.
    function _proven(Logged memory entry) internal view returns (Logged memory) {
        bytes32[] memory all = leaves;
        entry.proof = ListTree.path(all, entry.index, 0, all.length);
        return entry;
    }

    function _mint(
        address creator,
        Registration memory r,
        Logged memory entry
    ) internal returns (uint256 workId) {
        return works.registerFromLog(creator, r, _none(), entry, _noTerms());
    }

    function _mintCall(
        address creator,
        Registration memory r,
        Logged memory entry
    ) internal view returns (bytes memory) {
        return abi.encodeCall(works.registerFromLog, (creator, r, _none(), entry, _noTerms()));
    }

    function _noTerms() internal pure returns (Terms[] memory) {
        return new Terms[](0);
    }

    function _offering(Terms memory terms) internal pure returns (Terms[] memory list) {
        list = new Terms[](1);
        list[0] = terms;
    }

    /// @dev All that is stored of a work, in one word.
    function _stateOf(uint256 workId) internal view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    works.packedOf(workId),
                    works.sharesHashOf(workId),
                    works.metadataHashOf(workId),
                    works.labelsOf(workId),
                    works.registrantOf(workId),
                    works.ownerOf(workId),
                    works.balanceOf(works.registrantOf(workId))
                )
            );
    }
}
