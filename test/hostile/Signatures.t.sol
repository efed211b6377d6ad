// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Registration} from "../../contracts/work/Work.sol";
import {Altered} from "../support/sol/Altered.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Sign} from "../support/sol/Sign.sol";
import {vm} from "../support/sol/Vm.sol";
import {setChainId} from "../support/sol/chainId.sol";

/// @title A signed registration is good for exactly what was signed (S1), in exactly one form (S2).
contract SignaturesTest is Altered {
    uint256 private constant DEADLINE = 1_800_000_060;

    /// @dev What was signed, changed in one place after the other, and signed as it was.
    function test_RevertWhen_AnySingleFieldIsNotTheSignedOne() public {
        bytes memory signature = _signed(_full());
        for (uint256 field = 0; field < FIELDS; ++field) {
            Registration memory r = _full();
            bytes32 before = keccak256(abi.encode(r));
            _change(r, field);
            assertTrue(keccak256(abi.encode(r)) != before, "nothing was changed");
            _refused(painter, r, DEADLINE, signature);
        }
        assertEq(works.nonces(painter), 0);
        works.registerFor(painter, _full(), _none(), DEADLINE, signature);
    }

    function test_RevertWhen_CreatorDeadlineOrNonceAreNotTheSignedOnes() public {
        Registration memory r = _full();
        bytes memory signature = _signed(r);
        _refused(troupe, r, DEADLINE, signature);
        _refused(address(0), r, DEADLINE, signature);
        _refused(painter, r, DEADLINE + 1, signature);
        _refused(painter, r, DEADLINE - 1, signature);
        _refused(painter, r, DEADLINE, _signedWith(r, 1, address(works)));
        // Its turn comes when another was used.
        Registration memory other = _mask("other");
        works.registerFor(painter, other, _none(), DEADLINE, _signed(other));
        _refused(painter, r, DEADLINE, signature);
        works.registerFor(painter, r, _none(), DEADLINE, _signedWith(r, 1, address(works)));
    }

    function test_RevertWhen_ContractOrChainAreNotTheSignedOnes() public {
        Registration memory r = _full();
        _refused(painter, r, DEADLINE, _signedWith(r, 0, address(licences)));
        _refused(painter, r, DEADLINE, _signedWith(r, 0, address(0)));
        bytes memory signature = _signed(r);
        uint256 here = block.chainid;
        setChainId(here + 1);
        _refused(painter, r, DEADLINE, signature);
        bytes memory there = _signed(r);
        setChainId(here);
        _refused(painter, r, DEADLINE, there);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
    }

    function test_RevertWhen_TheSignatureIsInAnyOtherForm() public {
        Registration memory r = _full();
        bytes[] memory forms = _formsOf(_digest(r));
        for (uint256 i = 1; i < forms.length; ++i) _refused(painter, r, DEADLINE, forms[i]);
        works.registerFor(painter, r, _none(), DEADLINE, forms[0]);
    }

    /// @dev Nobody has the key of address zero, which is what a failed recovery says.
    function test_RevertWhen_NobodySigned() public {
        Registration memory r = _full();
        _refused(address(0), r, DEADLINE, new bytes(65));
        _refused(address(0), r, DEADLINE, bytes.concat(bytes32("r"), bytes32("s"), hex"00"));
        _refused(address(0), r, DEADLINE, "");
    }

    function testFuzz_NoOtherBytesAreASignature(bytes calldata signature) public {
        _refused(painter, _full(), DEADLINE, signature);
    }

    /// @dev One byte of a good signature changed, whichever.
    function testFuzz_NoNeighbourOfASignatureIsOne(uint256 place, uint8 by) public {
        Registration memory r = _full();
        bytes memory signature = _signed(r);
        place = place % 65;
        signature[place] = bytes1(uint8(signature[place]) ^ (by == 0 ? 1 : by));
        _refused(painter, r, DEADLINE, signature);
    }

    function _digest(Registration memory r) private view returns (bytes32) {
        return
            Sign.digest(address(works), Sign.registrationHash(painter, r, works.nonces(painter), DEADLINE));
    }

    function _signed(Registration memory r) private view returns (bytes memory) {
        return Sign.sign(PAINTER_KEY, _digest(r));
    }

    function _signedWith(
        Registration memory r,
        uint256 nonce,
        address verifier
    ) private view returns (bytes memory) {
        bytes32 message = Sign.registrationHash(painter, r, nonce, DEADLINE);
        return Sign.sign(PAINTER_KEY, Sign.digest(verifier, message));
    }

    function _refused(
        address creator,
        Registration memory r,
        uint256 deadline,
        bytes memory signature
    ) private {
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, creator));
        works.registerFor(creator, r, _none(), deadline, signature);
    }
}
