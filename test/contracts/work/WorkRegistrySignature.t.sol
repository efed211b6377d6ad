// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TK_SEASONAL} from "../../../contracts/heritage/Labels.sol";
import {COMMUNITY, REGISTRAR} from "../../../contracts/heritage/Roles.sol";
import {DISPLAY, PERFORM} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Kind, Regime, Registration, Source} from "../../../contracts/work/Work.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {Wallet} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Sign} from "../../support/sol/Sign.sol";
import {vm} from "../../support/sol/Vm.sol";

contract WorkRegistrySignatureTest is Fixture {
    uint256 private constant DEADLINE = 1_800_000_060;

    function test_AnybodyRelaysWhatTheCreatorSigned() public {
        Registration memory r = _full();
        bytes32 structHash = Sign.registrationHash(painter, r, 0, DEADLINE);
        bytes memory signature = Sign.sign(PAINTER_KEY, Sign.digest(address(works), structHash));
        vm.expectEmit(address(works));
        emit IWorkRegistry.CreatorAttribution(structHash, "Lianpu", "1", painter, signature);
        vm.prank(platform);
        uint256 workId = works.registerFor(painter, r, _none(), DEADLINE, signature);

        assertEq(works.ownerOf(workId), painter);
        assertEq(works.workOf(workId).creator, painter);
        assertEq(works.nonces(painter), 1);
    }

    function test_ASecondRelayChangesNothing() public {
        Registration memory r = _full();
        bytes memory signature = _sign(r, 0, DEADLINE);
        uint256 workId = works.registerFor(painter, r, _none(), DEADLINE, signature);
        vm.warp(DEADLINE + 1);
        assertEq(works.registerFor(painter, r, _none(), DEADLINE, signature), workId);
        assertEq(works.nonces(painter), 1);
    }

    function test_ACommunitySignsItsConditionsAndTheRegime() public {
        accreditations.accredit(painter, COMMUNITY);
        accreditations.accredit(auditor, REGISTRAR);
        Registration memory r = _mask("mural");
        (r.kind, r.labels) = (Kind.HeritageElement, TK_SEASONAL);
        r.regime = Regime({registrar: auditor, minHolding: 30 days, maxTransfers: 5});
        bytes memory signature = _sign(r, 0, DEADLINE);
        uint256 workId = works.registerFor(painter, r, _none(), DEADLINE, signature);
        assertEq(works.labelsOf(workId), TK_SEASONAL);
        (Regime memory regime, , ) = works.regimeOf(workId);
        assertEq(keccak256(abi.encode(regime)), keccak256(abi.encode(r.regime)));
    }

    function test_RevertWhen_ASpentSignatureCarriesOtherWords() public {
        Registration memory r = _full();
        bytes memory signature = _sign(r, 0, DEADLINE);
        uint256 workId = works.registerFor(painter, r, _none(), DEADLINE, signature);
        r.aiSummary = 9;
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, workId));
        works.registerFor(painter, r, _none(), DEADLINE, signature);
    }

    function test_RevertWhen_AnyFieldIsNotTheSignedOne() public {
        bytes memory signature = _sign(_full(), 0, DEADLINE);
        for (uint256 field = 0; field < 14; ++field) {
            Registration memory r = _full();
            if (field == 0) r.contentHash = "other";
            if (field == 1) r.metadataHash = "other";
            if (field == 2) r.kind = Kind.OperaMask;
            if (field == 3) r.retained = DISPLAY;
            if (field == 4) r.holderUses = PERFORM;
            if (field == 5) r.moralRights = 1;
            if (field == 6) r.aiSummary = 9;
            if (field == 7) r.resaleBps = 501;
            if (field == 8) r.sources[0].shareBps = 101;
            if (field == 9) r.payees[0].account = auditor;
            if (field == 10) r.labels = 1;
            if (field == 11) r.regime.registrar = academy;
            if (field == 12) r.regime.minHolding = 1;
            if (field == 13) r.regime.maxTransfers = 1;
            _invalid(painter);
            works.registerFor(painter, r, _none(), DEADLINE, signature);
        }
    }

    function test_RevertWhen_CreatorNonceOrDeadlineAreNotTheSignedOnes() public {
        Registration memory r = _mask("mask");
        bytes memory signature = _sign(r, 0, DEADLINE);
        _invalid(troupe);
        works.registerFor(troupe, r, _none(), DEADLINE, signature);
        _invalid(painter);
        works.registerFor(painter, r, _none(), DEADLINE + 1, signature);
        signature = _sign(r, 1, DEADLINE);
        _invalid(painter);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
    }

    function test_RevertWhen_ItWasSignedForAnotherContract() public {
        Registration memory r = _mask("mask");
        bytes32 structHash = Sign.registrationHash(painter, r, 0, DEADLINE);
        bytes memory signature = Sign.sign(PAINTER_KEY, Sign.digest(address(licences), structHash));
        _invalid(painter);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
    }

    function test_RevertWhen_TheSignatureExpired() public {
        Registration memory r = _mask("mask");
        bytes memory signature = _sign(r, 0, DEADLINE);
        vm.warp(DEADLINE + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.SignatureExpired.selector, DEADLINE, DEADLINE + 1)
        );
        works.registerFor(painter, r, _none(), DEADLINE, signature);
        vm.warp(DEADLINE);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
    }

    function test_AContractWalletSignsByErc1271() public {
        Wallet wallet = new Wallet();
        Registration memory r = _mask("mask");
        bytes32 structHash = Sign.registrationHash(address(wallet), r, 0, DEADLINE);
        wallet.accept(Sign.digest(address(works), structHash));
        uint256 workId = works.registerFor(address(wallet), r, _none(), DEADLINE, "");
        assertEq(works.ownerOf(workId), address(wallet));
    }

    function test_RevertWhen_TheContractWalletRefuses() public {
        address wallet = address(new Wallet());
        Registration memory r = _mask("mask");
        _invalid(wallet);
        works.registerFor(wallet, r, _none(), DEADLINE, "");
    }

    /// @dev A registration that uses every field.
    function _full() private returns (Registration memory r) {
        accreditations.accredit(auditor, REGISTRAR);
        uint256 root = _register(painter, _mask("root"));
        r = _derivative("derivative", _source(root, 0, 100, true));
        r.retained = PERFORM;
        r.holderUses = DISPLAY;
        r.moralRights = 3;
        r.aiSummary = 2;
        r.payees = _payees(painter, 6000, troupe, 4000);
        r.regime = Regime({registrar: auditor, minHolding: 30 days, maxTransfers: 5});
    }

    function _sign(
        Registration memory r,
        uint256 nonce,
        uint256 deadline
    ) private view returns (bytes memory) {
        bytes32 structHash = Sign.registrationHash(painter, r, nonce, deadline);
        return Sign.sign(PAINTER_KEY, Sign.digest(address(works), structHash));
    }

    function _invalid(address signer) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, signer));
    }
}
