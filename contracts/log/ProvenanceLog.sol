// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAuthority} from "@openzeppelin/contracts/access/manager/IAuthority.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Terms} from "../licence/Terms.sol";
import {Messages} from "../shared/Messages.sol";
import {IWorkRegistry} from "../work/IWorkRegistry.sol";
import {Kind, Registration, Shares} from "../work/Work.sol";
import {IProvenanceLog} from "./IProvenanceLog.sol";
import {Leaves} from "./Leaves.sol";
import {Logged} from "./Logged.sol";
import {Merkle} from "./Merkle.sol";

/// @title Anchors of the Merkle log, and checks of its entries.
contract ProvenanceLog is IProvenanceLog, EIP712, AccessManaged {
    /* STORAGE */

    /// @dev Shares a slot with the authority, which is read wherever this is read.
    uint64 private _size;
    bytes32 private _root;

    constructor(address authority) AccessManaged(authority) EIP712("Lianpu", "1") {}

    /// @inheritdoc IProvenanceLog
    function anchor(uint64 size, bytes32 root, bytes32[] calldata proof) external {
        (uint64 oldSize, bytes32 oldRoot) = (_size, _root);
        require(_isOperator(authority(), msg.sender), AccessManagedUnauthorized(msg.sender));
        require(size > oldSize, LogNotGrowing(oldSize, size));
        bool consistent =
            oldSize == 0 ? proof.length == 0 : Merkle.verifyConsistency(oldSize, oldRoot, size, root, proof);
        require(consistent, LogInconsistent(oldSize, oldRoot, size, root));

        _size = size;
        _root = root;

        emit RootAnchored(size, root);
    }

    /// @inheritdoc IProvenanceLog
    function anchored() external view returns (uint64 size, bytes32 root) {
        return (_size, _root);
    }

    /// @inheritdoc IProvenanceLog
    function includes(
        bytes calldata leaf,
        uint64 index,
        bytes32[] calldata proof
    ) external view returns (bool) {
        return Merkle.verifyInclusion(Leaves.hash(leaf), index, _size, _root, proof);
    }

    /// @inheritdoc IProvenanceLog
    function requireLogged(
        address creator,
        Registration calldata registration,
        Shares[] calldata,
        Logged calldata logged,
        Terms[] calldata terms
    ) external view returns (bool vouched) {
        _requireEntry(creator, registration, logged);
        vouched = _requireAuthor(creator, registration, logged);
        // An entry that the creator signed is carried out in full: no caller leaves its offer out. If an operator
        // vouches for another creator's work, only that creator offers it, which the registry requires.
        if (terms.length > 0 || (logged.author == creator && logged.termsId != 0)) {
            _requireTerms(logged.termsId, terms);
        }
    }

    function _requireEntry(address creator, Registration calldata r, Logged calldata logged) private view {
        uint256 workId = uint256(keccak256(abi.encode(creator, r.contentHash)));
        bytes32 leafHash = Leaves.hashRegistration(workId, r, logged);
        (uint64 size, bytes32 root) = (_size, _root);
        require(
            Merkle.verifyInclusion(leafHash, logged.index, size, root, logged.proof),
            LogEntryNotProven(workId, logged.index, size, root)
        );
    }

    /// @dev The creator authorises an entry by a signature. Without one, the author must be an operator.
    function _requireAuthor(
        address creator,
        Registration calldata r,
        Logged calldata logged
    ) private view returns (bool vouched) {
        address author = logged.author;
        bytes calldata signature = logged.signature;
        vouched = (author != creator || signature.length == 0) && _isOperator(authority(), author);
        if (author == creator && !vouched) {
            bytes32 message = Messages.hashLoggedRegistration(creator, r, logged.termsId);
            require(
                SignatureChecker.isValidSignatureNowCalldata(creator, _hashTypedDataV4(message), signature),
                IWorkRegistry.SignatureInvalid(creator)
            );
        }
        if (author == creator) return vouched;
        require(vouched, LogAuthorNotOperator(author, creator));
        require(creator != address(0), LogCreatorMissing(author));
        require(signature.length == 0, LogSignatureUnexpected(author, creator));
        require(
            r.sources.length + r.payees.length == 0 && r.kind != Kind.HeritageElement,
            LogCreatorSilent(creator, author)
        );
    }

    /// @dev Hashes the terms as they are in the calldata. The hash of one is its id; the hash of several is no id.
    function _requireTerms(bytes32 termsId, Terms[] calldata terms) private pure {
        bytes32 got;
        // Calldata layout: terms are nine static words, and a list of them has no gaps. The ABI decoder has checked
        // that it ends within the calldata, so `size` does not overflow.
        // Memory: written past the free pointer, and not kept.
        assembly ("memory-safe") {
            let words := mload(0x40)
            let size := mul(terms.length, 288)
            calldatacopy(words, terms.offset, size)
            if size {
                got := keccak256(words, size)
            }
        }
        require(got != 0 && got == termsId, LogTermsMismatch(termsId, got));
    }

    /// @dev Answers as the modifier `restricted` would, for any account and at less gas. If a role has a delay, its
    /// members anchor through the manager's `execute` and are not operators themselves.
    function _isOperator(address manager, address account) private view returns (bool immediate) {
        bytes4 question = IAuthority.canCall.selector;
        bytes4 selector = IProvenanceLog.anchor.selector;
        // Evaluation order: Yul evaluates arguments from right to left, so the call is made before its answer is read.
        // Memory: the question is written past the free pointer, and not kept; the answer goes to the scratch space.
        // That is cleared before, as an authority without code succeeds and answers nothing. An answer shorter than a
        // word does not reach the last byte, so it cannot be the number one.
        // `bytes4` is aligned to the left with zeros behind it, and `account` is clean: `msg.sender`, or checked where
        // it was read.
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, question)
            mstore(add(words, 4), account)
            mstore(add(words, 36), address())
            mstore(add(words, 68), selector)
            mstore(0, 0)
            immediate := and(eq(mload(0), 1), staticcall(gas(), manager, words, 100, 0, 32))
        }
    }
}
