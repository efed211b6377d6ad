// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IAccreditations} from "../heritage/IAccreditations.sol";
import {IRoyaltyLedger} from "../royalty/IRoyaltyLedger.sol";
import {Splits} from "../shared/Splits.sol";
import {IWorkToken} from "./IWorkToken.sol";
import {PackedWork} from "./PackedWork.sol";
import {Regime, WORK_RESTRICTED, WORK_SUCCEEDED, Work} from "./Work.sol";

/// @title A work's token and the rules of its trade.
abstract contract WorkToken is IWorkToken, ERC721, IERC2981, IERC4906, AccessManaged {
    using Strings for uint256;

    struct Trade {
        address registrar;
        uint32 minHolding;
        uint16 maxTransfers;
        uint16 transfers;
        uint32 heldSince;
    }

    IRoyaltyLedger public immutable ROYALTIES;
    IAccreditations public immutable ACCREDITATIONS;

    /* STORAGE */

    mapping(uint256 workId => PackedWork) internal _works;
    mapping(uint256 workId => bytes32) internal _metadataHashes;
    /// @dev The account that registered a work, if the creator's role has passed on since.
    mapping(uint256 workId => address) internal _registrants;
    mapping(uint256 workId => Trade) private _trades;
    string private _base;

    constructor(
        address authority,
        IRoyaltyLedger royalties,
        IAccreditations accreditations,
        string memory baseURI
    ) ERC721("Lianpu", "LIANPU") AccessManaged(authority) {
        ROYALTIES = royalties;
        ACCREDITATIONS = accreditations;
        _base = baseURI;
    }

    /// @inheritdoc IWorkToken
    function setBaseURI(string calldata baseURI) external restricted {
        _base = baseURI;

        emit BaseURIChanged(baseURI);
        emit BatchMetadataUpdate(0, type(uint256).max);
        emit ContractURIUpdated();
    }

    /// @inheritdoc IWorkToken
    function workOf(uint256 workId) external view returns (Work memory work) {
        return packedOf(workId).unpack();
    }

    /// @inheritdoc IWorkToken
    function packedOf(uint256 workId) public view returns (PackedWork work) {
        work = _works[workId];
        require(!work.isNone(), WorkUnknown(workId));
    }

    /// @inheritdoc IWorkToken
    function registrantOf(uint256 workId) public view returns (address registrant) {
        return _registrant(workId, packedOf(workId));
    }

    /// @inheritdoc IWorkToken
    function metadataHashOf(uint256 workId) external view returns (bytes32 metadataHash) {
        packedOf(workId);
        return _metadataHashes[workId];
    }

    /// @inheritdoc IWorkToken
    function regimeOf(
        uint256 workId
    ) external view returns (Regime memory regime, uint16 transfers, uint40 heldSince) {
        packedOf(workId);
        Trade memory trade = _trades[workId];
        regime = Regime({
            registrar: trade.registrar,
            minHolding: trade.minHolding,
            maxTransfers: trade.maxTransfers
        });
        return (regime, trade.transfers, _heldSince(trade));
    }

    /// @inheritdoc IWorkToken
    function requireTransferable(uint256 workId, address to) public view {
        if (!packedOf(workId).has(WORK_RESTRICTED)) return;
        Trade memory trade = _trades[workId];
        require(
            ACCREDITATIONS.isAttested(trade.registrar, to),
            RegimeHolderNotAttested(workId, trade.registrar, to)
        );
        uint256 until = uint256(_heldSince(trade)) + trade.minHolding;
        require(block.timestamp >= until, RegimeHoldingTooShort(workId, until));
        require(
            trade.maxTransfers == 0 || trade.transfers < trade.maxTransfers,
            RegimeTransfersExhausted(workId, trade.maxTransfers)
        );
    }

    /// @inheritdoc IERC2981
    /// @dev ERC-2981 signals a royalty; it does not force a marketplace to pay it.
    function royaltyInfo(
        uint256 workId,
        uint256 salePrice
    ) external view returns (address receiver, uint256 amount) {
        uint16 resaleBps = packedOf(workId).resaleBpsOf();
        return (ROYALTIES.receiverOf(workId), Splits.shareOf(salePrice, resaleBps));
    }

    /// @notice The address of the metadata: the base URI and the hash of the newest version.
    function tokenURI(uint256 workId) public view override returns (string memory) {
        packedOf(workId);
        return string.concat(_base, "metadata/", uint256(_metadataHashes[workId]).toHexString(32));
    }

    /// @inheritdoc IWorkToken
    function contractURI() external view returns (string memory uri) {
        return string.concat(_base, "collection");
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return
            interfaceId == type(IERC2981).interfaceId ||
            interfaceId == bytes4(0x49064906) ||
            super.supportsInterface(interfaceId);
    }

    /// @dev Gives a new work's token to its creator. No owner is stored: until the first transfer the owner follows
    /// from the work itself, which saves a storage slot (`ERC721._ownerOf` is meant to be overridden for this).
    /// Not the safe variant: a creator's own contract must not run in the middle of a registration.
    function _give(address creator, uint256 workId, Regime calldata regime) internal {
        if (regime.registrar != address(0)) {
            _trades[workId] = Trade({
                registrar: regime.registrar,
                minHolding: regime.minHolding,
                maxTransfers: regime.maxTransfers,
                transfers: 0,
                heldSince: uint32(block.timestamp)
            });
            emit RegimeFixed(workId, regime);
        }
        _increaseBalance(creator, 1);

        emit Transfer(address(0), creator, workId);
    }

    function _hasRegime(uint256 workId, Regime calldata regime) internal view returns (bool) {
        Trade memory trade = _trades[workId];
        return
            trade.registrar == regime.registrar &&
            trade.minHolding == regime.minHolding &&
            trade.maxTransfers == regime.maxTransfers;
    }

    function _registrant(uint256 workId, PackedWork work) internal view returns (address) {
        return work.has(WORK_SUCCEEDED) ? _registrants[workId] : work.creatorOf();
    }

    /// @dev Only the last 32 bits of the time are stored; they start over in 2106. The time that a holder has kept the
    /// token is exact up to 136 years.
    function _heldSince(Trade memory trade) private view returns (uint40) {
        if (trade.registrar == address(0)) return 0;
        unchecked {
            return uint40(block.timestamp - uint32(uint32(block.timestamp) - trade.heldSince));
        }
    }

    /// @dev A token that was never transferred belongs to its registrant; zero if there is no work.
    function _ownerOf(uint256 workId) internal view override returns (address owner) {
        owner = super._ownerOf(workId);
        return owner == address(0) ? _registrant(workId, _works[workId]) : owner;
    }

    /// @dev Every transfer passes here.
    function _update(address to, uint256 workId, address auth) internal override returns (address from) {
        requireTransferable(workId, to);
        if (_works[workId].has(WORK_RESTRICTED)) {
            Trade storage trade = _trades[workId];
            // Counted only if a cap bounds the count: a counter that overflows would lock the token.
            if (trade.maxTransfers != 0) ++trade.transfers;
            trade.heldSince = uint32(block.timestamp);
        }
        return super._update(to, workId, auth);
    }
}
