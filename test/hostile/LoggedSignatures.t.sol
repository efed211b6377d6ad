// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IProvenanceLog} from "../../contracts/log/IProvenanceLog.sol";
import {Logged} from "../../contracts/log/Logged.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Registration} from "../../contracts/work/Work.sol";
import {Altered} from "../support/sol/Altered.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {LogAt} from "../support/sol/Deployed.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {HostileWallet, ReentrantWallet, RekeyedWallet} from "../support/sol/HostileWallets.sol";
import {LogStage} from "../support/sol/LogStage.sol";
import {Sign} from "../support/sol/Sign.sol";
import {vm} from "../support/sol/Vm.sol";
import {setChainId} from "../support/sol/chainId.sol";
import {deploy} from "../support/sol/deploy.sol";

/// @title A logged registration is good for exactly what was logged and signed (S1), in exactly one form (S2), and a
/// wallet's word is what it says (S3).
contract LoggedSignaturesTest is Altered, LogStage {
    uint256 private constant WAYS = 11;
    uint256 private constant GIVEN = 3_000_000;

    function setUp() public override(Altered, Fixture) {
        super.setUp();
    }

    /// @dev What was logged, changed in one place after the other.
    function test_RevertWhen_AnySingleFieldIsNotTheLoggedOne() public {
        Logged memory entry = _log(painter, _full(), _spoken(_full(), 0));
        for (uint256 field = 0; field < FIELDS; ++field) {
            Registration memory r = _full();
            _change(r, field);
            _notProven(painter, r, entry);
        }
        _notProven(troupe, _full(), entry);
        _mint(painter, _full(), entry);
    }

    function test_RevertWhen_AnythingElseOfTheEntryIsNotTheLoggedOne() public {
        Registration memory r = _full();
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        entry.termsId = "terms";
        _notProven(painter, r, entry);
        (entry.termsId, entry.author) = (0, troupe);
        _notProven(painter, r, entry);
        entry.author = address(this);
        _notProven(painter, r, entry);
        entry.author = painter;
        for (uint64 index = 0; index < 6; ++index) {
            if (index == 1) continue;
            entry.index = index;
            _notProven(painter, r, entry);
        }
        bytes memory signature = entry.signature;
        (entry.index, entry.signature) = (1, "");
        _notProven(painter, r, entry);
        entry.signature = signature;
        _mint(painter, r, entry);
    }

    function testFuzz_NoOtherBytesAreTheLoggedSignature(bytes memory signature) public {
        Registration memory r = _full();
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        vm.assume(keccak256(signature) != keccak256(entry.signature));
        entry.signature = signature;
        _notProven(painter, r, entry);
    }

    function test_RevertWhen_TheProofIsAnother() public {
        Registration memory r = _full();
        _log(painter, _mask("before"), _spoken(_mask("before"), 0));
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        for (uint256 i = 0; i < entry.proof.length; ++i) {
            entry.proof[i] ^= bytes32(uint256(1));
            _notProven(painter, r, entry);
            entry.proof[i] ^= bytes32(uint256(1));
        }
        bytes32[] memory proof = entry.proof;
        entry.proof = new bytes32[](proof.length + 1);
        for (uint256 i = 0; i < proof.length; ++i) entry.proof[i] = proof[i];
        _notProven(painter, r, entry);
        entry.proof = new bytes32[](0);
        _notProven(painter, r, entry);
    }

    /// @dev The error says which anchor there is now, so whoever has a stale proof knows for which to make another.
    function test_RevertWhen_ThereIsANewerAnchor() public {
        Registration memory r = _full();
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        _log(troupe, _mask("later"), _vouched(address(this), 0));
        _notProven(painter, r, entry);
        assertEq(works.ownerOf(_mint(painter, r, _proven(entry))), painter);
    }

    function test_RevertWhen_NothingIsAnchored() public {
        Registration memory r = _full();
        _notProven(painter, r, _spoken(r, 0));
    }

    /// @dev An entry of another type or version about the same work says something else.
    function test_RevertWhen_TheLeafIsNoRegistration() public {
        Registration memory r = _full();
        Logged memory entry = _spoken(r, 0);
        bytes3[6] memory kinds = [bytes3(0x010002), 0x010005, 0x010000, 0x010101, 0x000001, 0x020001];
        for (uint256 i = 0; i < kinds.length; ++i) {
            _notProven(painter, r, _logLeaf(_leaf(kinds[i], painter, r, entry), entry));
        }
        bytes memory leaf = _leaf(0x010001, painter, r, entry);
        _notProven(painter, r, _logLeaf(bytes.concat(leaf, hex"00"), entry));
        _mint(painter, r, _logLeaf(leaf, entry));
    }

    /// @dev What is in the log is not yet said by who is named as its author: the signature has to be there, too.
    function test_RevertWhen_AnythingElseWasSigned() public {
        for (uint256 field = 0; field < FIELDS; ++field) {
            Registration memory r = _full();
            Logged memory entry = _spoken(r, 0);
            _change(r, field);
            _notSigned(painter, r, entry);
        }
        Registration memory full = _full();
        Logged memory other = _spoken(full, 0);
        other.termsId = "terms";
        _notSigned(painter, full, other);
        other = _spoken(full, "terms");
        other.termsId = 0;
        _notSigned(painter, full, other);
        other = _spoken(full, 0);
        other.author = troupe;
        _notSigned(troupe, _own(full), other);
    }

    function test_RevertWhen_ContractOrChainAreNotTheSignedOnes() public {
        Registration memory r = _full();
        bytes32 message = Sign.loggedRegistrationHash(painter, r, 0);
        LogAt other = LogAt(deploy("ProvenanceLog.sol", abi.encode(manager)));
        address[4] memory verifiers = [address(works), address(licences), address(other), address(0)];
        Logged memory entry = _spoken(r, 0);
        for (uint256 i = 0; i < verifiers.length; ++i) {
            entry.signature = Sign.sign(PAINTER_KEY, Sign.digest(verifiers[i], message));
            _notSigned(painter, r, entry);
        }
        entry = _log(painter, r, _spoken(r, 0));
        uint256 here = block.chainid;
        setChainId(here + 1);
        Logged memory there = _spoken(r, 0);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, painter));
        _mint(painter, r, entry);
        setChainId(here);
        _notSigned(painter, r, there);
        _mint(painter, r, _proven(entry));
    }

    /// @dev What is signed to be relayed is not signed to be logged, and the other way round.
    function test_RevertWhen_TheSignatureIsForARelay() public {
        Registration memory r = _full();
        Logged memory entry = _spoken(r, 0);
        bytes32 relayed = Sign.registrationHash(painter, r, 0, 1_800_000_060);
        entry.signature = Sign.sign(PAINTER_KEY, Sign.digest(address(log), relayed));
        _notSigned(painter, r, entry);
        bytes memory logged = Sign.sign(
            PAINTER_KEY,
            Sign.digest(address(works), Sign.loggedRegistrationHash(painter, r, 0))
        );
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, painter));
        works.registerFor(painter, r, _none(), 1_800_000_060, logged);
    }

    function test_RevertWhen_TheSignatureIsInAnyOtherForm() public {
        Registration memory r = _full();
        bytes32 message = Sign.loggedRegistrationHash(painter, r, 0);
        bytes[] memory forms = _formsOf(Sign.digest(address(log), message));
        Logged memory entry = _spoken(r, 0);
        for (uint256 i = 1; i < forms.length; ++i) {
            entry.signature = forms[i];
            _notSigned(painter, r, entry);
        }
        entry.signature = forms[0];
        _mint(painter, r, _log(painter, r, entry));
    }

    /// @dev Nobody has the key of address zero, which is what a failed recovery says.
    function test_RevertWhen_NobodySigned() public {
        Registration memory r = _own(_full());
        Logged memory entry;
        bytes[3] memory nothing = [
            new bytes(65),
            bytes.concat(bytes32("r"), bytes32("s"), hex"00"),
            bytes("")
        ];
        for (uint256 i = 0; i < 3; ++i) {
            entry.signature = nothing[i];
            _notSigned(address(0), r, entry);
        }
        (entry.author, entry.signature) = (painter, "");
        _notSigned(painter, _full(), entry);
    }

    function test_RevertWhen_AWalletAnswersAnythingButYes() public {
        for (uint256 way = 0; way < WAYS; ++way) {
            address wallet = address(new HostileWallet(HostileWallet.Way(way)));
            Registration memory r = _mask("mask");
            Logged memory entry;
            entry.author = wallet;
            entry = _log(wallet, r, entry);
            (bool ok, bytes memory answer) = address(works).call{gas: GIVEN}(_mintCall(wallet, r, entry));
            assertTrue(!ok, "a lie was believed");
            bytes memory reason = abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, wallet);
            assertEq(keccak256(answer), keccak256(reason));
        }
    }

    function test_RevertWhen_TheWalletWasRekeyedSince() public {
        RekeyedWallet wallet = new RekeyedWallet();
        Registration memory r = _mask("mask");
        Logged memory entry;
        entry.author = address(wallet);
        entry = _log(address(wallet), r, entry);
        bytes32 digest = Sign.digest(address(log), Sign.loggedRegistrationHash(address(wallet), r, 0));
        wallet.accept("another key");
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, address(wallet)));
        _mint(address(wallet), r, entry);
        wallet.accept(digest);
        uint256 workId = _mint(address(wallet), r, entry);
        // What was minted stays.
        wallet.accept("another key");
        assertEq(_mint(address(wallet), r, entry), workId);
    }

    /// @dev While a wallet is asked, nothing can be changed: the log is asked by a static call.
    function test_AWalletDoesNothingWhileItIsAsked() public {
        ReentrantWallet wallet = new ReentrantWallet();
        uint256 own = _register(address(wallet), _mask("own"));
        Registration memory r = _mask("mask");
        Logged memory entry;
        entry.author = address(wallet);
        entry = _log(address(wallet), r, entry);
        wallet.plan(address(works), abi.encodeCall(IWorkRegistry.register, (_mask("within"), _none())));
        wallet.plan(address(works), abi.encodeCall(IWorkRegistry.register, (r, _none())));
        wallet.plan(address(works), abi.encodeCall(IWorkRegistry.freezeMetadata, (own)));
        wallet.plan(address(works), _mintCall(address(wallet), r, entry));
        _mint(address(wallet), r, entry);
        assertEq(works.balanceOf(address(wallet)), 2);
        assertEq(works.workOf(own).flags, 0);
    }

    /// @dev As another creator would register it: of the painter's own sources only the painter needs no licence.
    function _own(Registration memory full) private pure returns (Registration memory r) {
        r = _mask(full.contentHash);
    }

    function _notProven(address creator, Registration memory r, Logged memory entry) private {
        (uint64 size, bytes32 root) = log.anchored();
        uint256 workId = works.workIdOf(creator, r.contentHash);
        vm.expectRevert(
            abi.encodeWithSelector(IProvenanceLog.LogEntryNotProven.selector, workId, entry.index, size, root)
        );
        _mint(creator, r, entry);
    }

    /// @dev It is in the log as it is, and it was not signed.
    function _notSigned(address creator, Registration memory r, Logged memory entry) private {
        entry = _log(creator, r, entry);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, creator));
        _mint(creator, r, entry);
    }
}
