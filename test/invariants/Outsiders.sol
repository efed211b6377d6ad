// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IAccreditations} from "../../contracts/heritage/IAccreditations.sol";
import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {Breach, Terms} from "../../contracts/licence/Terms.sol";
import {IRoyaltyLedger, Settlement} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../contracts/work/IWorkToken.sol";
import {PackedWork} from "../../contracts/work/PackedWork.sol";
import {Shares} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../support/sol/Assert.sol";
import {Payers} from "./Payers.sol";

/// @title Holders of tokens, registrars, administrators, and strangers who call everything.
abstract contract Outsiders is Payers {
    function pass(uint256 seconds_) external acts {
        time += seconds_ % 4 == 0 ? bound(seconds_, 1, 16 days) : bound(seconds_, 1, 1 days);
    }

    /// @dev Law: a token moves by its regime, and the creator's role does not move with it.
    function trade(uint256 seed, uint256 to, uint256 by) external acts {
        if (nodes.length == 0) return;
        uint256 workId = _node(seed).workId;
        address owner = works.ownerOf(workId);
        PackedWork before = works.packedOf(workId);
        bool may = _may(workId, _person(to));
        (, uint16 moves, ) = works.regimeOf(workId);
        address caller = by % 4 == 0 ? _person(by / 4) : owner;
        bytes memory call = abi.encodeCall(IERC721.transferFrom, (owner, _person(to), workId));
        if (!_act(caller, address(works), call)) return;
        assertTrue(may && caller == owner, "a token moved that may not");
        assertEq(works.ownerOf(workId), _person(to));
        assertTrue(
            PackedWork.unwrap(works.packedOf(workId)) == PackedWork.unwrap(before),
            "the work changed"
        );
        (, uint16 after_, uint40 since) = works.regimeOf(workId);
        assertTrue(since == 0 || since == uint40(time), "not held since now");
        assertTrue(after_ == moves || after_ == moves + 1, "counted twice");
        _unforbidden(_indexOf(workId), 0, _person(to));
        _did("trade");
    }

    function attest(uint256 who, bool attested) external acts {
        if (
            _act(
                auditor,
                address(accreditations),
                abi.encodeCall(IAccreditations.attest, (_person(who), attested))
            )
        ) {
            _did("attest");
        }
    }

    /// @dev Law: what an administrator does moves no money and changes no shares, no creator and no retained use.
    function administer(uint256 who, uint8 roles, uint256 which) external acts {
        (bytes32 fixedBefore, bytes32 moneyBefore) = (_fixed(), _money());
        if (which % 3 == 0) {
            leaves.push(keccak256(abi.encode("a record of something else", which)));
            _anchor(leaves.length - 1);
        } else if (which % 3 == 1) {
            assertTrue(
                _act(
                    address(this),
                    address(works),
                    abi.encodeCall(IWorkToken.setBaseURI, ("https://x.example/"))
                ),
                "an administrator was refused"
            );
        } else {
            // The two that keep the rest going lose a role now and then, not for good.
            if (_person(who) == academy || _person(who) == auditor) roles |= who % 4 == 0 ? 0 : 7;
            accreditations.accredit(_person(who), roles % 8);
        }
        assertEq(_fixed(), fixedBefore);
        assertEq(_money(), moneyBefore);
        _did("administer");
    }

    /// @dev Law: a stranger gets nothing done that is for a creator, a licensee, a payee or an administrator.
    function intrude(uint256 which, uint256 seed, uint256 person, bytes32 word) external acts {
        if (nodes.length == 0 || deals.length == 0) return;
        bytes32 before = _fixed();
        (address target, bytes memory call) = _forOthers(which % 18, seed, _person(person), word);
        assertTrue(!_act(address(0xBAD), target, call), "a stranger did what is not for strangers");
        assertEq(_fixed(), before);
        _did("intrude");
    }

    /// @dev What anybody may, with any arguments: it may fail and must break no law.
    function meddle(uint256 which, uint256 seed, uint256 other, bytes32 word) external acts {
        if (nodes.length == 0) return;
        uint256 workId = seed % 9 == 0 ? uint256(word) : _node(seed).workId;
        address currency = other % 7 == 0 ? address(uint160(uint256(word))) : _currency(other);
        if (which % 3 == 0) {
            Settlement[] memory list = new Settlement[](2);
            // The shares of one work for another.
            list[0] = Settlement({workId: workId, shares: _sharesAt(other % nodes.length)});
            list[1] = list[0];
            _act(address(0xBAD), address(royalties), abi.encodeCall(IRoyaltyLedger.settle, (list, currency)));
        } else if (which % 3 == 1) {
            Shares memory shares = _sharesAt(other % nodes.length);
            _act(address(0xBAD), address(works), abi.encodeCall(IWorkRegistry.reviseEnd, (workId, shares)));
        } else {
            bytes memory call = abi.encodeCall(IRoyaltyLedger.pay, (workId, currency, other, word));
            assertTrue(!_act(address(0xBAD), address(royalties), call), "paid without money");
        }
        _did("meddle");
    }

    function _may(uint256 workId, address to) private view returns (bool) {
        try works.requireTransferable(workId, to) {
            return true;
        } catch {
            return false;
        }
    }

    function _forOthers(
        uint256 which,
        uint256 seed,
        address who,
        bytes32 word
    ) private view returns (address target, bytes memory) {
        uint256 workId = nodes[deals[seed % deals.length].node].workId;
        bytes32 termsId = deals[seed % deals.length].termsId;
        Terms memory terms = deals[seed % deals.length].terms;
        if (which < 9) {
            target = address(licences);
            if (which == 0) return (target, abi.encodeCall(ILicenceRegistry.offer, (workId, terms)));
            if (which == 1) return (target, abi.encodeCall(ILicenceRegistry.withdraw, (workId, termsId)));
            if (which == 2)
                return (target, abi.encodeCall(ILicenceRegistry.approve, (workId, termsId, who, true)));
            if (which == 3) {
                bytes memory call = abi.encodeCall(
                    ILicenceRegistry.recordBreach,
                    (workId, termsId, who, Breach.Unpaid, word)
                );
                return (target, call);
            }
            if (which == 4)
                return (target, abi.encodeCall(ILicenceRegistry.forgiveBreach, (workId, termsId, who)));
            if (which == 5) return (target, abi.encodeCall(ILicenceRegistry.revoke, (workId, termsId, who)));
            if (which == 6)
                return (target, abi.encodeCall(ILicenceRegistry.transfer, (workId, termsId, who, 1)));
            if (which == 7) {
                PackedWork work = works.packedOf(workId);
                address creator = work.creatorOf();
                return (target, abi.encodeCall(licences.offerRegistered, (creator, workId, work, terms)));
            }
            return (target, abi.encodeCall(licences.offerFor, (workId, terms, time, abi.encode(word, word))));
        }
        if (which < 13) {
            target = address(works);
            if (which == 9) return (target, abi.encodeCall(IWorkRegistry.amendMetadata, (workId, word, 1)));
            if (which == 10) return (target, abi.encodeCall(IWorkRegistry.proposeCreator, (workId, who)));
            if (which == 11) return (target, abi.encodeCall(IWorkRegistry.acceptCreator, (workId)));
            return (target, abi.encodeCall(IERC721.transferFrom, (works.ownerOf(workId), who, workId)));
        }
        if (which < 16) {
            target = address(royalties);
            if (which == 13) return (target, abi.encodeCall(IRoyaltyLedger.handOver, (who, address(0xBAD))));
            if (which == 14) return (target, abi.encodeCall(IRoyaltyLedger.acceptHandOver, (who)));
            return (target, abi.encodeCall(IRoyaltyLedger.collect, (who, workId, currencies[1], 1, word)));
        }
        if (which == 16) return (address(accreditations), abi.encodeCall(IAccreditations.accredit, (who, 7)));
        return (address(accreditations), abi.encodeCall(IAccreditations.attest, (who, true)));
    }
}
