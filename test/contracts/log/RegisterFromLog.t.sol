// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CUSTODIAN} from "../../../contracts/heritage/Roles.sol";
import {TERMS_ABSOLUTE_SHARE, Terms} from "../../../contracts/licence/Terms.sol";
import {Logged} from "../../../contracts/log/Logged.sol";
import {ALL_USES, DISPLAY, PERFORM} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {
    Edge,
    Kind,
    Registration,
    Shares,
    Source,
    WORK_LABELLED,
    WORK_RESTRICTED,
    WORK_VOUCHED,
    Work
} from "../../../contracts/work/Work.sol";
import {Altered} from "../../support/sol/Altered.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Wallet} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {LogStage} from "../../support/sol/LogStage.sol";
import {Sign} from "../../support/sol/Sign.sol";
import {Vm, vm} from "../../support/sol/Vm.sol";

/// @title Works that were logged before and are minted by proof.
contract RegisterFromLogTest is Altered, LogStage {
    function setUp() public override(Altered, Fixture) {
        super.setUp();
    }

    function test_AStrangerMintsWhatTheCreatorSigned() public {
        Registration memory r = _mask("mask");
        (r.retained, r.holderUses, r.moralRights, r.aiSummary) = (PERFORM, DISPLAY, 3, 2);
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        uint256 workId = works.workIdOf(painter, r.contentHash);
        vm.expectEmit(address(works));
        emit IWorkRegistry.WorkVouched(workId, painter, entry.index, true);
        vm.prank(platform);
        assertEq(_mint(painter, r, entry), workId);

        Work memory work = works.workOf(workId);
        assertEq(work.creator, painter);
        assertEq(work.retained, PERFORM);
        assertEq(work.holderUses, DISPLAY);
        assertEq(work.ceiling, ALL_USES.without(PERFORM));
        assertEq(work.flags, 0);
        assertEq(works.ownerOf(workId), painter);
        assertEq(works.metadataHashOf(workId), r.metadataHash);
        assertEq(works.nonces(painter), 0);
    }

    /// @dev All that is stored of it is what its creator's own transaction would have stored, but who vouched.
    function test_AnOperatorVouchesForACreatorWhoHasSignedNothing() public {
        Registration memory r = _mask("mask");
        (r.retained, r.holderUses, r.moralRights, r.aiSummary) = (PERFORM, DISPLAY, 3, 2);
        Logged memory entry = _log(troupe, r, _vouched(address(this), 0));
        uint256 workId = works.workIdOf(troupe, r.contentHash);
        vm.expectEmit(address(works));
        emit IWorkRegistry.WorkVouched(workId, address(this), entry.index, false);
        vm.prank(auditor);
        _mint(troupe, r, entry);

        uint256 own = _register(academy, r);
        Work memory vouched = works.workOf(workId);
        assertEq(vouched.flags, WORK_VOUCHED);
        (vouched.flags, vouched.creator) = (0, academy);
        assertEq(keccak256(abi.encode(vouched)), keccak256(abi.encode(works.workOf(own))));
        assertEq(works.ownerOf(workId), troupe);
        assertEq(works.sharesHashOf(workId), bytes32(0));
    }

    /// @dev Its role and its entry suffice: it gives away nobody's money but its own.
    function test_AnOperatorIsTheCreatorAndNamesPayeesAndSources() public {
        Registration memory r = _full();
        manager.grantRole(0, painter, 0);
        Logged memory entry = _log(painter, r, _vouched(painter, 0));
        uint256 workId = _mint(painter, r, entry);
        assertTrue(works.workOf(workId).flags & WORK_VOUCHED != 0, "not shown");
        Shares memory shares = Shares({sources: r.sources, inherited: new Edge[](0), payees: r.payees});
        assertEq(works.sharesHashOf(workId), _hash(shares));
    }

    function test_AnOperatorSignsAWorkOfItsOwn() public {
        Registration memory r = _full();
        manager.grantRole(0, painter, 0);
        uint256 workId = _mint(painter, r, _log(painter, r, _spoken(r, 0)));
        assertEq(works.workOf(workId).flags & WORK_VOUCHED, 0);
    }

    function test_AContractWalletSigns() public {
        Wallet wallet = new Wallet();
        Registration memory r = _mask("mask");
        wallet.accept(Sign.digest(address(log), Sign.loggedRegistrationHash(address(wallet), r, 0)));
        Logged memory entry;
        (entry.author, entry.signature) = (address(wallet), "any");
        uint256 workId = _mint(address(wallet), r, _log(address(wallet), r, entry));
        assertEq(works.ownerOf(workId), address(wallet));
        assertEq(works.workOf(workId).flags, 0);
        // Some wallets know what they agreed to, and need no bytes for it.
        r = _mask("other");
        wallet.accept(Sign.digest(address(log), Sign.loggedRegistrationHash(address(wallet), r, 0)));
        entry.signature = "";
        workId = _mint(address(wallet), r, _log(address(wallet), r, entry));
        assertEq(works.workOf(workId).flags, 0);
    }

    function test_EveryEntryOfAGrowingLogIsMinted() public {
        Registration[] memory all = new Registration[](6);
        Logged[] memory entries = new Logged[](6);
        for (uint256 i = 0; i < 6; ++i) {
            all[i] = _mask(bytes32(i + 1));
            entries[i] = _log(painter, all[i], _spoken(all[i], 0));
        }
        for (uint256 i = 0; i < 6; ++i) {
            uint256 workId = _mint(painter, all[i], _proven(entries[i]));
            assertEq(works.ownerOf(workId), painter);
        }
    }

    /* AGAIN */

    function test_MintedAgainItChangesNothing_WhateverHappenedSince() public {
        Registration memory r = _full();
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        uint256 workId = _mint(painter, r, entry);
        vm.prank(painter);
        works.amendMetadata(workId, "second", 9);
        _passOn(painter, workId, studio);
        bytes32 before = _stateOf(workId);
        // A newer anchor, a proof of nothing and no proof at all are as good: nothing is proven any more.
        _log(painter, _mask("later"), _spoken(_mask("later"), 0));
        vm.recordLogs();
        assertEq(_mint(painter, r, entry), workId);
        entry.proof[0] = "nothing";
        assertEq(_mint(painter, r, entry), workId);
        Logged memory nothing;
        assertEq(_mint(painter, r, nothing), workId);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(_stateOf(workId), before);
    }

    function test_MintedAgainItChangesNothing_AfterTheOperatorWasDismissed() public {
        Registration memory r = _mask("mask");
        manager.grantRole(0, studio, 0);
        Logged memory entry = _log(troupe, r, _vouched(studio, 0));
        uint256 workId = _mint(troupe, r, entry);
        manager.revokeRole(0, studio);
        bytes32 before = _stateOf(workId);
        assertEq(_mint(troupe, r, entry), workId);
        assertEq(_stateOf(workId), before);
        assertEq(_register(troupe, r), workId);
        assertEq(_stateOf(workId), before);
    }

    function test_RevertWhen_OtherWordsAreMintedAgain() public {
        Registration memory r = _mask("mask");
        uint256 workId = _mint(painter, r, _log(painter, r, _spoken(r, 0)));
        r.resaleBps = 501;
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, workId));
        _mint(painter, r, entry);
    }

    function test_WhatTheCreatorRegisteredIsNotMintedAnew() public {
        Registration memory r = _mask("mask");
        Logged memory entry = _log(troupe, r, _vouched(address(this), 0));
        uint256 workId = _register(troupe, r);
        bytes32 before = _stateOf(workId);
        vm.recordLogs();
        assertEq(_mint(troupe, r, entry), workId);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(_stateOf(workId), before);
        assertEq(works.workOf(workId).flags, 0);
    }

    /// @dev Creators are never bound by what others logged: until it is minted, their own words come first.
    function test_ACreatorRegistersOtherWordsThanWereLogged() public {
        Registration memory r = _mask("mask");
        Logged memory entry = _log(troupe, r, _vouched(address(this), 0));
        Registration memory own = _mask("mask");
        (own.retained, own.payees) = (PERFORM, _payees(troupe, 5000, academy, 5000));
        uint256 workId = _register(troupe, own);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, workId));
        _mint(troupe, r, entry);
    }

    /* KINDS */

    function test_RestrictedTokensAreMintedRestricted() public {
        Registration memory r = _mask("mask");
        (r.regime.registrar, r.regime.minHolding, r.regime.maxTransfers) = (auditor, 60, 3);
        uint256 workId = _mint(troupe, r, _log(troupe, r, _vouched(address(this), 0)));
        assertEq(works.workOf(workId).flags, WORK_RESTRICTED | WORK_VOUCHED);
        accreditations.accredit(auditor, 0);
        // What is a rule of registering is a rule of minting.
        r = _mask("other");
        r.regime.registrar = auditor;
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkRegimeInvalid.selector, auditor, 0, 0));
        _mint(painter, r, entry);
    }

    function test_ACommunityLabelsItsHeritage() public {
        Registration memory r = _mask("mural");
        (r.kind, r.labels) = (Kind.HeritageElement, 1 << 16);
        uint256 workId = _mint(painter, r, _log(painter, r, _spoken(r, 0)));
        assertEq(works.labelsOf(workId), 1 << 16);
        assertEq(works.workOf(workId).flags, WORK_LABELLED);
    }

    function test_RevertWhen_TheCustodianIsDismissedWhenItIsMinted() public {
        Registration memory r = _mask("mural");
        r.kind = Kind.HeritageElement;
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        accreditations.accredit(painter, 0);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.WorkCustodianNotAccredited.selector, painter));
        _mint(painter, r, entry);
        accreditations.accredit(painter, CUSTODIAN);
        _mint(painter, r, entry);
    }

    function test_SharesComeDownToWhatIsMinted() public {
        Terms memory terms = _freeTerms();
        (terms.flags, terms.revenueShareBps) = (TERMS_ABSOLUTE_SHARE, 300);
        uint256 root = _register(academy, _mask("root"));
        bytes32 termsId = _license(academy, root, terms, studio);
        Source[] memory up = _source(root, termsId, 300, true);
        uint256 parent = _register(studio, _derivative("parent", up));
        terms.flags = 0;
        termsId = _license(studio, parent, terms, painter);
        Registration memory r = _derivative("child", _source(parent, termsId, 300, false));
        Logged memory entry = _log(painter, r, _spoken(r, 0));

        Shares[] memory lists = new Shares[](1);
        lists[0] = _shares(studio, up, new Edge[](0));
        uint256 workId = works.registerFromLog(painter, r, lists, entry, _noTerms());
        assertEq(works.sharesHashOf(workId), _hash(_shares(painter, r.sources, _edge(root, 300))));
        // The lists that prove the sources' shares are no part of the entry; they are right or refused.
        r = _derivative("second child", _source(parent, termsId, 300, false));
        entry = _log(painter, r, _spoken(r, 0));
        vm.expectRevert(
            abi.encodeWithSelector(
                IWorkRegistry.SharesMismatch.selector,
                parent,
                works.sharesHashOf(parent),
                bytes32(0)
            )
        );
        _mint(painter, r, entry);
    }
}
