// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ILicenceRegistry} from "../../../contracts/licence/ILicenceRegistry.sol";
import {Breach, Licence, TERMS_ATTRIBUTION, Terms} from "../../../contracts/licence/Terms.sol";
import {Fixture} from "./Fixture.sol";
import {vm} from "./Vm.sol";

/// @title The studio holds a licence of the troupe's mask for a year, which the troupe may say it broke.
abstract contract BreachStage is Fixture {
    uint256 internal constant NOW = 1_800_000_000;
    uint256 internal constant CURE = 1_209_600;
    uint256 internal _workId;
    bytes32 internal _termsId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
        _termsId = _license(troupe, _workId, _terms(), studio);
    }

    function _terms() internal pure returns (Terms memory terms) {
        terms = _freeTerms();
        (terms.duration, terms.flags) = (365 days, TERMS_ATTRIBUTION);
    }

    function _held() internal view returns (Licence memory) {
        return licences.licenceOf(_workId, _termsId, studio);
    }

    function _record(Breach breach) internal {
        vm.prank(troupe);
        licences.recordBreach(_workId, _termsId, studio, breach, "evidence");
    }

    function _revoke() internal {
        vm.prank(troupe);
        licences.revoke(_workId, _termsId, studio);
    }

    function _curable(uint256 until) internal {
        vm.expectRevert(
            abi.encodeWithSelector(ILicenceRegistry.BreachCurable.selector, _workId, _termsId, studio, until)
        );
    }

    function _expired(uint256 until) internal view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ILicenceRegistry.LicenceExpired.selector,
                _workId,
                _termsId,
                studio,
                until
            );
    }
}
