// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {ReceiverAt, Signed} from "../support/sol/Deployed.sol";
import {Fixture} from "../support/sol/Fixture.sol";

/// @title What the contracts say of themselves and of each other.
contract WiringTest is Fixture {
    function test_TheContractsKnowEachOther() public view {
        assertEq(address(works.LICENCES()), address(licences));
        assertEq(address(works.ROYALTIES()), address(royalties));
        assertEq(address(works.ACCREDITATIONS()), address(accreditations));
        assertEq(works.LOG(), address(log));
        assertEq(address(licences.WORKS()), address(works));
        assertEq(address(licences.ROYALTIES()), address(royalties));
        assertEq(address(usage.WORKS()), address(works));
        assertEq(address(usage.LICENCES()), address(licences));
        assertEq(address(royalties.WORKS()), address(works));
        assertEq(royalties.LICENCES(), address(licences));
        ReceiverAt receiver = ReceiverAt(royalties.RECEIVER());
        assertEq(address(receiver.LEDGER()), address(royalties));
        assertEq(receiver.RESALE(), bytes32("ERC2981"));
    }

    function test_TheAdministratorIsTheManager() public view {
        assertEq(works.authority(), address(manager));
        assertEq(accreditations.authority(), address(manager));
        assertEq(log.authority(), address(manager));
    }

    function test_TheTokenIsNamed() public view {
        assertEq(works.name(), "Lianpu");
        assertEq(works.symbol(), "LIANPU");
    }

    function test_SignaturesAreOfOneContractOnOneChain() public view {
        _domain(works);
        _domain(licences);
        _domain(log);
    }

    function _domain(Signed verifier) private view {
        (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            ,
            uint256[] memory extensions
        ) = verifier.eip712Domain();
        assertTrue(fields == 0x0f && extensions.length == 0, "fields");
        assertEq(name, "Lianpu");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifyingContract, address(verifier));
    }
}
