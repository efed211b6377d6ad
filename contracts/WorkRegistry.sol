// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ILicenceRegistry} from "./interfaces/ILicenceRegistry.sol";
import {IRoyaltyLedger} from "./interfaces/IRoyaltyLedger.sol";
import {IWorkRegistry} from "./interfaces/IWorkRegistry.sol";
import {Lineage} from "./libraries/Lineage.sol";
import {Messages} from "./libraries/Messages.sol";
import {Licence, TERMS_ABSOLUTE_SHARE, TERMS_SHARE_ALIKE} from "./types/Terms.sol";
import {ALL_USES, Uses} from "./types/Uses.sol";
import {
    Edge,
    Kind,
    Payee,
    Registration,
    Shares,
    Source,
    WHOLE_BPS,
    WORK_FROZEN,
    WORK_OWES_ABSOLUTE,
    WORK_SHARE_ALIKE,
    Work
} from "./types/Work.sol";

/// @title Works as tokens, with the rights their creators keep.
contract WorkRegistry is IWorkRegistry, ERC721, IERC2981, IERC4906, EIP712, Nonces, AccessManaged {
    using Strings for uint256;

    ILicenceRegistry public immutable LICENCES;
    IRoyaltyLedger public immutable ROYALTIES;

    /* STORAGE */

    mapping(uint256 workId => Work) private _works;
    mapping(uint256 workId => bytes32) private _metadataHashes;
    /// @dev What the metadata was before it was first amended, hashed; zero until then.
    mapping(uint256 workId => bytes32) private _firstMetadata;
    mapping(uint256 workId => bytes32) private _sharesHashes;
    mapping(uint256 workId => address) private _successors;
    mapping(address custodian => bool) private _custodians;
    string private _base;

    constructor(
        address authority,
        ILicenceRegistry licences,
        IRoyaltyLedger royalties,
        string memory baseURI
    ) ERC721("Lianpu", "LIANPU") EIP712("Lianpu", "1") AccessManaged(authority) {
        LICENCES = licences;
        ROYALTIES = royalties;
        _base = baseURI;
    }

    /// @inheritdoc IWorkRegistry
    function register(
        Registration calldata registration,
        Shares[] calldata sourceShares
    ) external returns (uint256 workId) {
        return _register(msg.sender, registration, sourceShares);
    }

    /// @inheritdoc IWorkRegistry
    function registerFor(
        address creator,
        Registration calldata registration,
        Shares[] calldata sourceShares,
        uint256 deadline,
        bytes calldata signature
    ) external returns (uint256 workId) {
        workId = workIdOf(creator, registration.contentHash);
        // The signature of a registration that was relayed before is spent, and relaying it again harms nobody.
        if (_works[workId].creator != address(0)) {
            return _register(creator, registration, sourceShares);
        }
        require(block.timestamp <= deadline, SignatureExpired(deadline, block.timestamp));
        bytes32 structHash = Messages.hashRegistration(creator, registration, nonces(creator), deadline);
        require(
            SignatureChecker.isValidSignatureNowCalldata(creator, _hashTypedDataV4(structHash), signature),
            SignatureInvalid(creator)
        );

        _useNonce(creator);
        _register(creator, registration, sourceShares);

        emit CreatorAttribution(structHash, "Lianpu", "1", creator, signature);
    }

    /// @inheritdoc IWorkRegistry
    function amendMetadata(uint256 workId, bytes32 metadataHash, uint8 aiSummary) external {
        Work storage work = _requireCreator(workId);
        require(metadataHash != 0, WorkHashMissing());
        require(work.flags & WORK_FROZEN == 0, WorkMetadataFrozen(workId));

        if (_firstMetadata[workId] == 0) {
            _firstMetadata[workId] = _hashMetadata(_metadataHashes[workId], work.aiSummary);
        }
        work.aiSummary = aiSummary;
        _metadataHashes[workId] = metadataHash;

        emit MetadataAmended(workId, metadataHash, aiSummary);
        emit MetadataUpdate(workId);
    }

    /// @inheritdoc IWorkRegistry
    function freezeMetadata(uint256 workId) external {
        Work storage work = _requireCreator(workId);

        work.flags |= WORK_FROZEN;

        emit MetadataFrozen(workId);
    }

    /// @inheritdoc IWorkRegistry
    function proposeCreator(uint256 workId, address successor) external {
        Work storage work = _requireCreator(workId);

        _successors[workId] = successor;

        emit CreatorProposed(workId, work.creator, successor);
    }

    /// @inheritdoc IWorkRegistry
    function acceptCreator(uint256 workId) external {
        address successor = _successors[workId];
        require(
            successor == msg.sender && successor != address(0),
            WorkNotSuccessor(workId, successor, msg.sender)
        );

        address creator = _works[workId].creator;
        if (_sharesHashes[workId] == 0) _fixSoleCreator(workId, creator);
        _works[workId].creator = successor;
        delete _successors[workId];

        emit CreatorSucceeded(workId, creator, successor);
    }

    /// @inheritdoc IWorkRegistry
    function accreditCustodian(address custodian, bool accredited) external restricted {
        _custodians[custodian] = accredited;

        emit CustodianAccredited(custodian, accredited);
    }

    /// @inheritdoc IWorkRegistry
    function setBaseURI(string calldata baseURI) external restricted {
        _base = baseURI;

        emit BaseURIChanged(baseURI);
        emit BatchMetadataUpdate(0, type(uint256).max);
    }

    /// @inheritdoc IWorkRegistry
    function workIdOf(address creator, bytes32 contentHash) public pure returns (uint256 workId) {
        return uint256(keccak256(abi.encode(creator, contentHash)));
    }

    /// @inheritdoc IWorkRegistry
    function workOf(uint256 workId) public view returns (Work memory work) {
        work = _works[workId];
        require(work.creator != address(0), WorkUnknown(workId));
    }

    /// @inheritdoc IWorkRegistry
    function metadataHashOf(uint256 workId) external view returns (bytes32 metadataHash) {
        _requireRegistered(workId);
        return _metadataHashes[workId];
    }

    /// @inheritdoc IWorkRegistry
    function sharesHashOf(uint256 workId) external view returns (bytes32 sharesHash) {
        _requireRegistered(workId);
        return _sharesHashes[workId];
    }

    /// @inheritdoc IWorkRegistry
    function checkShares(uint256 workId, Shares calldata shares) public view returns (address soleCreator) {
        address creator = _requireRegistered(workId);
        bytes32 expected = _sharesHashes[workId];
        if (expected == 0) {
            bool empty = shares.sources.length + shares.inherited.length + shares.payees.length == 0;
            require(empty, SharesMismatch(workId, expected, keccak256(abi.encode(shares))));
            return creator;
        }
        bytes32 got = keccak256(abi.encode(shares));
        require(got == expected, SharesMismatch(workId, expected, got));
    }

    /// @inheritdoc IWorkRegistry
    function isSource(uint256 workId, uint256 sourceId, Shares calldata shares) external view returns (bool) {
        checkShares(workId, shares);
        for (uint256 i = 0; i < shares.sources.length; ++i) {
            if (shares.sources[i].workId == sourceId) return true;
        }
        return false;
    }

    /// @inheritdoc IWorkRegistry
    function isCustodian(address custodian) external view returns (bool) {
        return _custodians[custodian];
    }

    /// @inheritdoc IWorkRegistry
    function successorOf(uint256 workId) external view returns (address successor) {
        return _successors[workId];
    }

    /// @inheritdoc IERC2981
    /// @dev ERC-2981 signals a royalty; it does not make a marketplace pay it.
    function royaltyInfo(
        uint256 workId,
        uint256 salePrice
    ) external view returns (address receiver, uint256 amount) {
        uint16 resaleBps = workOf(workId).resaleBps;
        return (ROYALTIES.receiverOf(workId), Math.mulDiv(salePrice, resaleBps, WHOLE_BPS));
    }

    /// @notice Where the metadata is served from: the base and the hash of the newest version.
    function tokenURI(uint256 workId) public view override returns (string memory) {
        _requireRegistered(workId);
        return string.concat(_base, "metadata/", uint256(_metadataHashes[workId]).toHexString(32));
    }

    /// @notice Where the collection is described (ERC-7572).
    function contractURI() external view returns (string memory) {
        return string.concat(_base, "collection");
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return
            interfaceId == type(IERC2981).interfaceId ||
            interfaceId == bytes4(0x49064906) ||
            super.supportsInterface(interfaceId);
    }

    function _register(
        address creator,
        Registration calldata r,
        Shares[] calldata sourceShares
    ) private returns (uint256 workId) {
        workId = workIdOf(creator, r.contentHash);
        bool again = _works[workId].creator != address(0);
        _requireWellFormed(creator, r, again);
        Work memory work = Work({
            creator: creator,
            retained: r.retained,
            ceiling: ALL_USES.without(r.retained),
            holderUses: r.holderUses,
            resaleBps: r.resaleBps,
            kind: r.kind,
            moralRights: r.moralRights,
            aiSummary: r.aiSummary,
            flags: 0
        });
        Edge[] memory inherited = _derive(work, r.sources, sourceShares, again);
        bytes32 sharesHash = 0;
        Shares memory shares;
        if (r.sources.length + r.payees.length > 0) {
            shares = Shares({sources: r.sources, inherited: inherited, payees: _payees(creator, r)});
            sharesHash = keccak256(abi.encode(shares));
        }
        if (again) {
            require(_isSame(workId, creator, r, sharesHash), WorkAlreadyRegistered(workId));
            return workId;
        }
        require(work.ceiling.covers(r.holderUses), WorkHolderUsesAboveCeiling(r.holderUses, work.ceiling));

        _works[workId] = work;
        _metadataHashes[workId] = r.metadataHash;
        if (sharesHash != 0) _sharesHashes[workId] = sharesHash;

        emit WorkRegistered(workId, creator, r.contentHash, r.metadataHash, work);
        if (sharesHash != 0) emit SharesFixed(workId, shares);

        // Not the safe variant: a creator's own contract must not run in the middle of a registration.
        _mint(creator, workId);
    }

    /// @dev Takes from `work` what its sources do not let pass: the ceiling is the intersection.
    /// @param again Whether only the inherited edges are wanted: a licence that allowed the work once need not stand.
    function _derive(
        Work memory work,
        Source[] calldata sources,
        Shares[] calldata sourceShares,
        bool again
    ) private view returns (Edge[] memory inherited) {
        if (sources.length > 0) inherited = new Edge[](Lineage.MAX_EDGES);
        uint256 edges = 0;
        uint256 given = 0;
        for (uint256 i = 0; i < sources.length; ++i) {
            Source calldata source = sources[i];
            require(
                i == 0 || source.workId > sources[i - 1].workId,
                SharesSourcesNotAscending(source.workId)
            );
            Work memory parent = workOf(source.workId);
            (Uses passed, bool shareAlike) = again
                ? (ALL_USES, false)
                : _passedOn(work.creator, parent.creator, source);
            work.ceiling = work.ceiling & parent.ceiling & passed;
            if (shareAlike || parent.flags & WORK_SHARE_ALIKE != 0) work.flags |= WORK_SHARE_ALIKE;
            if (source.absolute) work.flags |= WORK_OWES_ABSOLUTE;
            if (parent.flags & WORK_OWES_ABSOLUTE != 0) {
                require(
                    given < sourceShares.length,
                    SharesMismatch(source.workId, _sharesHashes[source.workId], 0)
                );
                checkShares(source.workId, sourceShares[given]);
                edges = Lineage.inherit(inherited, edges, sourceShares[given++]);
                work.flags |= WORK_OWES_ABSOLUTE;
            }
        }
        assembly ("memory-safe") {
            // The array was made with room for all edges; give back what was not taken.
            if mload(inherited) {
                mstore(inherited, edges)
            }
        }
        Lineage.requireUpstream(sources, inherited);
    }

    /// @dev Creators need no licence for works of their own; everybody else does, and owes what it says.
    function _passedOn(
        address creator,
        address sourceCreator,
        Source calldata source
    ) private view returns (Uses passed, bool shareAlike) {
        if (source.termsId == 0) {
            require(creator == sourceCreator, SharesSourceNotLicensed(source.workId, creator));
            return (ALL_USES, false);
        }
        Licence memory licence = LICENCES.requireAdaptable(source.workId, source.termsId, creator);
        bool absolute = licence.flags & TERMS_ABSOLUTE_SHARE != 0;
        require(
            source.shareBps >= licence.revenueShareBps && source.absolute == absolute,
            SharesBelowLicence(
                source.workId,
                source.shareBps,
                source.absolute,
                licence.revenueShareBps,
                absolute
            )
        );
        return (licence.passOn, licence.flags & TERMS_SHARE_ALIKE != 0);
    }

    /// @dev Only what the creator stated is compared, as it was at registration: licences end, the role passes on
    /// and metadata is amended, and the words are still the same.
    function _isSame(
        uint256 workId,
        address creator,
        Registration calldata r,
        bytes32 sharesHash
    ) private view returns (bool) {
        Work memory work = _works[workId];
        bytes32 metadata = _firstMetadata[workId];
        if (metadata == 0) metadata = _hashMetadata(_metadataHashes[workId], work.aiSummary);
        bytes32 fixedHash = _sharesHashes[workId];
        if (sharesHash == 0 && fixedHash != 0) sharesHash = keccak256(abi.encode(_soleShares(creator)));
        return
            fixedHash == sharesHash &&
            metadata == _hashMetadata(r.metadataHash, r.aiSummary) &&
            work.kind == r.kind &&
            work.retained == r.retained &&
            work.holderUses == r.holderUses &&
            work.moralRights == r.moralRights &&
            work.resaleBps == r.resaleBps;
    }

    /// @param again Whether the work is registered: a custodian that was dismissed since may say so again.
    function _requireWellFormed(address creator, Registration calldata r, bool again) private view {
        require(r.contentHash != 0 && r.metadataHash != 0, WorkHashMissing());
        require(ALL_USES.covers(r.retained | r.holderUses), WorkUsesUnknown(r.retained | r.holderUses));
        require(r.moralRights < 8, WorkMoralRightsUnknown(r.moralRights));
        require(r.resaleBps < WHOLE_BPS, WorkResaleShareTooHigh(r.resaleBps));
        require(
            r.sources.length <= Lineage.MAX_SOURCES,
            SharesTooMany(r.sources.length, Lineage.MAX_SOURCES)
        );
        if (r.kind == Kind.HeritageElement) {
            require(r.sources.length == 0, WorkSourcesDoNotFitKind(r.kind, r.sources.length));
            require(again || _custodians[creator], WorkCustodianNotAccredited(creator));
        } else if (r.kind == Kind.Derivative) {
            require(r.sources.length > 0, WorkSourcesDoNotFitKind(r.kind, 0));
        }
        if (r.payees.length > 0) Lineage.requirePayees(r.payees, address(ROYALTIES));
    }

    function _payees(address creator, Registration calldata r) private pure returns (Payee[] memory payees) {
        return r.payees.length > 0 ? r.payees : _soleShares(creator).payees;
    }

    function _soleShares(address creator) private pure returns (Shares memory shares) {
        shares.payees = new Payee[](1);
        shares.payees[0] = Payee({account: creator, shareBps: WHOLE_BPS});
    }

    function _hashMetadata(bytes32 metadataHash, uint8 aiSummary) private pure returns (bytes32) {
        return keccak256(abi.encode(metadataHash, aiSummary));
    }

    /// @dev Before the role passes on, the income is tied to who had it.
    function _fixSoleCreator(uint256 workId, address creator) private {
        Shares memory shares = _soleShares(creator);

        _sharesHashes[workId] = keccak256(abi.encode(shares));

        emit SharesFixed(workId, shares);
    }

    function _requireRegistered(uint256 workId) private view returns (address creator) {
        creator = _works[workId].creator;
        require(creator != address(0), WorkUnknown(workId));
    }

    function _requireCreator(uint256 workId) private view returns (Work storage work) {
        address creator = _requireRegistered(workId);
        require(creator == msg.sender, WorkNotCreator(workId, creator, msg.sender));
        return _works[workId];
    }
}
