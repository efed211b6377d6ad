// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Logged} from "../../contracts/log/Logged.sol";
import {ALL_USES, Uses} from "../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Edge, Registration, Shares, Source, WORK_VOUCHED, Work} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Creators} from "./Creators.sol";

/// @title Creators and an operator who log works, and strangers who mint them.
abstract contract Loggers is Creators {
    struct Record {
        address creator;
        Registration registration;
        Logged entry;
    }

    bytes[] private _records;

    /// @dev The painter signs what it logs, with payees; for the others the operator speaks.
    function record(uint256 who, uint16 retained, bool vouch) external acts {
        if (_records.length >= MOST_WORKS) return;
        Record memory one;
        one.creator = vouch ? _person(who) : painter;
        one.registration = _mask(keccak256(abi.encode("logged", _records.length)));
        one.registration.retained = Uses.wrap(retained) & ALL_USES;
        if (!vouch) one.registration.payees = _payeesFrom(retained);
        one.entry = vouch ? _vouched(address(this), 0) : _spoken(one.registration, 0);
        one.entry = _log(one.creator, one.registration, one.entry);
        _records.push(abi.encode(one));
        _did("record");
    }

    /// @dev Law: what a stranger mints is what was logged, once, for who is named as its creator; and what is
    /// registered already is left as it is.
    function mint(uint256 seed, uint256 wrong) external acts {
        if (_records.length == 0 || nodes.length >= MOST_WORKS) return;
        Record memory one = abi.decode(_records[seed % _records.length], (Record));
        uint256 workId = works.workIdOf(one.creator, one.registration.contentHash);
        bool known = _isKnown(workId);
        if (wrong % 7 == 1) ++one.registration.resaleBps;
        if (wrong % 7 == 2) one.entry.author = address(0xBAD);
        if (wrong % 7 == 3) one.registration.payees = _payees(address(0xBAD), 9999, painter, 1);
        bytes32 before = _fixed();
        one.entry = _proven(one.entry);
        if (wrong % 7 == 4) one.entry.proof[0] ^= bytes32(uint256(1));
        bytes memory call = _mintCall(one.creator, one.registration, one.entry);
        bool ok = _act(address(0xBAD), address(works), call);
        // Of what is registered nothing is asked but whether the words are the same.
        bool same = wrong % 7 == 0 || wrong % 7 > 4 || (known && wrong % 7 != 1 && wrong % 7 != 3);
        assertTrue(ok == same, "what was logged was refused, or something else minted");
        assertEq(_fixed(), before);
        if (!ok || known) return;
        Work memory work = works.workOf(workId);
        bool vouched = work.flags & WORK_VOUCHED != 0;
        assertEq(work.creator, one.creator);
        assertEq(work.retained, one.registration.retained);
        assertTrue(vouched == (one.entry.signature.length == 0), "not shown who vouched");
        _did("mint");
        bytes memory shares = "";
        if (one.registration.payees.length > 0) {
            shares = abi.encode(new Source[](0), new Edge[](0), one.registration.payees);
        }
        _note(one.creator, one.registration, _none(), ALL_USES, shares);
    }

    /// @dev A creator does not wait for anybody to mint what was logged of its own.
    function outrun(uint256 seed) external acts {
        if (_records.length == 0 || nodes.length >= MOST_WORKS) return;
        Record memory one = abi.decode(_records[seed % _records.length], (Record));
        if (one.registration.payees.length > 0) return;
        uint256 workId = works.workIdOf(one.creator, one.registration.contentHash);
        bool known = _isKnown(workId);
        bytes memory call = abi.encodeCall(IWorkRegistry.register, (one.registration, new Shares[](0)));
        assertTrue(_act(one.creator, address(works), call), "the creator was refused");
        if (known) return;
        assertEq(works.workOf(workId).flags, 0);
        _note(one.creator, one.registration, _none(), ALL_USES, "");
    }

    function _isKnown(uint256 workId) private view returns (bool) {
        try works.packedOf(workId) {
            return true;
        } catch {
            return false;
        }
    }
}
