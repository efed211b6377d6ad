// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../contracts/licence/Terms.sol";
import {IRoyaltyLedger, Settlement} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {DISPLAY} from "../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Payee, Registration, Shares} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";
import {assertRefused} from "../support/sol/refused.sol";

/// @title Shares and terms are hashed as they came: whoever lays them out in another way gets nothing by it.
contract RawCalldataTest is Fixture {
    uint256 private _root;
    uint256 private _child;

    function setUp() public override {
        super.setUp();
        _root = _register(troupe, _mask("root"));
        Registration memory r = _derivative("child", _source(_root, 0, 2000, false));
        r.payees = _payees(troupe, 6000, studio, 4000);
        _child = _register(troupe, r);
        royalties.pay{value: 10_000}(_child, NATIVE, 10_000, "ref");
    }

    /// @dev Every word of a settlement, one bit changed: nothing is settled, or it is settled right.
    function testFuzz_NoOtherBitSettlesOtherwise(uint256 word, uint8 bit) public {
        bytes memory data = _call();
        uint256 words = (data.length - 4) / 32;
        word = 4 + 32 * (word % words);
        assembly ("memory-safe") {
            let place := add(add(data, 32), word)
            mstore(place, xor(mload(place), shl(bit, 1)))
        }
        (bool ok, ) = address(royalties).call{gas: 5_000_000}(data);
        _nothingOrRight(ok);
    }

    /// @dev Any two words exchanged, as lists that overlap or point into each other would be.
    function testFuzz_NoTwoWordsExchangedSettleOtherwise(uint256 a, uint256 b) public {
        bytes memory data = _call();
        uint256 words = (data.length - 4) / 32;
        (a, b) = (4 + 32 * (a % words), 4 + 32 * (b % words));
        assembly ("memory-safe") {
            let first := add(add(data, 32), a)
            let second := add(add(data, 32), b)
            let kept := mload(first)
            mstore(first, mload(second))
            mstore(second, kept)
        }
        (bool ok, ) = address(royalties).call{gas: 5_000_000}(data);
        _nothingOrRight(ok);
    }

    /// @dev Any word replaced by any small number or by a huge one: lengths and offsets of all sorts.
    function testFuzz_NoOtherOffsetOrLengthSettlesOtherwise(uint256 word, uint256 value) public {
        bytes memory data = _call();
        uint256 words = (data.length - 4) / 32;
        word = 4 + 32 * (word % words);
        if (value % 3 > 0) value = value % 1024;
        if (value % 3 == 2) value = type(uint256).max - value;
        assembly ("memory-safe") {
            mstore(add(add(data, 32), word), value)
        }
        (bool ok, ) = address(royalties).call{gas: 5_000_000}(data);
        _nothingOrRight(ok);
    }

    /// @dev The bytes that are hashed are in place, and the lists that are read are the attacker's, further on.
    function test_RevertWhen_TheListsPointPastWhatIsHashed() public {
        Shares memory shares = _sharesOfChild();
        bytes memory honest = abi.encode(shares.sources, shares.inherited, shares.payees);
        Payee[] memory mine = _payees(address(0xBAD), 9999, address(0xBAD), 1);
        bytes memory fake = abi.encode(mine);
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory body = bytes.concat(honest, fake);
            // The list at place `i` is said to begin behind the honest bytes: at the fake one's length.
            uint256 offset = honest.length + 32;
            assembly ("memory-safe") {
                mstore(add(add(body, 32), mul(32, i)), offset)
            }
            bytes memory data = bytes.concat(
                abi.encodeWithSelector(IRoyaltyLedger.settle.selector, 64, NATIVE, 1, 32),
                abi.encode(_child, 64),
                body
            );
            (bool ok, ) = address(royalties).call{gas: 5_000_000}(data);
            assertTrue(!ok, "settled by other lists");
        }
        // The frame is right: with the honest bytes alone it settles.
        bytes memory good = bytes.concat(
            abi.encodeWithSelector(IRoyaltyLedger.settle.selector, 64, NATIVE, 1, 32),
            abi.encode(_child, 64),
            honest,
            fake
        );
        (bool settled, ) = address(royalties).call(good);
        assertTrue(settled, "the frame is wrong");
        _nothingOrRight(true);
    }

    function test_RevertWhen_TheSharesAreAnotherWorksOrCutOff() public {
        Settlement[] memory list = new Settlement[](1);
        list[0] = Settlement({workId: _root, shares: _sharesOfChild()});
        bytes4 mismatch = IWorkRegistry.SharesMismatch.selector;
        assertRefused(address(royalties), abi.encodeCall(IRoyaltyLedger.settle, (list, NATIVE)), mismatch);
        Shares memory empty;
        list[0] = Settlement({workId: _child, shares: empty});
        assertRefused(address(royalties), abi.encodeCall(IRoyaltyLedger.settle, (list, NATIVE)), mismatch);
        bytes memory data = _call();
        for (uint256 cut = 1; cut < 12; ++cut) {
            bytes memory shorter = _firstOf(data, data.length - 32 * cut);
            (bool ok, ) = address(royalties).call{gas: 5_000_000}(shorter);
            assertTrue(!ok, "settled by half");
        }
    }

    /// @dev What requires shares requires them everywhere: a revision and a proof of lineage, too.
    function test_RevertWhen_OtherSharesAreToProveALineage() public {
        Shares memory shares = _sharesOfChild();
        shares.sources[0].workId = 7;
        bytes4 mismatch = IWorkRegistry.SharesMismatch.selector;
        assertRefused(address(works), abi.encodeCall(IWorkRegistry.isSource, (_child, 7, shares)), mismatch);
        assertRefused(address(works), abi.encodeCall(IWorkRegistry.reviseEnd, (_child, shares)), mismatch);
        assertRefused(
            address(works),
            abi.encodeCall(IWorkRegistry.requireShares, (_child, shares)),
            mismatch
        );
    }

    /// @dev Terms with more in a word than its type holds have an id of their own, under which nothing is offered.
    function test_RevertWhen_AWordOfTheTermsIsDirty() public {
        Terms memory terms = _freeTerms();
        terms.uses = terms.passOn = DISPLAY;
        (terms.price, terms.duration) = (0, 60);
        bytes memory data = abi.encodeCall(ILicenceRegistry.offer, (_root, terms));
        // The highest bit of each of the nine words but the last, which is full.
        for (uint256 i = 0; i < 8; ++i) {
            bytes memory dirty = bytes.concat(data);
            assembly ("memory-safe") {
                let place := add(add(dirty, 68), mul(32, i))
                mstore(place, or(mload(place), shl(255, 1)))
            }
            vm.prank(troupe);
            (bool ok, ) = address(licences).call(dirty);
            assertTrue(!ok, "dirty terms were offered");
        }
        vm.prank(troupe);
        (bool clean, ) = address(licences).call(data);
        assertTrue(clean, "clean terms were not");
        bytes memory buy = abi.encodeCall(ILicenceRegistry.acquire, (_root, terms, studio, 1, 0));
        for (uint256 i = 0; i < 8; ++i) {
            bytes memory dirty = bytes.concat(buy);
            assembly ("memory-safe") {
                let place := add(add(dirty, 68), mul(32, i))
                mstore(place, or(mload(place), shl(255, 1)))
            }
            (bool ok, ) = address(licences).call(dirty);
            assertTrue(!ok, "dirty terms were sold");
        }
    }

    /// @dev Every word of a registration, one bit changed: another registration, or none, but never a broken one.
    function testFuzz_NoBitOfARegistrationBreaksTheWorkOfAnother(uint256 word, uint8 bit) public {
        Registration memory r = _derivative("again", _source(_root, 0, 2000, false));
        r.payees = _payees(troupe, 6000, studio, 4000);
        bytes memory data = abi.encodeCall(IWorkRegistry.register, (r, _none()));
        word = 4 + 32 * (word % ((data.length - 4) / 32));
        assembly ("memory-safe") {
            let place := add(add(data, 32), word)
            mstore(place, xor(mload(place), shl(bit, 1)))
        }
        bytes32 before = keccak256(abi.encode(works.workOf(_root), works.workOf(_child)));
        vm.prank(troupe);
        (bool ok, bytes memory answer) = address(works).call{gas: 5_000_000}(data);
        assertEq(keccak256(abi.encode(works.workOf(_root), works.workOf(_child))), before);
        if (!ok) return;
        uint256 workId = abi.decode(answer, (uint256));
        assertEq(works.workOf(workId).creator, troupe);
        // What was taken in can be paid out: its shares sum.
        assertTrue(works.sharesHashOf(workId) != 0, "without its source");
    }

    function _nothingOrRight(bool ok) private view {
        if (royalties.workCredit(_child, NATIVE) == 0) {
            assertTrue(ok, "settled and refused");
            assertEq(royalties.workCredit(_root, NATIVE), 2000);
            assertEq(royalties.payeeCredit(troupe, NATIVE), 4800);
            assertEq(royalties.payeeCredit(studio, NATIVE), 3200);
        } else {
            assertEq(royalties.workCredit(_child, NATIVE), 10_000);
            assertEq(royalties.workCredit(_root, NATIVE), 0);
            assertEq(royalties.payeeCredit(troupe, NATIVE) + royalties.payeeCredit(studio, NATIVE), 0);
        }
    }

    function _sharesOfChild() private view returns (Shares memory shares) {
        shares.sources = _source(_root, 0, 2000, false);
        shares.payees = _payees(troupe, 6000, studio, 4000);
    }

    function _call() private view returns (bytes memory) {
        Settlement[] memory list = new Settlement[](1);
        list[0] = Settlement({workId: _child, shares: _sharesOfChild()});
        return abi.encodeCall(IRoyaltyLedger.settle, (list, NATIVE));
    }

    function _firstOf(bytes memory all, uint256 length) private pure returns (bytes memory part) {
        part = bytes.concat(all);
        assembly ("memory-safe") {
            mstore(part, length)
        }
    }
}
