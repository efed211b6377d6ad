// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Presets} from "../../../contracts/licence/Presets.sol";
import {Licence, Terms} from "../../../contracts/licence/Terms.sol";
import {Uses} from "../../../contracts/shared/Uses.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title Terms for the usual wishes: what each says, and that each can be offered and sold.
contract PresetsTest is Fixture {
    bytes32 private constant DOCUMENT = "document";

    function test_NonCommercialShareAlike() public pure {
        // Display, reproduce, distribute, perform and adapt; attribution and share-alike.
        _says(Presets.nonCommercialShareAlike(DOCUMENT), _terms(31, 31, 3));
    }

    function test_CommercialUse() public view {
        // All but adapting, games and AI; nothing passes on.
        Terms memory expected = _priced(_terms(175, 0, 1));
        _says(Presets.commercialUse(address(yuan), 70, DOCUMENT), expected);
    }

    function test_CommercialRemix() public view {
        Terms memory expected = _priced(_terms(191, 191, 1));
        expected.revenueShareBps = 500;
        _says(Presets.commercialRemix(address(yuan), 70, 500, DOCUMENT), expected);
    }

    function test_GameUse() public view {
        // Display, reproduce, distribute, adapt and embed; display and embed pass on; attribution and transferable.
        Terms memory expected = _priced(_terms(87, 65, 9));
        (expected.revenueShareBps, expected.duration) = (500, 30 days);
        _says(Presets.gameUse(address(yuan), 70, 500, 30 days, DOCUMENT), expected);
    }

    function test_ResearchAndEducation() public pure {
        // Display, reproduce, perform, and text and data mining.
        _says(Presets.researchAndEducation(DOCUMENT), _terms(267, 0, 1));
    }

    function test_AiTraining() public view {
        // Text and data mining, and AI training.
        Terms memory expected = _priced(_terms(768, 0, 1));
        expected.duration = 30 days;
        _says(Presets.aiTraining(address(yuan), 70, 30 days, DOCUMENT), expected);
    }

    function test_EachIsOfferedOnAFreshMaskAndSold() public {
        Terms[6] memory all = _all(address(yuan), 70);
        for (uint256 i = 0; i < all.length; ++i) {
            Terms memory terms = all[i];
            uint256 workId = _register(troupe, _mask(bytes32(i + 1)));
            vm.prank(troupe);
            bytes32 termsId = licences.offer(workId, terms);
            vm.prank(studio);
            licences.acquire(workId, terms, studio, 1, terms.price);
            Licence memory licence = licences.licenceOf(workId, termsId, studio);
            assertEq(licence.uses, terms.uses);
            assertEq(licence.passOn, terms.passOn);
            assertTrue(licences.isPermitted(workId, termsId, studio, terms.uses), "not permitted");
            assertEq(royalties.workCredit(workId, address(yuan)), terms.price);
        }
    }

    function test_EachIsOfferedAsAWorkIsRegistered() public {
        Terms[6] memory all = _all(NATIVE, 1);
        for (uint256 i = 0; i < all.length; ++i) {
            vm.prank(troupe);
            (uint256 workId, bytes32 termsId) = works.registerAndOffer(
                _mask(bytes32(i + 1)),
                _none(),
                all[i]
            );
            (bool offered, ) = licences.offerOf(workId, termsId);
            assertTrue(offered, "not offered");
        }
    }

    function test_NoTwoAreTheSame() public view {
        Terms[6] memory all = _all(address(yuan), 70);
        for (uint256 i = 0; i < all.length; ++i) {
            for (uint256 j = 0; j < i; ++j) {
                assertTrue(licences.termsIdOf(all[i]) != licences.termsIdOf(all[j]), "the same");
            }
        }
    }

    function testFuzz_EachCarriesWhatItIsGiven(
        address currency,
        uint128 price,
        uint16 shareBps,
        uint32 duration,
        bytes32 document
    ) public pure {
        Terms memory remix = Presets.commercialRemix(currency, price, shareBps, document);
        Terms memory game = Presets.gameUse(currency, price, shareBps, duration, document);
        Terms memory training = Presets.aiTraining(currency, price, duration, document);
        Terms memory use = Presets.commercialUse(currency, price, document);
        bytes32 sold = keccak256(abi.encode(currency, price, document));
        assertEq(keccak256(abi.encode(remix.currency, remix.price, remix.documentHash)), sold);
        assertEq(keccak256(abi.encode(game.currency, game.price, game.documentHash)), sold);
        assertEq(keccak256(abi.encode(training.currency, training.price, training.documentHash)), sold);
        assertEq(keccak256(abi.encode(use.currency, use.price, use.documentHash)), sold);
        assertEq(remix.revenueShareBps, shareBps);
        assertEq(game.revenueShareBps, shareBps);
        assertEq(game.duration, duration);
        assertEq(training.duration, duration);
        assertEq(Presets.nonCommercialShareAlike(document).documentHash, document);
        assertEq(Presets.researchAndEducation(document).documentHash, document);
    }

    function _all(address currency, uint128 price) private pure returns (Terms[6] memory) {
        return
            [
                Presets.nonCommercialShareAlike(DOCUMENT),
                Presets.commercialUse(currency, price, DOCUMENT),
                Presets.commercialRemix(currency, price, 500, DOCUMENT),
                Presets.gameUse(currency, price, 500, 30 days, DOCUMENT),
                Presets.researchAndEducation(DOCUMENT),
                Presets.aiTraining(currency, price, 30 days, DOCUMENT)
            ];
    }

    function _terms(uint16 uses, uint16 passOn, uint8 flags) private pure returns (Terms memory terms) {
        (terms.uses, terms.passOn, terms.flags) = (Uses.wrap(uses), Uses.wrap(passOn), flags);
        terms.documentHash = DOCUMENT;
    }

    function _priced(Terms memory terms) private view returns (Terms memory) {
        (terms.currency, terms.price) = (address(yuan), 70);
        return terms;
    }

    function _says(Terms memory terms, Terms memory expected) private pure {
        assertEq(keccak256(abi.encode(terms)), keccak256(abi.encode(expected)));
    }
}
