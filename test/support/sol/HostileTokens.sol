// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A token whose balances somebody else scales: up as interest, down as a loss.
contract RebasingToken is ERC20 {
    uint256 private _scale = 100;

    constructor(address holder, uint256 amount) ERC20("Rebasing", "REB") {
        _mint(holder, amount);
    }

    function rebase(uint256 percent) external {
        _scale = percent;
    }

    function balanceOf(address account) public view override returns (uint256) {
        return (super.balanceOf(account) * _scale) / 100;
    }
}

/// @title A token that answers false where it should revert, and moves nothing.
contract FalseToken {
    function balanceOf(address) external pure returns (uint256) {
        return 1 ether;
    }

    function transferFrom(address, address, uint256) external pure returns (bool) {
        return false;
    }
}

/// @title A token that answers nothing at all, as old ones do, and works.
contract SilentToken {
    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    constructor(address holder, uint256 amount) {
        balanceOf[holder] = amount;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @title A token whose issuer blocks accounts.
contract BlockingToken is ERC20 {
    mapping(address account => bool) public blocked;

    constructor(address holder, uint256 amount) ERC20("Blocking", "BLK") {
        _mint(holder, amount);
    }

    function block_(address account, bool is_) external {
        blocked[account] = is_;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!blocked[from] && !blocked[to], "blocked");
        super._update(from, to, value);
    }
}

/// @title A token that says of every balance what its master wants to hear, and moves nothing.
contract LyingToken {
    uint256 public first;
    uint256 public second;
    bool private _moved;

    function lie(uint256 before, uint256 after_) external {
        (first, second, _moved) = (before, after_, false);
    }

    function balanceOf(address) external view returns (uint256) {
        return _moved ? second : first;
    }

    function transfer(address, uint256) external pure returns (bool) {
        return true;
    }

    function transferFrom(address, address, uint256) external returns (bool) {
        return _moved = true;
    }
}

/// @title A token that fails in the way it is told to: every function of it.
contract BrokenToken {
    enum Way {
        Revert,
        Bomb,
        RevertBomb,
        Short,
        Burn
    }

    Way private immutable _WAY;

    constructor(Way way) {
        _WAY = way;
    }

    fallback() external {
        Way way = _WAY;
        if (way == Way.Revert) revert("broken");
        assembly ("memory-safe") {
            switch way
            case 1 {
                return(0, 100000)
            }
            case 2 {
                revert(0, 100000)
            }
            case 3 {
                return(0, 31)
            }
            default {
                invalid()
            }
        }
    }
}

/// @title A token that calls somebody else while it is asked for a balance.
contract NosyToken {
    address private immutable _TARGET;
    bytes private _data;
    uint256 private _moved;

    constructor(address target, bytes memory data) {
        _TARGET = target;
        _data = data;
    }

    /// @dev Not a view: nothing but the caller's care keeps it from changing anything.
    function balanceOf(address) external returns (uint256) {
        (bool ok, ) = _TARGET.call(_data);
        return ok ? 0 : _moved;
    }

    function transferFrom(address, address, uint256 amount) external returns (bool) {
        _moved += amount;
        return true;
    }
}
