// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IAccreditations} from "../../../contracts/heritage/IAccreditations.sol";
import {ALL_ROLES, COMMUNITY, CUSTODIAN, REGISTRAR} from "../../../contracts/heritage/Roles.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Kind, Registration} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {vm} from "../../support/sol/Vm.sol";

contract AccreditationsTest is Fixture {
    function test_RolesAreGivenInPlaceOfThoseBefore() public {
        uint8[4] memory given = [CUSTODIAN | REGISTRAR, COMMUNITY, ALL_ROLES, 0];
        for (uint256 i = 0; i < given.length; ++i) {
            vm.expectEmit(address(accreditations));
            emit IAccreditations.Accredited(studio, given[i]);
            accreditations.accredit(studio, given[i]);
            assertEq(accreditations.rolesOf(studio), given[i]);
        }
        assertEq(accreditations.rolesOf(platform), 0);
    }

    function test_TheRolesAreThreeBits() public pure {
        assertEq(CUSTODIAN, 1);
        assertEq(COMMUNITY, 2);
        assertEq(REGISTRAR, 4);
        assertEq(ALL_ROLES, 7);
    }

    function testFuzz_RevertWhen_ARoleIsUnknown(uint8 roles) public {
        vm.assume(roles > 7);
        vm.expectRevert(abi.encodeWithSelector(IAccreditations.AccreditationRolesUnknown.selector, roles));
        accreditations.accredit(studio, roles);
    }

    function test_RevertWhen_AnybodyButTheAdministratorAccredits() public {
        accreditations.accredit(academy, ALL_ROLES);
        address[4] memory others = [academy, troupe, auditor, address(manager)];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, others[i])
            );
            vm.prank(others[i]);
            accreditations.accredit(others[i], CUSTODIAN);
        }
        assertEq(accreditations.rolesOf(troupe), 0);
    }

    function test_ARegistrarVouchesForAHolderAndNoLonger() public {
        accreditations.accredit(auditor, REGISTRAR);
        bool[3] memory attested = [true, true, false];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectEmit(address(accreditations));
            emit IAccreditations.HolderAttested(auditor, studio, attested[i]);
            vm.prank(auditor);
            accreditations.attest(studio, attested[i]);
            assertTrue(accreditations.isAttested(auditor, studio) == attested[i], "attested");
            assertTrue(!accreditations.isAttested(auditor, platform), "somebody else");
        }
    }

    function test_OneRegistrarDoesNotSpeakForAnother() public {
        accreditations.accredit(auditor, REGISTRAR);
        accreditations.accredit(academy, REGISTRAR);
        vm.prank(auditor);
        accreditations.attest(studio, true);
        assertTrue(!accreditations.isAttested(academy, studio), "of the academy");
        assertTrue(accreditations.isAttested(auditor, studio), "of the auditor");
    }

    function test_RevertWhen_AnybodyButARegistrarAttests() public {
        accreditations.accredit(academy, CUSTODIAN | COMMUNITY);
        address[3] memory others = [academy, studio, address(this)];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IAccreditations.AccreditationNotRegistrar.selector, others[i])
            );
            vm.prank(others[i]);
            accreditations.attest(studio, true);
        }
    }

    function test_ADismissedRegistrarVouchesForNobodyUntilItIsBack() public {
        accreditations.accredit(auditor, REGISTRAR);
        vm.prank(auditor);
        accreditations.attest(studio, true);
        accreditations.accredit(auditor, CUSTODIAN | COMMUNITY);
        assertTrue(!accreditations.isAttested(auditor, studio), "still");
        vm.expectRevert(abi.encodeWithSelector(IAccreditations.AccreditationNotRegistrar.selector, auditor));
        vm.prank(auditor);
        accreditations.attest(studio, false);

        accreditations.accredit(auditor, REGISTRAR);
        assertTrue(accreditations.isAttested(auditor, studio), "no longer");
    }

    function test_HeritageIsForCustodiansAndCommunitiesAndNobodyElse() public {
        for (uint8 roles = 0; roles <= ALL_ROLES; ++roles) {
            accreditations.accredit(studio, roles);
            Registration memory r = _mask(bytes32(uint256(roles) + 1));
            r.kind = Kind.HeritageElement;
            bool may = roles & (CUSTODIAN | COMMUNITY) != 0;
            if (!may)
                vm.expectRevert(
                    abi.encodeWithSelector(IWorkRegistry.WorkCustodianNotAccredited.selector, studio)
                );
            _register(studio, r);
        }
    }

    function testFuzz_RolesAreWhatWasGivenLast(uint8[4] calldata given) public {
        for (uint256 i = 0; i < given.length; ++i) {
            uint8 roles = given[i] & ALL_ROLES;
            accreditations.accredit(studio, roles);
            assertEq(accreditations.rolesOf(studio), roles);
        }
    }
}
