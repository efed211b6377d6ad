// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DISPLAY, PERFORM} from "../../../contracts/shared/Uses.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Registration} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {Wallet} from "../../support/sol/Doubles.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Sign} from "../../support/sol/Sign.sol";
import {Vm, vm} from "../../support/sol/Vm.sol";

interface IERC1271 {
    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4);
}

/// @title ERC-7015: who reads the event alone can verify that the creator signed.
contract StandardsErc7015Test is Fixture {
    uint256 private constant DEADLINE = 1_800_000_060;
    bytes32 private constant TOPIC = keccak256("CreatorAttribution(bytes32,string,string,address,bytes)");

    struct Attribution {
        bytes32 structHash;
        string domainName;
        string version;
        address creator;
        bytes signature;
    }

    /// @dev The contract emits CreatorAttribution with all that is needed to rebuild the digest and check the signature:
    /// the hash of the signed struct, name and version of the domain, the creator and the signature. The rest of the
    /// domain is the chain and the contract that emitted it.
    function test_TheSignatureVerifiesFromTheEventAlone() public {
        Registration memory r = _full("first");
        bytes memory signature = _sign(r, 0);
        vm.recordLogs();
        vm.prank(platform);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
        (Attribution memory found, uint256 count) = _attribution();
        assertEq(count, 1);
        assertEq(found.creator, painter);
        assertEq(_recover(_digest(found), found.signature), painter);
    }

    /// @dev The domain of the event is the one the contract says of itself (EIP-5267).
    function test_TheDomainIsTheContractsOwn() public {
        Registration memory r = _full("first");
        bytes memory signature = _sign(r, 0);
        vm.recordLogs();
        works.registerFor(painter, r, _none(), DEADLINE, signature);
        (Attribution memory found, ) = _attribution();
        (, string memory name, string memory version, uint256 chainId, address verifier, , ) = works
            .eip712Domain();
        assertEq(found.domainName, name);
        assertEq(found.version, version);
        assertEq(chainId, block.chainid);
        assertEq(verifier, address(works));
        assertEq(found.structHash, Sign.registrationHash(painter, r, 0, DEADLINE));
    }

    /// @dev Every signed registration has its own: the nonce is in what is signed.
    function test_EachRegistrationHasAnAttributionOfItsOwn() public {
        bytes32[3] memory hashes;
        for (uint256 i = 0; i < 3; ++i) {
            Registration memory r = _mask(bytes32(i + 1));
            bytes memory signature = _sign(r, i);
            vm.recordLogs();
            works.registerFor(painter, r, _none(), DEADLINE, signature);
            (Attribution memory found, uint256 count) = _attribution();
            assertEq(count, 1);
            assertEq(_recover(_digest(found), found.signature), painter);
            hashes[i] = found.structHash;
        }
        assertTrue(hashes[0] != hashes[1] && hashes[1] != hashes[2], "the same hash");
    }

    /// @dev A contract that is a creator is asked for its signature (ERC-1271), and so can readers.
    function test_AContractsSignatureVerifiesByAskingIt() public {
        Wallet wallet = new Wallet();
        Registration memory r = _mask("mask");
        bytes32 structHash = Sign.registrationHash(address(wallet), r, 0, DEADLINE);
        wallet.accept(Sign.digest(address(works), structHash));
        vm.recordLogs();
        works.registerFor(address(wallet), r, _none(), DEADLINE, "any");
        (Attribution memory found, ) = _attribution();
        assertEq(found.creator, address(wallet));
        bytes4 answer = IERC1271(found.creator).isValidSignature(_digest(found), found.signature);
        assertEq(bytes32(answer), bytes32(bytes4(0x1626ba7e)));
    }

    /// @dev Where nobody signed, nobody is said to have.
    function test_ACreatorThatRegistersItselfSignsNothing() public {
        vm.recordLogs();
        _register(painter, _full("first"));
        (, uint256 count) = _attribution();
        assertEq(count, 0);
    }

    /// @dev A signature that does not verify leaves no attribution, and a second relay no second one.
    function test_OnlyAValidSignatureIsEmittedAndOnlyOnce() public {
        Registration memory r = _full("first");
        bytes memory signature = _sign(r, 1);
        vm.recordLogs();
        vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SignatureInvalid.selector, painter));
        works.registerFor(painter, r, _none(), DEADLINE, signature);
        signature = _sign(r, 0);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
        works.registerFor(painter, r, _none(), DEADLINE, signature);
        (, uint256 count) = _attribution();
        assertEq(count, 1);
    }

    function testFuzz_TheSignatureVerifiesWhateverIsSigned(
        bytes32 content,
        bytes32 metadata,
        uint16 kept
    ) public {
        vm.assume(content != 0 && metadata != 0);
        Registration memory r = _full(content);
        r.metadataHash = metadata;
        r.moralRights = uint8(kept % 8);
        bytes memory signature = _sign(r, 0);
        vm.recordLogs();
        works.registerFor(painter, r, _none(), DEADLINE, signature);
        (Attribution memory found, ) = _attribution();
        assertEq(_recover(_digest(found), found.signature), painter);
    }

    function _full(bytes32 content) private pure returns (Registration memory r) {
        r = _mask(content);
        (r.retained, r.holderUses, r.moralRights, r.aiSummary) = (PERFORM, DISPLAY, 3, 2);
        r.payees = _payees(address(0xA11), 6000, address(0xB0B), 4000);
    }

    function _sign(Registration memory r, uint256 nonce) private view returns (bytes memory) {
        bytes32 structHash = Sign.registrationHash(painter, r, nonce, DEADLINE);
        return Sign.sign(PAINTER_KEY, Sign.digest(address(works), structHash));
    }

    function _attribution() private returns (Attribution memory found, uint256 count) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] != TOPIC) continue;
            assertEq(logs[i].emitter, address(works));
            ++count;
            (found.structHash, found.domainName, found.version, found.creator, found.signature) = abi.decode(
                logs[i].data,
                (bytes32, string, string, address, bytes)
            );
        }
    }

    /// @dev As a reader builds it, from the event's own fields.
    function _digest(Attribution memory a) private view returns (bytes32) {
        bytes32 typeHash = keccak256(
            "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
        );
        bytes32 name = keccak256(bytes(a.domainName));
        bytes32 version = keccak256(bytes(a.version));
        bytes32 domain = keccak256(abi.encode(typeHash, name, version, block.chainid, address(works)));
        return keccak256(bytes.concat(hex"1901", domain, a.structHash));
    }

    function _recover(bytes32 digest, bytes memory signature) private pure returns (address) {
        assertEq(signature.length, 65);
        (bytes32 r, bytes32 s, uint8 v) = (0, 0, uint8(signature[64]));
        assembly ("memory-safe") {
            r := mload(add(signature, 32))
            s := mload(add(signature, 64))
        }
        return ecrecover(digest, v, r, s);
    }
}
