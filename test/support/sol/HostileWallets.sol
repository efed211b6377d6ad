// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A contract wallet whose key can be changed (ERC-1271).
contract RekeyedWallet {
    bytes32 private _accepted;

    function accept(bytes32 digest) external {
        _accepted = digest;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return digest == _accepted ? this.isValidSignature.selector : bytes4(0);
    }

    function act(address target, bytes calldata data) external {
        (bool ok, ) = target.call(data);
        require(ok, "act");
    }
}

/// @title A contract wallet that answers whatever it is asked in the way it is told to.
contract HostileWallet {
    enum Way {
        Nothing,
        Zero,
        AlmostMagic,
        MagicAtTheEnd,
        MagicThenDirt,
        Short,
        Revert,
        RevertWithMagic,
        Bomb,
        Burn,
        Loop
    }

    Way private immutable _WAY;

    constructor(Way way) {
        _WAY = way;
    }

    fallback() external {
        Way way = _WAY;
        assembly ("memory-safe") {
            switch way
            case 0 {
                stop()
            }
            case 1 {
                return(0, 32)
            }
            case 2 {
                mstore(0, shl(224, 0x1626ba7f))
                return(0, 32)
            }
            case 3 {
                mstore(0, 0x1626ba7e)
                return(0, 32)
            }
            case 4 {
                mstore(0, or(shl(224, 0x1626ba7e), 1))
                return(0, 32)
            }
            case 5 {
                mstore(0, shl(224, 0x1626ba7e))
                return(0, 31)
            }
            case 6 {
                revert(0, 0)
            }
            case 7 {
                mstore(0, shl(224, 0x1626ba7e))
                revert(0, 32)
            }
            case 8 {
                return(0, 1000000)
            }
            case 9 {
                invalid()
            }
            default {
                for {} 1 {} {}
            }
        }
    }
}

/// @title A contract wallet that agrees to everything, and does as much as it can while it is asked.
contract ReentrantWallet {
    address[] private _targets;
    bytes[] private _calls;

    function plan(address target, bytes calldata data) external {
        _targets.push(target);
        _calls.push(data);
    }

    /// @dev Not a view: nothing but the caller's care keeps it from changing anything.
    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        for (uint256 i = 0; i < _calls.length; ++i) {
            // Enough for any of them where it is allowed; a static call that writes loses all it has.
            (bool ok, ) = _targets[i].call{gas: 1_000_000}(_calls[i]);
            ok;
        }
        return this.isValidSignature.selector;
    }
}
