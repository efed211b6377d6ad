// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    ALL_LABELS,
    TK_ATTRIBUTION,
    TK_COMMUNITY_USE_ONLY,
    TK_CULTURALLY_SENSITIVE,
    TK_MEN_RESTRICTED,
    TK_NON_COMMERCIAL,
    TK_SEASONAL,
    TK_SECRET_SACRED,
    TK_WOMEN_RESTRICTED
} from "../../../contracts/heritage/Labels.sol";
import {COMMUNITY, CUSTODIAN, REGISTRAR} from "../../../contracts/heritage/Roles.sol";
import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../../contracts/licence/Terms.sol";
import {ADAPT, ALL_USES, MERCHANDISE, NO_USES, Uses} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {
    Kind,
    Registration,
    Source,
    WORK_DERIVED,
    WORK_LABELLED,
    Work
} from "../../../contracts/work/Work.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title A community's conditions on its heritage, and what they close for whatever is made from it.
contract LabelsTest is Fixture {
    uint16 private constant EVERYTHING = 2047;

    function setUp() public override {
        super.setUp();
        accreditations.accredit(academy, COMMUNITY);
    }

    function test_EachLabelClosesWhatTheTableSays() public {
        for (uint256 bit = 0; bit < 20; ++bit) {
            uint256 workId = _mural(bytes32(bit + 1), uint32(1 << bit));
            Work memory work = works.workOf(workId);
            assertEq(Uses.unwrap(work.ceiling), EVERYTHING - _closed(bit));
            assertEq(work.flags, WORK_LABELLED);
            assertEq(works.labelsOf(workId), 1 << bit);
        }
    }

    function test_TheLabelsThatCloseSomethingAreTheOnesNamed() public pure {
        assertEq(TK_SEASONAL, 1 << 8);
        assertEq(TK_MEN_RESTRICTED, 1 << 11);
        assertEq(TK_WOMEN_RESTRICTED, 1 << 12);
        assertEq(TK_CULTURALLY_SENSITIVE, 1 << 13);
        assertEq(TK_SECRET_SACRED, 1 << 14);
        assertEq(TK_NON_COMMERCIAL, 1 << 16);
        assertEq(TK_COMMUNITY_USE_ONLY, 1 << 17);
        assertEq(ALL_LABELS, (1 << 20) - 1);
    }

    function testFuzz_SeveralLabelsCloseWhatEachOfThemCloses(uint32 labels, uint16 kept) public {
        labels &= ALL_LABELS;
        Registration memory r = _draft("mural", labels);
        r.retained = Uses.wrap(kept) & ALL_USES;
        uint16 open = EVERYTHING & ~Uses.unwrap(r.retained);
        for (uint256 bit = 0; bit < 20; ++bit) {
            if (labels & (1 << bit) != 0) open &= ~_closed(bit);
        }
        uint256 workId = _register(academy, r);
        assertEq(Uses.unwrap(works.workOf(workId).ceiling), open);
        assertEq(works.workOf(workId).flags, labels == 0 ? 0 : WORK_LABELLED);
        assertEq(works.labelsOf(workId), labels);
    }

    function test_LabelsAreFixedInAnEvent() public {
        vm.expectEmit(address(works));
        emit IWorkRegistry.LabelsFixed(
            works.workIdOf(academy, "mural"),
            academy,
            TK_SEASONAL | TK_ATTRIBUTION
        );
        uint256 workId = _mural("mural", TK_SEASONAL | TK_ATTRIBUTION);
        // Whatever becomes of the community, its conditions stay.
        accreditations.accredit(academy, 0);
        assertEq(works.labelsOf(workId), TK_SEASONAL | TK_ATTRIBUTION);
    }

    function test_RevertWhen_ALabelIsUnknown() public {
        uint32[3] memory unknown = [uint32(1 << 20), (1 << 20) | TK_SEASONAL, type(uint32).max];
        for (uint256 i = 0; i < unknown.length; ++i) {
            _fails(
                academy,
                _draft("mural", unknown[i]),
                abi.encodeWithSelector(IWorkRegistry.WorkLabelsUnknown.selector, unknown[i])
            );
        }
    }

    function test_RevertWhen_ACustodianIsNoCommunity() public {
        accreditations.accredit(academy, CUSTODIAN | REGISTRAR);
        _fails(
            academy,
            _draft("mural", TK_SEASONAL),
            abi.encodeWithSelector(
                IWorkRegistry.WorkLabelsNotCommunity.selector,
                academy,
                Kind.HeritageElement
            )
        );
    }

    function test_RevertWhen_AWorkThatIsNoHeritageIsLabelled() public {
        uint256 root = _register(academy, _mask("root"));
        for (uint256 i = 1; i < 3; ++i) {
            Registration memory r = _draft("labelled", TK_ATTRIBUTION);
            r.kind = Kind(i);
            if (r.kind == Kind.Derivative) r.sources = _source(root, 0, 0, false);
            _fails(
                academy,
                r,
                abi.encodeWithSelector(IWorkRegistry.WorkLabelsNotCommunity.selector, academy, r.kind)
            );
        }
    }

    function test_RevertWhen_TheHolderIsGivenAClosedUse() public {
        Registration memory r = _draft("mural", TK_NON_COMMERCIAL);
        r.holderUses = MERCHANDISE;
        _fails(
            academy,
            r,
            abi.encodeWithSelector(
                IWorkRegistry.WorkHolderUsesAboveCeiling.selector,
                MERCHANDISE,
                Uses.wrap(EVERYTHING - 608)
            )
        );
    }

    function test_RevertWhen_AClosedUseIsOffered() public {
        uint256 workId = _mural("mural", TK_NON_COMMERCIAL);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesAboveCeiling.selector,
                workId,
                ALL_USES,
                Uses.wrap(EVERYTHING - 608)
            )
        );
        vm.prank(academy);
        licences.offer(workId, _freeTerms());
    }

    function test_NothingOfASecretWorkCanBeLicensed() public {
        uint256 workId = _mural("mural", TK_SECRET_SACRED);
        for (uint256 bit = 0; bit < 11; ++bit) {
            Terms memory terms = _freeTerms();
            (terms.uses, terms.passOn) = (Uses.wrap(uint16(1 << bit)), NO_USES);
            vm.expectRevert(
                abi.encodeWithSelector(
                    ILicenceRegistry.LicenceUsesAboveCeiling.selector,
                    workId,
                    terms.uses,
                    NO_USES
                )
            );
            vm.prank(academy);
            licences.offer(workId, terms);
        }
    }

    function test_WhatALabelClosesStaysClosedForGenerations() public {
        uint256 parent = _mural("mural", TK_NON_COMMERCIAL | TK_SEASONAL);
        Uses open = Uses.wrap(EVERYTHING - 608 - 136);
        address[3] memory makers = [troupe, studio, platform];
        address owner = academy;
        for (uint256 i = 0; i < makers.length; ++i) {
            Terms memory terms = _freeTerms();
            (terms.uses, terms.passOn) = (open, open);
            bytes32 termsId = _license(owner, parent, terms, makers[i]);
            Source[] memory sources = _source(parent, termsId, 0, false);
            parent = _register(makers[i], _derivative("next", sources));
            owner = makers[i];
            assertEq(works.workOf(parent).ceiling, open);
            // The conditions are the mural's; what is made from it is only known to rest on some.
            assertEq(works.workOf(parent).flags, WORK_LABELLED | WORK_DERIVED);
            assertEq(works.labelsOf(parent), 0);
        }
    }

    function test_ACommunitysOwnDerivativesAreHeldToItsConditions() public {
        uint256 mural = _mural("mural", TK_CULTURALLY_SENSITIVE);
        uint256 child = _register(academy, _derivative("child", _source(mural, 0, 0, false)));
        uint256 grandchild = _register(academy, _derivative("grandchild", _source(child, 0, 0, false)));
        assertEq(Uses.unwrap(works.workOf(grandchild).ceiling), EVERYTHING - 1904);
        assertEq(works.workOf(grandchild).flags, WORK_LABELLED | WORK_DERIVED);
    }

    function test_OneLabelledSourceAmongSeveralIsEnough() public {
        uint256 mural = _mural("mural", TK_SEASONAL);
        uint256 plain = _mural("plain", 0);
        Source[] memory sources = new Source[](2);
        (uint256 a, uint256 b) = mural < plain ? (mural, plain) : (plain, mural);
        (sources[0].workId, sources[1].workId) = (a, b);
        uint256 child = _register(academy, _derivative("child", sources));
        assertEq(Uses.unwrap(works.workOf(child).ceiling), EVERYTHING - 136);
        assertEq(works.workOf(child).flags, WORK_LABELLED | WORK_DERIVED);
        uint256 other = _register(academy, _derivative("other", _source(plain, 0, 0, false)));
        assertEq(works.workOf(other).flags, WORK_DERIVED);
    }

    function test_RevertWhen_ASensitiveWorkIsLicensedForAdapting() public {
        uint256 mural = _mural("mural", TK_CULTURALLY_SENSITIVE);
        Terms memory terms = _freeTerms();
        (terms.uses, terms.passOn) = (ADAPT, ADAPT);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesAboveCeiling.selector,
                mural,
                ADAPT,
                Uses.wrap(EVERYTHING - 1904)
            )
        );
        vm.prank(academy);
        licences.offer(mural, terms);
    }

    function test_OtherLabelsAreOtherWords() public {
        uint256 workId = _mural("mural", TK_SEASONAL);
        assertEq(_mural("mural", TK_SEASONAL), workId);
        uint32[3] memory others = [uint32(0), TK_SEASONAL | TK_ATTRIBUTION, TK_SECRET_SACRED];
        bytes memory reason = abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, workId);
        for (uint256 i = 0; i < others.length; ++i) {
            _fails(academy, _draft("mural", others[i]), reason);
        }
        uint256 plain = _mural("plain", 0);
        // One that closes nothing is still another word.
        reason = abi.encodeWithSelector(IWorkRegistry.WorkAlreadyRegistered.selector, plain);
        _fails(academy, _draft("plain", TK_ATTRIBUTION), reason);
    }

    function test_RevertWhen_LabelsAreAskedOfAnUnknownWork() public {
        vm.expectRevert(abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7));
        works.labelsOf(7);
    }

    function _mural(bytes32 contentHash, uint32 labels) private returns (uint256) {
        return _register(academy, _draft(contentHash, labels));
    }

    function _draft(bytes32 contentHash, uint32 labels) private pure returns (Registration memory r) {
        r = _mask(contentHash);
        (r.kind, r.labels) = (Kind.HeritageElement, labels);
    }

    /// @dev The table once more, in the numbers of the uses: seasonal closes perform 8 and broadcast 128; sensitive
    /// closes adapt 16, merchandise 32, embed in game 64 and the three of AI 256, 512 and 1024; non-commercial closes
    /// merchandise, embed in game and AI training; four close everything and all others nothing.
    function _closed(uint256 bit) private pure returns (uint16) {
        if (bit == 8) return 136;
        if (bit == 13) return 1904;
        if (bit == 16) return 608;
        return bit == 11 || bit == 12 || bit == 14 || bit == 17 ? EVERYTHING : 0;
    }

    function _fails(address creator, Registration memory r, bytes memory reason) private {
        vm.expectRevert(reason);
        _register(creator, r);
    }
}
