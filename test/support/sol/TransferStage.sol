// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Licence, TERMS_ABSOLUTE_SHARE, TERMS_TRANSFERABLE, Terms} from "../../../contracts/licence/Terms.sol";
import {Fixture} from "./Fixture.sol";
import {vm} from "./Vm.sol";

/// @title A mask of the troupe's, and licences of it that may be passed on.
abstract contract TransferStage is Fixture {
    uint256 internal constant NOW = 1_800_000_000;
    uint32 internal constant MOST = type(uint32).max;
    uint256 internal _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    function _terms(uint32 duration) internal pure returns (Terms memory terms) {
        terms = _freeTerms();
        (terms.duration, terms.revenueShareBps) = (duration, 300);
        terms.flags = TERMS_TRANSFERABLE | TERMS_ABSOLUTE_SHARE;
    }

    function _held(address licensee, Terms memory terms, uint32 units) internal returns (bytes32 termsId) {
        vm.prank(troupe);
        licences.offer(_workId, terms);
        return licences.acquire(_workId, terms, licensee, units, 0);
    }

    function _transfer(bytes32 termsId, address from, address to, uint32 units) internal {
        vm.prank(from);
        licences.transfer(_workId, termsId, to, units);
    }

    function _of(bytes32 termsId, address licensee) internal view returns (Licence memory) {
        return licences.licenceOf(_workId, termsId, licensee);
    }
}
