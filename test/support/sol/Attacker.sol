// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice Something an attacker tries while somebody else's call is under way.
struct Attempt {
    address target;
    uint256 value;
    bytes data;
}

/// @title Whoever is called in the middle of things: it tries everything it was told to, and counts what got through.
abstract contract Attacker {
    Attempt[] private _attempts;
    uint256 public tried;
    bytes[] private _succeeded;
    bool private transient _within;

    function plan(Attempt[] calldata attempts) external {
        delete _attempts;
        for (uint256 i = 0; i < attempts.length; ++i) _attempts.push(attempts[i]);
    }

    /// @notice What got through, call by call.
    function succeeded() external view returns (bytes[] memory) {
        return _succeeded;
    }

    /// @notice Acts as the attacker from outside.
    function act(address target, uint256 value, bytes calldata data) external payable returns (bytes memory) {
        (bool ok, bytes memory result) = target.call{value: value}(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(result, 32), mload(result))
            }
        }
        return result;
    }

    function _attack() internal {
        if (_within) return;
        _within = true;
        for (uint256 i = 0; i < _attempts.length; ++i) {
            Attempt storage attempt = _attempts[i];
            (bool ok, ) = attempt.target.call{value: attempt.value, gas: 3_000_000}(attempt.data);
            ++tried;
            if (ok) _succeeded.push(attempt.data);
        }
        _within = false;
    }
}

/// @title An account with code: it attacks when it is sent native currency or a work's token.
contract HostileAccount is Attacker {
    receive() external payable {
        _attack();
    }

    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        _attack();
        return this.onERC721Received.selector;
    }
}

/// @title A token that attacks at every call of it that may change anything; and one of its holders and spenders.
contract HostileToken is ERC20, Attacker {
    constructor(address holder, uint256 amount) ERC20("Hostile", "HOS") {
        _mint(holder, amount);
    }

    receive() external payable {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function permit(address, address, uint256, uint256, uint8, bytes32, bytes32) external {
        _attack();
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        _attack();
        return super.transfer(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        _attack();
        bool moved = super.transferFrom(from, to, amount);
        _attack();
        return moved;
    }
}

/// @title A payee that answers native currency in the way it is told to.
contract HostilePayee {
    enum Way {
        Revert,
        Burn,
        Loop,
        Bomb,
        RevertBomb
    }

    Way private immutable _WAY;

    constructor(Way way) {
        _WAY = way;
    }

    receive() external payable {
        Way way = _WAY;
        assembly ("memory-safe") {
            switch way
            case 0 {
                revert(0, 0)
            }
            case 1 {
                invalid()
            }
            case 2 {
                for {} 1 {} {}
            }
            case 3 {
                return(0, 60000)
            }
            default {
                revert(0, 60000)
            }
        }
    }

    /// @notice Acts as the payee.
    function act(address target, bytes calldata data) external {
        (bool ok, ) = target.call(data);
        require(ok, "act");
    }
}
