// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {TERMS_ABSOLUTE_SHARE, TERMS_SHARE_ALIKE, Terms} from "../../../contracts/licence/Terms.sol";
import {ADAPT, ALL_USES, DISPLAY, PERFORM, REPRODUCE} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {
    Edge,
    Registration,
    Shares,
    Source,
    WORK_DERIVED,
    WORK_OWES_ABSOLUTE,
    WORK_SHARE_ALIKE,
    Work
} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Derivatives: ceilings, sources and the shares they owe.
contract WorkRegistryLineageTest is Fixture {
    uint256 private _root;

    function setUp() public override {
        super.setUp();
        Registration memory r = _mask("root");
        r.retained = PERFORM;
        _root = _register(troupe, r);
    }

    function test_ACeilingIsWhatTheSourcesPassOnLessWhatTheCreatorKeeps() public {
        Terms memory terms = _terms();
        terms.uses = ADAPT | DISPLAY | REPRODUCE;
        terms.passOn = ADAPT | DISPLAY;
        bytes32 termsId = _license(troupe, _root, terms, studio);
        Registration memory r = _derivative("game", _source(_root, termsId, 0, false));
        r.retained = DISPLAY;
        Work memory work = works.workOf(_register(studio, r));
        assertEq(work.ceiling, ADAPT);
        assertEq(work.flags, WORK_DERIVED);
    }

    function test_TwoSourcesPassOnWhatBothPassOn() public {
        uint256 other = _register(academy, _mask("other"));
        Terms memory terms = _terms();
        terms.passOn = ADAPT | DISPLAY;
        bytes32 first = _license(troupe, _root, terms, studio);
        terms.passOn = DISPLAY | REPRODUCE;
        bytes32 second = _license(academy, other, terms, studio);
        Source[] memory sources = _ascending(
            _source(_root, first, 1, false)[0],
            _source(other, second, 1, false)[0]
        );
        uint256 workId = _register(studio, _derivative("game", sources));
        assertEq(works.workOf(workId).ceiling, DISPLAY);

        Shares memory shares = _shares(studio, sources, new Edge[](0));
        assertTrue(works.isSource(workId, _root, shares), "not a source");
        assertTrue(!works.isSource(workId, workId, shares), "its own source");
    }

    function test_ACreatorNeedsNoLicenceForWorksOfItsOwn() public {
        uint256 workId = _register(troupe, _derivative("dance", _source(_root, 0, 0, false)));
        assertEq(works.workOf(workId).ceiling, ALL_USES.without(PERFORM));
    }

    function test_RevertWhen_AWorkOfSomebodyElseIsUsedWithoutALicence() public {
        _fails(
            studio,
            _derivative("game", _source(_root, 0, 0, false)),
            abi.encodeWithSelector(IWorkRegistry.SharesSourceNotLicensed.selector, _root, studio)
        );
    }

    function test_RevertWhen_TheLicenceIsMissingOrExpired() public {
        Terms memory terms = _terms();
        terms.duration = 60;
        bytes32 termsId = licences.termsIdOf(terms);
        Registration memory r = _derivative("game", _source(_root, termsId, 0, false));
        _fails(
            studio,
            r,
            abi.encodeWithSelector(ILicenceRegistry.LicenceMissing.selector, _root, termsId, studio)
        );
        _license(troupe, _root, terms, studio);
        uint256 until = block.timestamp + 60;
        vm.warp(until + 1);
        _fails(
            studio,
            r,
            abi.encodeWithSelector(ILicenceRegistry.LicenceExpired.selector, _root, termsId, studio, until)
        );
        vm.warp(until);
        _register(studio, r);
    }

    function test_RevertWhen_TheLicenceIsNotForAdapting() public {
        Terms memory terms = _terms();
        (terms.uses, terms.passOn) = (DISPLAY, DISPLAY);
        bytes32 termsId = _license(troupe, _root, terms, studio);
        _fails(
            studio,
            _derivative("game", _source(_root, termsId, 0, false)),
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesNotCovered.selector,
                _root,
                termsId,
                ADAPT,
                DISPLAY
            )
        );
    }

    function test_RevertWhen_TheShareIsNotTheLicences() public {
        Terms memory terms = _terms();
        terms.revenueShareBps = 300;
        terms.flags = TERMS_ABSOLUTE_SHARE;
        bytes32 termsId = _license(troupe, _root, terms, studio);
        bytes4 below = ILicenceRegistry.SharesBelowLicence.selector;
        _fails(
            studio,
            _derivative("game", _source(_root, termsId, 299, true)),
            abi.encodeWithSelector(below, _root, 299, true, 300, true)
        );
        _fails(
            studio,
            _derivative("game", _source(_root, termsId, 300, false)),
            abi.encodeWithSelector(below, _root, 300, false, 300, true)
        );
        _register(studio, _derivative("game", _source(_root, termsId, 301, true)));
    }

    function test_ShareAlikeComesDownByLicenceAndThroughWorksOfOnesOwn() public {
        Terms memory terms = _terms();
        terms.flags = TERMS_SHARE_ALIKE;
        bytes32 termsId = _license(troupe, _root, terms, studio);
        uint256 child = _register(studio, _derivative("child", _source(_root, termsId, 0, false)));
        assertEq(works.workOf(child).flags, WORK_DERIVED | WORK_SHARE_ALIKE);
        uint256 grandchild = _register(studio, _derivative("grandchild", _source(child, 0, 0, false)));
        assertEq(works.workOf(grandchild).flags, WORK_DERIVED | WORK_SHARE_ALIKE);
    }

    function test_AnAbsoluteShareIsInherited() public {
        Source[] memory up = _source(_root, 0, 500, true);
        uint256 child = _register(troupe, _derivative("child", up));
        assertEq(works.workOf(child).flags, WORK_DERIVED | WORK_OWES_ABSOLUTE);
        Shares memory childShares = _shares(troupe, up, new Edge[](0));

        Source[] memory next = _source(child, 0, 1000, false);
        uint256 grandchild = _register(troupe, _derivative("grandchild", next), childShares);
        Shares memory shares = _shares(troupe, next, _edge(_root, 500));
        assertEq(works.sharesHashOf(grandchild), _hash(shares));
        assertEq(works.workOf(grandchild).flags, WORK_DERIVED | WORK_OWES_ABSOLUTE);

        next = _source(grandchild, 0, 0, false);
        uint256 last = _register(troupe, _derivative("last", next), shares);
        assertEq(works.sharesHashOf(last), _hash(_shares(troupe, next, _edge(_root, 500))));
    }

    function test_AWorkReachedByTwoWaysIsPaidTheLargerShareOnce() public {
        Shares[] memory lists = new Shares[](2);
        Source[] memory sources;
        {
            Source[] memory small = _source(_root, 0, 500, true);
            Source[] memory large = _source(_root, 0, 800, true);
            uint256 a = _register(troupe, _derivative("a", small));
            uint256 b = _register(troupe, _derivative("b", large));
            sources = _ascending(_source(a, 0, 0, false)[0], _source(b, 0, 0, false)[0]);
            (lists[0], lists[1]) =
                a < b
                    ? (_shares(troupe, small, new Edge[](0)), _shares(troupe, large, new Edge[](0)))
                    : (_shares(troupe, large, new Edge[](0)), _shares(troupe, small, new Edge[](0)));
        }
        vm.prank(troupe);
        uint256 workId = works.register(_derivative("ab", sources), lists);
        assertEq(works.sharesHashOf(workId), _hash(_shares(troupe, sources, _edge(_root, 800))));
    }

    function test_RevertWhen_TheSourcesSharesAreMissingOrForged() public {
        Source[] memory up = _source(_root, 0, 500, true);
        uint256 child = _register(troupe, _derivative("child", up));
        bytes32 expected = works.sharesHashOf(child);
        Registration memory r = _derivative("grandchild", _source(child, 0, 0, false));
        _fails(
            troupe,
            r,
            abi.encodeWithSelector(IWorkRegistry.SharesMismatch.selector, child, expected, bytes32(0))
        );
        up[0].shareBps = 1;
        Shares memory forged = _shares(troupe, up, new Edge[](0));
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.SharesMismatch.selector, child, expected, _hash(forged))
        );
        _register(troupe, r, forged);
    }

    function test_RevertWhen_SourcesAreNotAscending() public {
        uint256 other = _register(troupe, _mask("other"));
        Source[] memory sources = _ascending(_source(_root, 0, 0, false)[0], _source(other, 0, 0, false)[0]);
        (sources[0], sources[1]) = (sources[1], sources[0]);
        bytes4 notAscending = IWorkRegistry.SharesSourcesNotAscending.selector;
        _fails(troupe, _derivative("x", sources), abi.encodeWithSelector(notAscending, sources[1].workId));
        sources[1] = sources[0];
        _fails(troupe, _derivative("x", sources), abi.encodeWithSelector(notAscending, sources[1].workId));
    }

    function test_RevertWhen_SourcesAreOwedMoreThanTheWhole() public {
        _fails(
            troupe,
            _derivative("x", _source(_root, 0, 10_001, false)),
            abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 10_001, 10_000)
        );
        _register(troupe, _derivative("x", _source(_root, 0, 10_000, false)));

        Source[] memory up = _source(_root, 0, 5000, true);
        uint256 child = _register(troupe, _derivative("child", up));
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 10_001, 10_000));
        _register(
            troupe,
            _derivative("y", _source(child, 0, 5001, false)),
            _shares(troupe, up, new Edge[](0))
        );
    }

    function test_RevertWhen_ASourceIsUnknown() public {
        _fails(
            troupe,
            _derivative("x", _source(5, 0, 0, false)),
            abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 5)
        );
    }

    function _ascending(Source memory a, Source memory b) private pure returns (Source[] memory sources) {
        sources = new Source[](2);
        (sources[0], sources[1]) = a.workId < b.workId ? (a, b) : (b, a);
    }

    /// @dev All the root's creator can license.
    function _terms() private pure returns (Terms memory terms) {
        terms = _freeTerms();
        terms.uses = ALL_USES.without(PERFORM);
        terms.passOn = terms.uses;
    }

    function _fails(address creator, Registration memory r, bytes memory reason) private {
        vm.expectRevert(reason);
        _register(creator, r);
    }
}
