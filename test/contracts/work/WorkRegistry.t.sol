// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ADAPT, ALL_USES, DISPLAY, PERFORM, Uses} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Edge, Kind, Payee, Registration, Shares, Source, Work} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

contract WorkRegistryTest is Fixture {
    function test_AMaskIsATokenOfItsCreator() public {
        Registration memory r = _mask("mask");
        r.retained = PERFORM;
        r.holderUses = DISPLAY;
        r.moralRights = 7;
        r.aiSummary = 3;
        uint256 workId = uint256(keccak256(abi.encode(troupe, bytes32("mask"))));
        Work memory expected = Work({
            creator: troupe,
            retained: PERFORM,
            ceiling: ALL_USES.without(PERFORM),
            holderUses: DISPLAY,
            resaleBps: 500,
            kind: Kind.OperaMask,
            moralRights: 7,
            aiSummary: 3,
            until: type(uint40).max,
            flags: 0
        });

        vm.expectEmit(address(works));
        emit IWorkRegistry.WorkRegistered(workId, troupe, "mask", r.metadataHash, expected);
        assertEq(_register(troupe, r), workId);

        assertEq(works.ownerOf(workId), troupe);
        assertEq(works.workIdOf(troupe, "mask"), workId);
        assertEq(keccak256(abi.encode(works.workOf(workId))), keccak256(abi.encode(expected)));
        assertEq(works.metadataHashOf(workId), r.metadataHash);
        assertEq(works.sharesHashOf(workId), bytes32(0));
        Shares memory empty;
        works.requireShares(workId, empty);
        (, address soleCreator) = works.incomeOf(workId);
        assertEq(soleCreator, troupe);
    }

    function test_SharesAreEmittedInFullAndStoredAsOneHash() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 7000, academy, 3000);
        Shares memory shares;
        shares.payees = r.payees;
        uint256 workId = works.workIdOf(troupe, "mask");

        vm.expectEmit(address(works));
        emit IWorkRegistry.SharesFixed(workId, shares.sources, shares.inherited, shares.payees);
        _register(troupe, r);

        assertEq(works.sharesHashOf(workId), _hash(shares));
        works.requireShares(workId, shares);
        (bytes32 sharesHash, address soleCreator) = works.incomeOf(workId);
        assertEq(sharesHash, _hash(shares));
        assertEq(soleCreator, address(0));
    }

    function test_RegisteringTheSameAgainChangesNothing() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 7000, academy, 3000);
        uint256 workId = _register(troupe, r);
        vm.prank(troupe);
        works.transferFrom(troupe, studio, workId);
        assertEq(_register(troupe, r), workId);
        assertEq(works.ownerOf(workId), studio);
    }

    function test_TwoCreatorsMayClaimTheSameContent() public {
        uint256 first = _register(studio, _mask("mask"));
        uint256 second = _register(troupe, _mask("mask"));
        assertTrue(first != second, "the same id");
        assertEq(works.workOf(first).creator, studio);
        assertEq(works.workOf(second).creator, troupe);
    }

    function test_RevertWhen_TheSameContentIsRegisteredWithOtherWords() public {
        uint256 workId = _register(troupe, _mask("mask"));
        for (uint256 field = 0; field < 7; ++field) {
            Registration memory r = _mask("mask");
            if (field == 0) r.metadataHash = "other";
            if (field == 1) r.retained = PERFORM;
            if (field == 2) r.holderUses = DISPLAY;
            if (field == 3) r.moralRights = 1;
            if (field == 4) r.aiSummary = 1;
            if (field == 5) r.resaleBps = 1;
            if (field == 6) r.payees = _payees(troupe, 9000, academy, 1000);
            _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, workId));
        }
    }

    function test_RevertWhen_AHashIsMissing() public {
        _fails(troupe, _mask(0), abi.encodeWithSelector(IWorkRegistry.WorkHashMissing.selector));
        Registration memory r = _mask("mask");
        r.metadataHash = 0;
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.WorkHashMissing.selector));
    }

    function test_RevertWhen_AUseIsUnknown() public {
        Uses unknown = Uses.wrap(1 << 11);
        Registration memory r = _mask("mask");
        r.retained = unknown | ADAPT;
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.WorkUsesUnknown.selector, unknown | ADAPT));
        r = _mask("mask");
        r.holderUses = unknown;
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.WorkUsesUnknown.selector, unknown));
    }

    function test_RevertWhen_TheHolderIsGivenARetainedUse() public {
        Registration memory r = _mask("mask");
        r.retained = PERFORM;
        r.holderUses = PERFORM | DISPLAY;
        _fails(
            troupe,
            r,
            abi.encodeWithSelector(
                IWorkRegistry.WorkHolderUsesAboveCeiling.selector,
                PERFORM | DISPLAY,
                ALL_USES.without(PERFORM)
            )
        );
    }

    function test_RevertWhen_AMoralRightIsUnknown() public {
        Registration memory r = _mask("mask");
        r.moralRights = 8;
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.WorkMoralRightsUnknown.selector, 8));
    }

    function test_RevertWhen_TheResaleShareIsTheWholePrice() public {
        Registration memory r = _mask("mask");
        r.resaleBps = 10_000;
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.WorkResaleShareTooHigh.selector, 10_000));
        r.resaleBps = 9999;
        _register(troupe, r);
    }

    function test_OnlyAnAccreditedCustodianRegistersHeritage() public {
        Registration memory r = _mask("mural");
        r.kind = Kind.HeritageElement;
        uint256 workId = _register(academy, r);
        assertTrue(works.workOf(workId).kind == Kind.HeritageElement, "kind");
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.WorkCustodianNotAccredited.selector, troupe));
        accreditations.accredit(academy, 0);
        r.contentHash = "mural 2";
        _fails(
            academy,
            r,
            abi.encodeWithSelector(IWorkRegistry.WorkCustodianNotAccredited.selector, academy)
        );
        assertEq(works.workOf(workId).creator, academy);
    }

    function test_RevertWhen_SourcesDoNotFitTheKind() public {
        uint256 workId = _register(academy, _mask("mask"));
        Registration memory r = _derivative("mural", _source(workId, 0, 100, false));
        r.kind = Kind.HeritageElement;
        _fails(
            academy,
            r,
            abi.encodeWithSelector(IWorkRegistry.WorkSourcesDoNotFitKind.selector, Kind.HeritageElement, 1)
        );
        _fails(
            academy,
            _derivative("derivative", new Source[](0)),
            abi.encodeWithSelector(IWorkRegistry.WorkSourcesDoNotFitKind.selector, Kind.Derivative, 0)
        );
    }

    function test_RevertWhen_PayeesDoNotShareTheWhole() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 7000, academy, 2999);
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 9999, 10_000));
        r.payees = _payees(troupe, 7000, academy, 3001);
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 10_001, 10_000));
    }

    function test_RevertWhen_APayeeIsEmpty() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 7000, address(0), 3000);
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.SharesPayeeEmpty.selector, 1));
        r.payees = _payees(troupe, 0, academy, 10_000);
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.SharesPayeeEmpty.selector, 0));
    }

    function test_RevertWhen_TheLedgerIsAPayee() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 7000, address(royalties), 3000);
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.SharesPayeeIsLedger.selector, 1));
    }

    function test_RevertWhen_ThereAreTooManyPayees() public {
        Registration memory r = _mask("mask");
        r.payees = new Payee[](33);
        _fails(troupe, r, abi.encodeWithSelector(IWorkRegistry.SharesTooMany.selector, 33, 32));
        r.payees = new Payee[](32);
        for (uint256 i = 0; i < 32; ++i) {
            r.payees[i] = Payee({account: troupe, shareBps: i == 0 ? 10_000 - 31 : 1});
        }
        _register(troupe, r);
    }

    function test_RevertWhen_TheSharesAreNotTheWorks() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 7000, academy, 3000);
        uint256 split = _register(troupe, r);
        uint256 sole = _register(painter, _mask("mask"));
        Shares memory empty;
        Shares memory other = _shares(painter, new Source[](0), new Edge[](0));
        bytes4 mismatch = IWorkRegistry.SharesMismatch.selector;

        bytes32 expected = works.sharesHashOf(split);
        vm.expectRevert(abi.encodeWithSelector(mismatch, split, expected, _hash(other)));
        works.requireShares(split, other);
        vm.expectRevert(abi.encodeWithSelector(mismatch, split, expected, bytes32(0)));
        works.requireShares(split, empty);
        vm.expectRevert(abi.encodeWithSelector(mismatch, split, expected, _hash(other)));
        works.isSource(split, sole, other);
        vm.expectRevert(abi.encodeWithSelector(mismatch, sole, bytes32(0), _hash(other)));
        works.requireShares(sole, other);
    }

    function test_RevertWhen_TheWorkIsUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7);
        Shares memory empty;
        vm.expectRevert(unknown);
        works.workOf(7);
        vm.expectRevert(unknown);
        works.metadataHashOf(7);
        vm.expectRevert(unknown);
        works.sharesHashOf(7);
        vm.expectRevert(unknown);
        works.requireShares(7, empty);
        vm.expectRevert(unknown);
        works.isSource(7, 8, empty);
        vm.expectRevert(unknown);
        works.tokenURI(7);
        vm.expectRevert(unknown);
        works.royaltyInfo(7, 1);
        vm.expectRevert(unknown);
        works.freezeMetadata(7);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 7));
        works.ownerOf(7);
    }

    function testFuzz_TheCeilingOfARootIsAllItsCreatorDoesNotKeep(uint16 kept, uint16 given) public {
        Registration memory r = _mask("mask");
        r.retained = Uses.wrap(kept) & ALL_USES;
        r.holderUses = (Uses.wrap(given) & ALL_USES).without(r.retained);
        Work memory work = works.workOf(_register(troupe, r));
        assertEq(work.ceiling, ALL_USES.without(r.retained));
        assertEq(work.holderUses, r.holderUses);
    }

    function _fails(address creator, Registration memory r, bytes memory reason) private {
        vm.expectRevert(reason);
        _register(creator, r);
    }
}
