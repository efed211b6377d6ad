// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Terms} from "../../../contracts/licence/Terms.sol";
import {IProvenanceLog} from "../../../contracts/log/IProvenanceLog.sol";
import {Logged} from "../../../contracts/log/Logged.sol";
import {DISPLAY, PERFORM} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Registration} from "../../../contracts/work/Work.sol";
import {assertTrue} from "../../support/sol/Assert.sol";
import {LogStage} from "../../support/sol/LogStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Offers that were logged and open when the work is minted, by the creator's word only.
contract LoggedOffersTest is LogStage {
    function test_WhatTheCreatorSignedIsOffered() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        Logged memory entry = _log(painter, r, _spoken(r, licences.termsIdOf(terms)));
        vm.prank(platform);
        uint256 workId = works.registerFromLog(painter, r, _none(), entry, _offering(terms));
        assertTrue(_isOffered(workId, terms), "not offered");
        licences.acquire(workId, terms, studio, 1, 0);
    }

    /// @dev Whoever mints it first cannot leave the offer out: a stranger would keep buyers waiting for the creator.
    function test_RevertWhen_TheSignedOfferIsLeftOutOrAnother() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        bytes32 termsId = licences.termsIdOf(terms);
        Logged memory entry = _log(painter, r, _spoken(r, termsId));
        _mismatch(termsId, 0);
        works.registerFromLog(painter, r, _none(), entry, _noTerms());
        terms.price = 1;
        _mismatch(termsId, licences.termsIdOf(terms));
        works.registerFromLog(painter, r, _none(), entry, _offering(terms));
        Terms[] memory two = new Terms[](2);
        (two[0], two[1]) = (_freeTerms(), _freeTerms());
        _mismatch(termsId, keccak256(abi.encode(two[0], two[1])));
        works.registerFromLog(painter, r, _none(), entry, two);
    }

    function test_RevertWhen_NoOfferWasLogged() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        Logged memory entry = _log(painter, r, _spoken(r, 0));
        _mismatch(0, licences.termsIdOf(terms));
        works.registerFromLog(painter, r, _none(), entry, _offering(terms));
    }

    /// @dev What can be licensed at all is judged when it is minted, as for any offer.
    function test_RevertWhen_TheTermsAreNotTheCreatorsToOffer() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        r.retained = PERFORM;
        Logged memory entry = _log(painter, r, _spoken(r, licences.termsIdOf(terms)));
        uint256 workId = works.workIdOf(painter, r.contentHash);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceUsesRetained.selector,
                workId,
                terms.uses,
                r.retained
            )
        );
        works.registerFromLog(painter, r, _none(), entry, _offering(terms));
    }

    function test_AnOperatorOffersAWorkOfItsOwn() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        Logged memory entry = _log(address(this), r, _vouched(address(this), licences.termsIdOf(terms)));
        vm.prank(studio);
        uint256 workId = works.registerFromLog(address(this), r, _none(), entry, _offering(terms));
        assertTrue(_isOffered(workId, terms), "not offered");
    }

    /// @dev An operator's word licenses nothing of anybody else's: the terms it logged are a proposal.
    function test_WhatAnOperatorLoggedIsOfferedByTheCreatorOnly() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        Logged memory entry = _log(troupe, r, _vouched(address(this), licences.termsIdOf(terms)));
        uint256 workId = works.workIdOf(troupe, r.contentHash);
        address[3] memory others = [address(this), studio, painter];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IWorkRegistry.WorkNotCreator.selector, workId, troupe, others[i])
            );
            vm.prank(others[i]);
            works.registerFromLog(troupe, r, _none(), entry, _offering(terms));
        }
        vm.prank(troupe);
        works.registerFromLog(troupe, r, _none(), entry, _offering(terms));
        assertTrue(_isOffered(workId, terms), "not offered");
    }

    function test_WhatAnOperatorLoggedIsMintedWithoutItsOffer() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        Logged memory entry = _log(troupe, r, _vouched(address(this), licences.termsIdOf(terms)));
        uint256 workId = _mint(troupe, r, entry);
        assertTrue(!_isOffered(workId, terms), "offered");
        // Minted is minted: the creator offers it as any other work.
        vm.prank(troupe);
        works.registerFromLog(troupe, r, _none(), entry, _offering(terms));
        assertTrue(!_isOffered(workId, terms), "offered by a repetition");
        vm.prank(troupe);
        licences.offer(workId, terms);
        assertTrue(_isOffered(workId, terms), "not offered");
    }

    function test_RevertWhen_TheCreatorBringsOtherTermsThanAnOperatorLogged() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        bytes32 termsId = licences.termsIdOf(terms);
        Logged memory entry = _log(troupe, r, _vouched(address(this), termsId));
        terms.uses = terms.passOn = DISPLAY;
        _mismatch(termsId, licences.termsIdOf(terms));
        vm.prank(troupe);
        works.registerFromLog(troupe, r, _none(), entry, _offering(terms));
    }

    /// @dev The signature has no end and no nonce, but opens an offer once only: with the work.
    function test_AWithdrawnOfferIsNotOpenedAgain() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        bytes32 termsId = licences.termsIdOf(terms);
        Logged memory entry = _log(painter, r, _spoken(r, termsId));
        uint256 workId = works.registerFromLog(painter, r, _none(), entry, _offering(terms));
        vm.prank(painter);
        licences.withdraw(workId, termsId);
        works.registerFromLog(painter, r, _none(), entry, _offering(terms));
        assertTrue(!_isOffered(workId, terms), "opened again");
    }

    /// @dev How a creator takes a logged offer back: by registering the work without it.
    function test_AWorkTheCreatorRegisteredIsNotOfferedByWhatWasLogged() public {
        (Registration memory r, Terms memory terms) = (_mask("mask"), _freeTerms());
        Logged memory entry = _log(painter, r, _spoken(r, licences.termsIdOf(terms)));
        uint256 workId = _register(painter, r);
        works.registerFromLog(painter, r, _none(), entry, _offering(terms));
        assertTrue(!_isOffered(workId, terms), "offered");
    }

    function _isOffered(uint256 workId, Terms memory terms) private view returns (bool offered) {
        (offered, ) = licences.offerOf(workId, licences.termsIdOf(terms));
    }

    function _mismatch(bytes32 logged, bytes32 got) private {
        vm.expectRevert(abi.encodeWithSelector(IProvenanceLog.LogTermsMismatch.selector, logged, got));
    }
}
