// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {CUSTODIAN} from "../../../contracts/heritage/Roles.sol";
import {Terms} from "../../../contracts/licence/Terms.sol";
import {Settlement} from "../../../contracts/royalty/IRoyaltyLedger.sol";
import {ALL_USES, NO_USES} from "../../../contracts/shared/Uses.sol";
import {Edge, Kind, Payee, Registration, Shares, Source, WHOLE_BPS} from "../../../contracts/work/Work.sol";
import {AccreditationsAt, LicencesAt, LogAt, ManagerAt, RoyaltiesAt, UsagesAt, WorksAt} from "./Deployed.sol";
import {vm} from "./Vm.sol";
import {deploy} from "./deploy.sol";

/// @title All contracts, wired together, and the cast that uses them.
abstract contract Fixture {
    uint256 internal constant PAINTER_KEY = 0xA1;
    uint256 internal constant WEALTH = 1_000_000 ether;
    address internal constant NATIVE = address(0);

    /// @dev Signs off-line; everybody else sends transactions of their own.
    address internal painter = vm.addr(PAINTER_KEY);
    address internal troupe = address(0xB0001);
    address internal academy = address(0xB0002);
    address internal studio = address(0xB0003);
    address internal platform = address(0xB0004);
    address internal auditor = address(0xB0005);

    ManagerAt internal manager;
    AccreditationsAt internal accreditations;
    WorksAt internal works;
    LicencesAt internal licences;
    RoyaltiesAt internal royalties;
    UsagesAt internal usage;
    LogAt internal log;
    IERC20Metadata internal yuan;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        manager = ManagerAt(deploy("AccessManager.sol", abi.encode(address(this))));
        bytes memory authority = abi.encode(manager);
        accreditations = AccreditationsAt(deploy("Accreditations.sol", authority));
        log = LogAt(deploy("ProvenanceLog.sol", authority));
        // The three refer to each other, so their addresses are known before they exist.
        uint256 nonce = vm.getNonce(address(this));
        address worksAt = vm.computeCreateAddress(address(this), nonce);
        address licencesAt = vm.computeCreateAddress(address(this), nonce + 1);
        address royaltiesAt = vm.computeCreateAddress(address(this), nonce + 2);
        works = WorksAt(
            deploy(
                "WorkRegistry.sol",
                abi.encode(manager, licencesAt, royaltiesAt, accreditations, log, "https://lianpu.example/")
            )
        );
        licences = LicencesAt(deploy("LicenceRegistry.sol", abi.encode(worksAt, royaltiesAt)));
        royalties = RoyaltiesAt(deploy("RoyaltyLedger.sol", abi.encode(worksAt, licencesAt)));
        require(address(licences) == licencesAt && address(royalties) == royaltiesAt, "addresses");
        usage = UsagesAt(deploy("UsageLedger.sol", abi.encode(worksAt, licencesAt)));

        address[] memory holders = new address[](3);
        (holders[0], holders[1], holders[2]) = (studio, platform, address(this));
        yuan = IERC20Metadata(deploy("LocalYuan.sol", abi.encode(holders, WEALTH)));
        for (uint256 i = 0; i < holders.length; ++i) {
            vm.deal(holders[i], WEALTH);
            vm.prank(holders[i]);
            yuan.approve(address(royalties), type(uint256).max);
        }
        accreditations.accredit(academy, CUSTODIAN);
    }

    /* WORKS */

    /// @dev A mask whose creator alone is paid.
    function _mask(bytes32 contentHash) internal pure returns (Registration memory r) {
        r.contentHash = contentHash;
        r.metadataHash = keccak256(abi.encode("metadata", contentHash));
        r.kind = Kind.OperaMask;
        r.retained = NO_USES;
        r.resaleBps = 500;
    }

    function _derivative(
        bytes32 contentHash,
        Source[] memory sources
    ) internal pure returns (Registration memory r) {
        r = _mask(contentHash);
        r.kind = Kind.Derivative;
        r.sources = sources;
    }

    function _register(address creator, Registration memory r) internal returns (uint256) {
        vm.prank(creator);
        return works.register(r, _none());
    }

    function _register(
        address creator,
        Registration memory r,
        Shares memory sourceShares
    ) internal returns (uint256) {
        Shares[] memory list = new Shares[](1);
        list[0] = sourceShares;
        vm.prank(creator);
        return works.register(r, list);
    }

    function _none() internal pure returns (Shares[] memory) {
        return new Shares[](0);
    }

    function _source(
        uint256 workId,
        bytes32 termsId,
        uint16 shareBps,
        bool absolute
    ) internal pure returns (Source[] memory sources) {
        sources = new Source[](1);
        sources[0] = Source({workId: workId, termsId: termsId, shareBps: shareBps, absolute: absolute});
    }

    function _payees(
        address a,
        uint16 aBps,
        address b,
        uint16 bBps
    ) internal pure returns (Payee[] memory payees) {
        payees = new Payee[](2);
        payees[0] = Payee({account: a, shareBps: aBps});
        payees[1] = Payee({account: b, shareBps: bBps});
    }

    /// @dev What `SharesFixed` says of a registration without payees of its own.
    function _shares(
        address creator,
        Source[] memory sources,
        Edge[] memory inherited
    ) internal pure returns (Shares memory shares) {
        shares.sources = sources;
        shares.inherited = inherited;
        shares.payees = new Payee[](1);
        shares.payees[0] = Payee({account: creator, shareBps: WHOLE_BPS});
    }

    function _hash(Shares memory shares) internal pure returns (bytes32) {
        return keccak256(abi.encode(shares.sources, shares.inherited, shares.payees));
    }

    function _edge(uint256 workId, uint16 shareBps) internal pure returns (Edge[] memory edges) {
        edges = new Edge[](1);
        edges[0] = Edge({workId: workId, shareBps: shareBps});
    }

    function _passOn(address creator, uint256 workId, address successor) internal {
        vm.prank(creator);
        works.proposeCreator(workId, successor);
        vm.prank(successor);
        works.acceptCreator(workId);
    }

    /* LICENCES */

    /// @dev Everything for nothing, for ever.
    function _freeTerms() internal pure returns (Terms memory terms) {
        terms.uses = ALL_USES;
        terms.passOn = ALL_USES;
        terms.documentHash = "terms";
    }

    /// @dev Offers and gives a licence whose price is zero.
    function _license(
        address creator,
        uint256 workId,
        Terms memory terms,
        address licensee
    ) internal returns (bytes32 termsId) {
        vm.prank(creator);
        licences.offer(workId, terms);
        return licences.acquire(workId, terms, licensee, 1, 0);
    }

    /* ROYALTIES */

    function _settle(uint256 workId, Shares memory shares, address currency) internal {
        Settlement[] memory list = new Settlement[](1);
        list[0] = Settlement({workId: workId, shares: shares});
        royalties.settle(list, currency);
    }

    function _claim(address payee, address currency) internal {
        address[] memory currencies = new address[](1);
        currencies[0] = currency;
        royalties.claim(payee, currencies);
    }
}
