// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Somebody who does what it is told.
contract Actor {
    receive() external payable {}

    function act(
        address target,
        bytes calldata data
    ) external payable returns (bool done, bytes memory answer) {
        return target.call{value: msg.value}(data);
    }
}

/// @title Several actors who play a whole story in one call, refusals included.
contract Stage {
    struct Line {
        uint256 actor;
        address target;
        uint256 value;
        bytes data;
    }
    struct Outcome {
        bool done;
        bytes answer;
    }

    Actor[] public actors;

    constructor(uint256 count) {
        for (uint256 i = 0; i < count; ++i) actors.push(new Actor());
    }

    function play(
        Line[] calldata lines
    ) external payable returns (Outcome[] memory outcomes, uint256 timestamp) {
        outcomes = new Outcome[](lines.length);
        for (uint256 i = 0; i < lines.length; ++i) {
            Line calldata line = lines[i];
            (outcomes[i].done, outcomes[i].answer) = actors[line.actor].act{value: line.value}(
                line.target,
                line.data
            );
        }
        return (outcomes, block.timestamp);
    }
}
