// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {IRoyaltyLedger} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Registration} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {HostileWallet, ReentrantWallet, RekeyedWallet} from "../support/sol/HostileWallets.sol";
import {Sign} from "../support/sol/Sign.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title Contract wallets (ERC-1271) that lie, burn gas, answer too much or too little, or act while they are asked.
contract WalletsTest is Fixture {
    uint256 private constant WAYS = 11;
    uint256 private constant DEADLINE = 1_800_000_060;
    /// @dev What a relay may be made to cost is what the relayer gives it.
    uint256 private constant GIVEN = 3_000_000;

    function test_RevertWhen_AWalletAnswersAnythingButYes() public {
        for (uint256 way = 0; way < WAYS; ++way) {
            address wallet = address(new HostileWallet(HostileWallet.Way(way)));
            bytes memory call = abi.encodeCall(
                IWorkRegistry.registerFor,
                (wallet, _mask("mask"), _none(), DEADLINE, "")
            );
            (bool ok, bytes memory answer) = address(works).call{gas: GIVEN}(call);
            assertTrue(!ok, "a lie was believed");
            bytes memory reason = abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, wallet);
            assertEq(keccak256(answer), keccak256(reason));
            assertEq(works.nonces(wallet), 0);
        }
    }

    /// @dev A work that such a wallet registered itself is offered by nobody else.
    function test_RevertWhen_AnOfferIsAnsweredByAnythingButYes() public {
        for (uint256 way = 0; way < WAYS; ++way) {
            address wallet = address(new HostileWallet(HostileWallet.Way(way)));
            uint256 workId = _register(wallet, _mask("mask"));
            bytes memory call = abi.encodeCall(
                ILicenceRegistry.offerFor,
                (workId, _freeTerms(), DEADLINE, "")
            );
            (bool ok, bytes memory answer) = address(licences).call{gas: GIVEN}(call);
            assertTrue(!ok, "a lie was believed");
            bytes memory reason = abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, wallet);
            assertEq(keccak256(answer), keccak256(reason));
        }
    }

    /// @dev What a wallet agreed to with its old key is void when it has another; what it did stands.
    function test_RevertWhen_TheWalletWasRekeyedSince() public {
        RekeyedWallet wallet = new RekeyedWallet();
        Registration memory first = _mask("first");
        Registration memory second = _mask("second");
        wallet.accept(_digest(address(wallet), first, 0));
        uint256 workId = works.registerFor(address(wallet), first, _none(), DEADLINE, "");
        wallet.accept(_digest(address(wallet), second, 1));
        wallet.accept("another key");
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, address(wallet)));
        works.registerFor(address(wallet), second, _none(), DEADLINE, "");
        // Relaying the first again needs no signature and changes nothing.
        assertEq(works.registerFor(address(wallet), first, _none(), DEADLINE, ""), workId);
        assertEq(works.ownerOf(workId), address(wallet));
    }

    /// @dev An account that got code answers for itself: its key's signature counts no longer.
    function test_RevertWhen_AKeySignsForAnAccountWithCode() public {
        Registration memory r = _mask("mask");
        RekeyedWallet wallet = new RekeyedWallet();
        bytes memory signature = Sign.sign(PAINTER_KEY, _digest(address(wallet), r, 0));
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, address(wallet)));
        works.registerFor(address(wallet), r, _none(), DEADLINE, signature);
    }

    /// @dev While a wallet is asked, nothing can be changed: it is asked by a static call.
    function test_AWalletDoesNothingWhileItIsAsked() public {
        ReentrantWallet wallet = new ReentrantWallet();
        uint256 workId = _register(address(wallet), _mask("own"));
        royalties.pay(workId, address(yuan), 10, "ref");
        wallet.plan(address(works), abi.encodeCall(IWorkRegistry.register, (_mask("within"), _none())));
        wallet.plan(address(works), abi.encodeCall(IWorkRegistry.proposeCreator, (workId, studio)));
        wallet.plan(address(works), abi.encodeCall(IWorkRegistry.freezeMetadata, (workId)));
        wallet.plan(
            address(works),
            abi.encodeCall(IWorkRegistry.registerFor, (address(wallet), _mask("x"), _none(), DEADLINE, ""))
        );
        wallet.plan(address(licences), abi.encodeCall(ILicenceRegistry.offer, (workId, _freeTerms())));
        wallet.plan(address(royalties), abi.encodeCall(IRoyaltyLedger.sweep, (workId, address(yuan))));
        wallet.plan(address(royalties), abi.encodeCall(IRoyaltyLedger.handOver, (address(wallet), studio)));

        works.registerFor(address(wallet), _mask("relayed"), _none(), DEADLINE, "");
        assertEq(works.nonces(address(wallet)), 1);
        assertEq(works.balanceOf(address(wallet)), 2);
        assertEq(works.successorOf(workId), address(0));
        assertEq(works.workOf(workId).flags, 0);
        (bool open, ) = licences.offerOf(workId, licences.termsIdOf(_freeTerms()));
        assertTrue(!open, "offered within");
        licences.offerFor(workId, _freeTerms(), DEADLINE, "");
        assertEq(licences.nonces(address(wallet)), 1);
        assertEq(works.balanceOf(address(wallet)), 2);
    }

    function _digest(address wallet, Registration memory r, uint256 nonce) private view returns (bytes32) {
        return Sign.digest(address(works), Sign.registrationHash(wallet, r, nonce, DEADLINE));
    }
}
