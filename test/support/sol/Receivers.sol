// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

/// @title A contract that answers the arrival of a token with what it was told to, and notes what it was asked.
contract Answerer {
    bytes4 private immutable _ANSWER;
    address public operator;
    address public from;
    uint256 public tokenId;
    bytes public data;
    address public ownerThen;

    constructor(bytes4 answer) {
        _ANSWER = answer;
    }

    function onERC721Received(
        address by,
        address before,
        uint256 id,
        bytes calldata sent
    ) external returns (bytes4) {
        (operator, from, tokenId, data) = (by, before, id, sent);
        ownerThen = IERC721(msg.sender).ownerOf(id);
        return _ANSWER;
    }
}

/// @title A contract that refuses every token, and says why.
contract Objector {
    error NoTokensPlease();

    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        revert NoTokensPlease();
    }
}

/// @title A contract that knows nothing of tokens.
contract Deaf {}

/// @title A payee that counts the gas it is sent money with, and may need more of it than a transfer brings.
contract Counting {
    uint256 public gasGiven;
    bool public greedy;

    receive() external payable {
        uint256 given = gasleft();
        gasGiven = given;
        while (greedy) given = gasleft();
    }

    function setGreedy() external {
        greedy = true;
    }
}
