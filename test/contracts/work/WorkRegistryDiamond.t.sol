// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {TERMS_ABSOLUTE_SHARE, Terms} from "../../../contracts/licence/Terms.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Edge, Shares, Source} from "../../../contracts/work/Work.sol";
import {assertEq} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title A work reached by two ways: the mural, a mask made from it, and a game made from both.
contract WorkRegistryDiamondTest is Fixture {
    uint256 private _mural;
    uint256 private _maskId;
    bytes32 private _maskTerms;

    function setUp() public override {
        super.setUp();
        _mural = _register(academy, _mask("mural"));
        _maskTerms = _licensed(500, troupe);
        _maskId = _register(troupe, _derivative("mask", _source(_mural, _maskTerms, 500, true)));
    }

    function test_ADirectSourceIsPaidBesideWhatIsInheritedForIt() public {
        (uint256 game, Shares memory shares) = _game(300);
        assertEq(works.sharesHashOf(game), _hash(shares));

        royalties.pay{value: 10_000}(game, NATIVE, 10_000, "ref");
        _settle(game, shares, NATIVE);
        assertEq(royalties.workCredit(_mural, NATIVE), 300 + 500);
        assertEq(royalties.workCredit(_maskId, NATIVE), 100);
        assertEq(royalties.payeeCredit(studio, NATIVE), 9100);
    }

    function test_ADescendantInheritsTheLargerShareOnce() public {
        _inherits(300, 500);
    }

    function test_ADescendantInheritsTheDirectShareIfItIsTheLarger() public {
        _inherits(700, 700);
    }

    function test_AnInheritedShareDoesNotStandForALicencesOwn() public {
        Source[] memory sources = _both(_licensed(300, studio), 0);
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.SharesBelowLicence.selector, _mural, 0, true, 300, true)
        );
        _register(studio, _derivative("game", sources), _maskShares());
    }

    function test_RevertWhen_BothSharesOfAWorkAreMoreThanTheWhole() public {
        _game(9400);
        Source[] memory sources = _both(_licensed(9401, studio), 9401);
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesDoNotSum.selector, 10_001, 10_000));
        _register(studio, _derivative("other game", sources), _maskShares());
    }

    /// @dev A game of the studio, its direct share to the mural, and a film made from the game.
    function _inherits(uint16 directBps, uint16 inheritedBps) private {
        (uint256 game, Shares memory shares) = _game(directBps);
        Source[] memory sources = _source(game, 0, 0, false);
        uint256 film = _register(studio, _derivative("film", sources), shares);

        shares = _shares(studio, sources, _edge(_mural, inheritedBps));
        assertEq(works.sharesHashOf(film), _hash(shares));
        royalties.pay{value: 10_000}(film, NATIVE, 10_000, "ref");
        _settle(film, shares, NATIVE);
        assertEq(royalties.workCredit(_mural, NATIVE), inheritedBps);
    }

    function _game(uint16 directBps) private returns (uint256 game, Shares memory shares) {
        Source[] memory sources = _both(_licensed(directBps, studio), directBps);
        game = _register(studio, _derivative("game", sources), _maskShares());
        shares = _shares(studio, sources, _edge(_mural, 500));
    }

    /// @dev The mural by a licence of the studio's own, and the mask for a hundredth.
    function _both(bytes32 muralTerms, uint16 muralBps) private returns (Source[] memory sources) {
        sources = new Source[](2);
        sources[0] = _source(_mural, muralTerms, muralBps, true)[0];
        Terms memory terms = _freeTerms();
        bytes32 maskTerms = licences.termsIdOf(terms);
        if (licences.licenceOf(_maskId, maskTerms, studio).since == 0)
            _license(troupe, _maskId, terms, studio);
        sources[1] = _source(_maskId, maskTerms, 100, false)[0];
        if (_maskId < _mural) (sources[0], sources[1]) = (sources[1], sources[0]);
    }

    function _maskShares() private view returns (Shares memory) {
        return _shares(troupe, _source(_mural, _maskTerms, 500, true), new Edge[](0));
    }

    /// @dev A licence of the mural whose share every descendant owes.
    function _licensed(uint16 shareBps, address licensee) private returns (bytes32 termsId) {
        Terms memory terms = _freeTerms();
        (terms.revenueShareBps, terms.flags) = (shareBps, TERMS_ABSOLUTE_SHARE);
        return _license(academy, _mural, terms, licensee);
    }
}
