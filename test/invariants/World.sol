// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {COMMUNITY, CUSTODIAN, REGISTRAR} from "../../contracts/heritage/Roles.sol";
import {Terms} from "../../contracts/licence/Terms.sol";
import {Uses} from "../../contracts/shared/Uses.sol";
import {Registration, Shares, Work} from "../../contracts/work/Work.sol";
import {assertTrue} from "../support/sol/Assert.sol";
import {FeeToken, Refuser} from "../support/sol/Doubles.sol";
import {LogStage} from "../support/sol/LogStage.sol";
import {PermitToken} from "../support/sol/PermitToken.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title What all actors see, and what the laws are judged by.
/// @notice An action that is refused is no fault; one that is let through and breaks a law fails at once.
abstract contract World is LogStage {
    /// @param forbidden What the creator or any ancestor's retained, or a label of one of them closed.
    /// @param passed What the licences that the work was registered under pass on.
    /// @param sharesHash As it was right after registration.
    struct Node {
        uint256 workId;
        address registrant;
        Uses forbidden;
        Uses passed;
        bytes32 sharesHash;
        uint256[] sources;
        bytes registration;
        bytes sourceShares;
        bytes shares;
    }

    struct Deal {
        uint256 node;
        bytes32 termsId;
        Terms terms;
    }

    uint256 internal constant MOST_WORKS = 24;

    address[] public people;
    address[] public currencies;
    address[] internal payees;
    Node[] internal nodes;
    Deal[] internal deals;
    uint256 internal time;
    uint256 internal lastSucceeded;

    mapping(address currency => uint256) public paid;
    mapping(address currency => uint256) public claimed;
    /// @dev What was sent to the ledger past all of its functions.
    mapping(address currency => uint256) public forced;
    mapping(bytes32 action => uint256) public done;
    mapping(address currency => mapping(address payee => uint256)) internal _seen;
    mapping(uint256 workId => uint256[]) internal _dealsOf;

    /// @dev Time is carried from action to action, and after each nobody may have lost what it can claim.
    modifier acts() {
        vm.warp(time);
        _;
        for (uint256 i = 0; i < payees.length; ++i) {
            for (uint256 j = 0; j < currencies.length; ++j) _watch(payees[i], currencies[j]);
        }
    }

    constructor() {
        setUp();
        time = block.timestamp;
        PermitToken coin = new PermitToken();
        FeeToken fee = new FeeToken(address(this), 100 * WEALTH, 1000);
        currencies = [NATIVE, address(coin), address(fee)];
        people = [painter, troupe, academy, studio, platform, auditor, address(new Refuser())];
        payees = people;
        for (uint256 i = 0; i < people.length; ++i) {
            vm.deal(people[i], WEALTH);
            coin.mint(people[i], WEALTH);
            fee.transfer(people[i], WEALTH);
            _allow(people[i], address(coin));
            _allow(people[i], address(fee));
        }
        accreditations.accredit(academy, CUSTODIAN | COMMUNITY);
        accreditations.accredit(auditor, REGISTRAR);
        for (uint256 i = 0; i < 4; ++i) {
            vm.prank(auditor);
            accreditations.attest(people[i], true);
        }
    }

    /* WHAT THE LAWS ASK */

    function held(address currency) external view returns (uint256) {
        return
            currency == NATIVE ? address(royalties).balance : IERC20(currency).balanceOf(address(royalties));
    }

    function credited(address currency) external view returns (uint256 sum) {
        for (uint256 i = 0; i < nodes.length; ++i) sum += royalties.workCredit(nodes[i].workId, currency);
        for (uint256 i = 0; i < payees.length; ++i) sum += royalties.payeeCredit(payees[i], currency);
    }

    function count() external view returns (uint256) {
        return nodes.length;
    }

    function workAt(uint256 index) external view returns (Work memory) {
        return works.workOf(nodes[index].workId);
    }

    function rightsAt(
        uint256 index
    ) external view returns (Uses forbidden, Uses passed, uint256[] memory sources) {
        return (nodes[index].forbidden, nodes[index].passed, nodes[index].sources);
    }

    /* HOW ACTORS ACT */

    function _act(address who, address target, bytes memory data) internal returns (bool ok) {
        return _act(who, target, 0, data);
    }

    function _act(address who, address target, uint256 value, bytes memory data) internal returns (bool ok) {
        vm.prank(who);
        (ok, ) = target.call{value: value}(data);
    }

    function _did(bytes32 action) internal {
        ++done[action];
    }

    function _person(uint256 seed) internal view returns (address) {
        return people[seed % people.length];
    }

    function _currency(uint256 seed) internal view returns (address) {
        return currencies[seed % currencies.length];
    }

    function _node(uint256 seed) internal view returns (Node storage) {
        return nodes[_at(seed)];
    }

    /// @dev Any work, and often the one whose creator's role passed on last.
    function _at(uint256 seed) internal view returns (uint256) {
        return seed % 4 == 0 ? lastSucceeded : (seed / 4) % nodes.length;
    }

    function _sharesAt(uint256 index) internal view returns (Shares memory) {
        return abi.decode(nodes[index].shares, (Shares));
    }

    function _registrationAt(uint256 index) internal view returns (Registration memory) {
        return abi.decode(nodes[index].registration, (Registration));
    }

    function _sourceSharesAt(uint256 index) internal view returns (Shares[] memory) {
        return abi.decode(nodes[index].sourceShares, (Shares[]));
    }

    /// @dev What of an amount reaches the ledger.
    function _arrives(address currency, uint256 amount) internal view returns (uint256) {
        return currency == currencies[2] ? amount - amount / 10 : amount;
    }

    function _indexOf(uint256 workId) internal view returns (uint256 index) {
        while (nodes[index].workId != workId) ++index;
    }

    /// @dev All that no administrator, no stranger and no trade may change, in one word.
    function _fixed() internal view returns (bytes32 sum) {
        for (uint256 i = 0; i < nodes.length; ++i) {
            uint256 workId = nodes[i].workId;
            sum = keccak256(
                abi.encode(
                    sum,
                    works.packedOf(workId),
                    works.sharesHashOf(workId),
                    works.metadataHashOf(workId),
                    works.labelsOf(workId),
                    works.registrantOf(workId),
                    works.successorOf(workId),
                    works.ownerOf(workId)
                )
            );
        }
        for (uint256 i = 0; i < deals.length; ++i) {
            (bool open, uint32 sold) = licences.offerOf(nodes[deals[i].node].workId, deals[i].termsId);
            sum = keccak256(abi.encode(sum, open, sold));
        }
        for (uint256 i = 0; i < payees.length; ++i) {
            sum = keccak256(abi.encode(sum, royalties.recipientOf(payees[i])));
        }
    }

    /// @dev All money there is, in one word.
    function _money() internal view returns (bytes32 sum) {
        for (uint256 j = 0; j < currencies.length; ++j) {
            for (uint256 i = 0; i < nodes.length; ++i) {
                sum = keccak256(abi.encode(sum, royalties.workCredit(nodes[i].workId, currencies[j])));
            }
            for (uint256 i = 0; i < payees.length; ++i) {
                sum = keccak256(abi.encode(sum, royalties.payeeCredit(payees[i], currencies[j])));
            }
        }
    }

    function _watch(address payee, address currency) private {
        uint256 credit = royalties.payeeCredit(payee, currency);
        uint256 before = _seen[currency][payee];
        assertTrue(credit >= before, "what somebody can claim fell without a claim");
        if (credit != before) _seen[currency][payee] = credit;
    }

    function _allow(address who, address token) private {
        vm.prank(who);
        IERC20(token).approve(address(royalties), type(uint256).max);
    }
}
