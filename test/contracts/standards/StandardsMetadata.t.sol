// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IWorkToken} from "../../../contracts/work/IWorkToken.sol";
import {Registration} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue, bound} from "../../support/sol/Assert.sol";
import {Fixture} from "../../support/sol/Fixture.sol";
import {Vm, vm} from "../../support/sol/Vm.sol";

/// @title ERC-165, the metadata of ERC-721, ERC-2981, ERC-4906 and ERC-7572, requirement by requirement.
contract StandardsMetadataTest is Fixture {
    uint256 private _workId;

    function setUp() public override {
        super.setUp();
        _workId = _register(troupe, _mask("mask"));
    }

    /* ERC-165 */

    /// @dev True for the id of each interface that is there, ERC-165's own among them.
    function test_ItNamesTheInterfacesItHas() public view {
        _supports("supportsInterface(bytes4)");
        _supports("royaltyInfo(uint256,uint256)");
        assertTrue(works.supportsInterface(_erc721()), "ERC-721");
        assertTrue(works.supportsInterface(_erc721Metadata()), "ERC-721 metadata");
        // ERC-4906 has events only, so its id is the two numbers written one after the other.
        assertTrue(works.supportsInterface(0x49064906), "ERC-4906");
    }

    /// @dev False for 0xffffffff, and for what is not there: no list of all tokens, no receiver, no ERC-1155.
    function test_ItNamesNoOthers() public view {
        bytes4[5] memory others = [bytes4(0xffffffff), 0x00000000, 0x780e9d63, 0x150b7a02, 0xd9b67a26];
        for (uint256 i = 0; i < others.length; ++i) {
            assertTrue(!works.supportsInterface(others[i]), "supports another");
        }
    }

    function testFuzz_ItNamesNoOthers(bytes4 id) public view {
        bool known = id == _erc721() || id == _erc721Metadata() || id == 0x01ffc9a7;
        known = known || id == 0x2a55205a || id == 0x49064906;
        assertTrue(works.supportsInterface(id) == known, "supports");
    }

    /// @dev An answer takes less than 30,000 gas.
    function test_AnAnswerIsCheap() public view {
        bytes memory question = abi.encodeWithSelector(0x01ffc9a7, bytes4(0xffffffff));
        (bool answered, bytes memory answer) = address(works).staticcall{gas: 30_000}(question);
        assertTrue(answered, "more than 30,000 gas");
        assertEq(answer.length, 32);
    }

    /* METADATA */

    /// @dev tokenURI throws for what is no token.
    function test_RevertWhen_TheTokenIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7));
        works.tokenURI(7);
    }

    /// @dev Each token has a URI of its own, which holds what the metadata hashes to.
    function test_TheUriNamesTheMetadataByItsHash() public {
        uint256 other = _register(studio, _mask("other"));
        assertEq(works.tokenURI(_workId), _uri("https://lianpu.example/", _workId));
        assertEq(works.tokenURI(other), _uri("https://lianpu.example/", other));
        works.setBaseURI("ipfs://");
        assertEq(works.tokenURI(_workId), _uri("ipfs://", _workId));
    }

    /* ERC-2981 */

    /// @dev The same receiver at every price, and a royalty in the unit of the price.
    function testFuzz_TheRoyaltyIsItsShareOfAnyPrice(uint16 share, uint256 price) public {
        Registration memory r = _mask("sold");
        r.resaleBps = uint16(bound(share, 0, 9999));
        uint256 workId = _register(troupe, r);
        (address receiver, uint256 amount) = works.royaltyInfo(workId, price);
        assertEq(receiver, royalties.receiverOf(workId));
        // Rounded down: the share of the whole tens of thousands, and that of what is beyond them.
        uint256 whole = (price / 10_000) * r.resaleBps;
        assertEq(amount, whole + ((price % 10_000) * r.resaleBps) / 10_000);
        assertTrue(amount < price || price == 0, "the whole price");
    }

    /// @dev Nobody is to be paid for what is no token.
    function test_RevertWhen_ARoyaltyIsAskedOfAnUnknownToken() public {
        vm.expectRevert(abi.encodeWithSelector(IWorkToken.WorkUnknown.selector, 7));
        works.royaltyInfo(7, 100);
    }

    function test_TheRoyaltyStaysWhereverTokenAndRoleGo() public {
        (address receiver, uint256 amount) = works.royaltyInfo(_workId, 10_000);
        assertEq(amount, 500);
        vm.prank(troupe);
        works.transferFrom(troupe, studio, _workId);
        _passOn(troupe, _workId, academy);
        (address after_, uint256 amountAfter) = works.royaltyInfo(_workId, 10_000);
        assertEq(after_, receiver);
        assertEq(amountAfter, 500);
    }

    /* ERC-4906 */

    /// @dev MetadataUpdate when the metadata of one token changed.
    function test_AnAmendmentIsAnUpdateOfOneToken() public {
        vm.expectEmit(address(works));
        emit IERC4906.MetadataUpdate(_workId);
        vm.prank(troupe);
        works.amendMetadata(_workId, "second", 1);
    }

    /// @dev BatchMetadataUpdate when that of a range changed; all tokens are those from zero to the largest id.
    function test_AnotherBaseIsAnUpdateOfAllTokens() public {
        vm.expectEmit(address(works));
        emit IERC4906.BatchMetadataUpdate(0, type(uint256).max);
        works.setBaseURI("ipfs://");
    }

    /// @dev It is recommended not to emit an update when a token is made.
    function test_ANewTokenIsNoUpdate() public {
        vm.recordLogs();
        _register(troupe, _mask("new"));
        bytes32 update = keccak256("MetadataUpdate(uint256)");
        bytes32 batch = keccak256("BatchMetadataUpdate(uint256,uint256)");
        bytes32[] memory topics = _recordedTopics();
        assertEq(topics.length, 2);
        for (uint256 i = 0; i < topics.length; ++i) {
            assertTrue(topics[i] != update && topics[i] != batch, "an update");
        }
    }

    /* ERC-7572 */

    /// @dev contractURI says where the collection is described; ContractURIUpdated says that this changed.
    function test_TheCollectionIsDescribedSomewhere() public {
        assertEq(works.contractURI(), "https://lianpu.example/collection");
        vm.expectEmit(address(works));
        emit IWorkToken.ContractURIUpdated();
        works.setBaseURI("ipfs://");
        assertEq(works.contractURI(), "ipfs://collection");
    }

    function test_TheEventIsTheOneOfTheStandard() public {
        vm.recordLogs();
        works.setBaseURI("ipfs://");
        bytes32[] memory topics = _recordedTopics();
        assertEq(topics.length, 3);
        assertEq(topics[0], keccak256("BaseURIChanged(string)"));
        assertEq(topics[1], keccak256("BatchMetadataUpdate(uint256,uint256)"));
        assertEq(topics[2], keccak256("ContractURIUpdated()"));
    }

    function _recordedTopics() private returns (bytes32[] memory topics) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        topics = new bytes32[](logs.length);
        for (uint256 i = 0; i < logs.length; ++i) topics[i] = logs[i].topics[0];
    }

    function _supports(string memory signature) private view {
        assertTrue(works.supportsInterface(bytes4(keccak256(bytes(signature)))), signature);
    }

    /// @dev An interface's id is all its selectors, one XOR the other.
    function _erc721() private pure returns (bytes4 id) {
        string[9] memory signatures = [
            "balanceOf(address)",
            "ownerOf(uint256)",
            "approve(address,uint256)",
            "getApproved(uint256)",
            "setApprovalForAll(address,bool)",
            "isApprovedForAll(address,address)",
            "transferFrom(address,address,uint256)",
            "safeTransferFrom(address,address,uint256)",
            "safeTransferFrom(address,address,uint256,bytes)"
        ];
        for (uint256 i = 0; i < signatures.length; ++i) id ^= bytes4(keccak256(bytes(signatures[i])));
    }

    function _erc721Metadata() private pure returns (bytes4) {
        return
            bytes4(keccak256("name()")) ^
            bytes4(keccak256("symbol()")) ^
            bytes4(keccak256("tokenURI(uint256)"));
    }

    function _uri(string memory base, uint256 workId) private view returns (string memory) {
        string memory hash = Strings.toHexString(uint256(works.metadataHashOf(workId)), 32);
        return string.concat(base, "metadata/", hash);
    }
}
