// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CUSTODIAN} from "../../../contracts/heritage/Roles.sol";
import {TERMS_ABSOLUTE_SHARE, TERMS_SHARE_ALIKE, Terms} from "../../../contracts/licence/Terms.sol";
import {ALL_USES, DISPLAY, PERFORM} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Edge, Kind, Payee, Registration, Shares, Source, WHOLE_BPS} from "../../../contracts/work/Work.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Sign} from "../../support/sol/Sign.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Registering the same again changes nothing, whatever happened since.
contract WorkRegistryAgainTest is Fixture {
    uint256 private _root;
    bytes32 private _termsId;

    function setUp() public override {
        super.setUp();
        _root = _register(academy, _mask("root"));
        Terms memory terms = _freeTerms();
        terms.passOn = ALL_USES.without(PERFORM);
        terms.revenueShareBps = 300;
        terms.duration = 10 days;
        terms.flags = TERMS_ABSOLUTE_SHARE | TERMS_SHARE_ALIKE;
        _termsId = _license(academy, _root, terms, troupe);
    }

    function test_TheSameAgainAfterTheTokenWasSold() public {
        uint256 workId = _register(troupe, _full());
        vm.prank(troupe);
        works.transferFrom(troupe, studio, workId);
        _changesNothing(troupe, _full());
    }

    function test_TheSameAgainAfterTheSourceLicenceEnded() public {
        _register(troupe, _full());
        vm.warp(block.timestamp + 10 days + 1);
        _changesNothing(troupe, _full());
    }

    function test_TheSameAgainAfterTheCustodianWasDismissed() public {
        Registration memory r = _mask("mural");
        r.kind = Kind.HeritageElement;
        _register(academy, r);
        accreditations.accredit(academy, 0);
        _changesNothing(academy, r);
    }

    function test_TheSameAgainAfterTheMetadataWasAmendedTwiceAndFrozen() public {
        uint256 workId = _register(troupe, _full());
        _amend(workId, "second", 9);
        _changesNothing(troupe, _full());
        _amend(workId, "third", 2);
        vm.prank(troupe);
        works.freezeMetadata(workId);
        _changesNothing(troupe, _full());
    }

    function test_TheSameAgainAfterTheMetadataWasAmendedBack() public {
        Registration memory r = _full();
        uint256 workId = _register(troupe, r);
        _amend(workId, "second", 9);
        _amend(workId, r.metadataHash, r.aiSummary);
        _changesNothing(troupe, r);
        r.metadataHash = "second";
        _isOther(workId, troupe, r);
    }

    function test_TheSameAgainAfterTheCreatorsRolePassedOn() public {
        _passOn(troupe, _register(troupe, _full()), studio);
        _passOn(troupe, _register(troupe, _mask("alone")), studio);
        _changesNothing(troupe, _full());
        _changesNothing(troupe, _mask("alone"));
    }

    function test_TheSameAgainAfterTheSourcesCreatorPassedItsRoleOn() public {
        Registration memory r = _derivative("dance", _source(_root, 0, 100, false));
        _register(academy, r);
        _passOn(academy, _root, studio);
        _changesNothing(academy, r);
    }

    function test_TheSameAgainWithInheritedSharesAfterTheLicenceEnded() public {
        Registration memory r = _full();
        uint256 child = _register(troupe, r);
        Shares memory shares = Shares({sources: r.sources, inherited: new Edge[](0), payees: r.payees});
        Terms memory terms = _freeTerms();
        (terms.uses, terms.passOn) = (ALL_USES.without(PERFORM), ALL_USES.without(PERFORM));
        (terms.duration, terms.flags) = (5 days, TERMS_SHARE_ALIKE);
        bytes32 termsId = _license(troupe, child, terms, studio);
        Registration memory next = _derivative("next", _source(child, termsId, 0, false));
        uint256 workId = _register(studio, next, shares);
        vm.warp(block.timestamp + 10 days + 1);
        bytes32 before = _stateOf(workId);
        assertEq(_register(studio, next, shares), workId);
        assertEq(_stateOf(workId), before);
    }

    function test_ASecondRelayAfterEverythingChanged() public {
        Registration memory r = _mask("mural");
        r.kind = Kind.HeritageElement;
        accreditations.accredit(painter, CUSTODIAN);
        uint256 deadline = block.timestamp;
        bytes32 structHash = Sign.registrationHash(painter, r, 0, deadline);
        bytes memory signature = Sign.sign(PAINTER_KEY, Sign.digest(address(works), structHash));
        uint256 workId = works.registerFor(painter, r, _none(), deadline, signature);
        accreditations.accredit(painter, 0);
        vm.prank(painter);
        works.amendMetadata(workId, "second", 9);
        _passOn(painter, workId, studio);
        vm.warp(deadline + 1);

        bytes32 before = _stateOf(workId);
        assertEq(works.registerFor(painter, r, _none(), deadline, signature), workId);
        assertEq(_stateOf(workId), before);
        assertEq(works.nonces(painter), 1);
    }

    function test_RevertWhen_AnyWordIsAnother() public {
        uint256 workId = _register(troupe, _full());
        _everyOtherWordFails(workId);
    }

    function test_RevertWhen_AnyWordIsAnother_AfterEverythingChanged() public {
        uint256 workId = _register(troupe, _full());
        _amend(workId, "second", 9);
        vm.prank(troupe);
        works.freezeMetadata(workId);
        _passOn(troupe, workId, studio);
        vm.warp(block.timestamp + 10 days + 1);
        _everyOtherWordFails(workId);
    }

    function test_RevertWhen_ASoleCreatorNamesPayeesAfterwards() public {
        Registration memory r = _mask("alone");
        uint256 workId = _register(troupe, r);
        r.payees = _payees(troupe, 9000, academy, 1000);
        _isOther(workId, troupe, r);
        _passOn(troupe, workId, studio);
        _isOther(workId, troupe, r);
        r.payees = _sole(studio);
        _isOther(workId, troupe, r);
    }

    function test_RevertWhen_PayeesAreLeftOutAfterwards() public {
        Registration memory r = _full();
        (r.kind, r.sources) = (Kind.OperaMask, new Source[](0));
        uint256 workId = _register(troupe, r);
        r.payees = new Payee[](0);
        _isOther(workId, troupe, r);
    }

    /// @dev A registration that uses every field.
    function _full() private view returns (Registration memory r) {
        r = _derivative("derivative", _source(_root, _termsId, 300, true));
        r.retained = PERFORM;
        r.holderUses = DISPLAY;
        r.moralRights = 3;
        r.aiSummary = 2;
        r.payees = _payees(troupe, 6000, academy, 4000);
    }

    function _sole(address account) private pure returns (Payee[] memory payees) {
        payees = new Payee[](1);
        payees[0] = Payee({account: account, shareBps: WHOLE_BPS});
    }

    function _amend(uint256 workId, bytes32 metadataHash, uint8 aiSummary) private {
        vm.prank(troupe);
        works.amendMetadata(workId, metadataHash, aiSummary);
    }

    function _changesNothing(address creator, Registration memory r) private {
        uint256 workId = works.workIdOf(creator, r.contentHash);
        bytes32 before = _stateOf(workId);
        vm.recordLogs();
        assertEq(_register(creator, r), workId);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(_stateOf(workId), before);
    }

    function _stateOf(uint256 workId) private view returns (bytes32) {
        bytes32 hashes = keccak256(abi.encode(works.metadataHashOf(workId), works.sharesHashOf(workId)));
        return keccak256(abi.encode(works.workOf(workId), works.ownerOf(workId), hashes));
    }

    function _everyOtherWordFails(uint256 workId) private {
        for (uint256 field = 0; field < 16; ++field) {
            Registration memory r = _full();
            if (field == 0) r.metadataHash = "other";
            if (field == 1) r.kind = Kind.OperaMask;
            if (field == 2) r.retained = DISPLAY;
            if (field == 3) r.holderUses = PERFORM;
            if (field == 4) r.moralRights = 1;
            if (field == 5) r.aiSummary = 3;
            if (field == 6) r.resaleBps = 501;
            if (field == 7) r.sources[0].shareBps = 301;
            if (field == 8) r.sources[0].termsId = 0;
            if (field == 9) r.sources[0].absolute = false;
            if (field == 10) r.payees[1].account = auditor;
            if (field == 11) r.payees = new Payee[](0);
            if (field == 12) r.labels = 1;
            if (field == 13) r.regime.registrar = academy;
            if (field == 14) r.regime.minHolding = 1;
            if (field == 15) r.regime.maxTransfers = 1;
            _isOther(workId, troupe, r);
        }
    }

    function _isOther(uint256 workId, address creator, Registration memory r) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, workId));
        _register(creator, r);
    }
}
