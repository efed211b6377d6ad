// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Terms} from "../../contracts/licence/Terms.sol";
import {IRoyaltyLedger, Payment} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {Registration, Shares} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Attempt, HostileAccount, HostileToken} from "../support/sol/Attacker.sol";
import {vm} from "../support/sol/Vm.sol";
import {Hostile} from "./Hostile.sol";

/// @title Everything is tried in the middle of everything: not one wei more for who does.
contract ReentrancyTest is Hostile {
    HostileAccount private _evil;

    function setUp() public override {
        super.setUp();
        _evil = new HostileAccount();
        _stage(address(_evil));
    }

    function test_APayeeThatReentersGetsWhatItIsOwedAndNoMore() public {
        Attempt[] memory all = _everything(address(_evil), NATIVE);
        for (uint256 i = 0; i < all.length; ++i) {
            royalties.pay{value: 1 ether}(child, NATIVE, 1 ether, "ref");
            _settle(child, childShares, NATIVE);
            Attempt[] memory one = new Attempt[](1);
            one[0] = all[i];
            _evil.plan(one);
            uint256 before = _wealth(address(_evil), NATIVE);
            uint256 owed = royalties.payeeCredit(address(_evil), NATIVE);
            try royalties.claim(address(_evil), _one(NATIVE)) {
                assertEq(royalties.payeeCredit(address(_evil), NATIVE), 0);
            } catch {
                assertEq(royalties.payeeCredit(address(_evil), NATIVE), owed);
            }
            assertTrue(_wealth(address(_evil), NATIVE) <= before, "the attacker gained");
            _solvent(address(_evil), NATIVE);
        }
        assertTrue(_evil.tried() >= all.length / 2, "next to nothing was tried");
        _noneOfTheGuarded(_evil);
    }

    function test_AHolderThatReentersMovesNothingThatIsNotItsOwn() public {
        Attempt[] memory all = _everything(address(_evil), NATIVE);
        _evil.plan(all);
        uint256 own = _register(academy, _mask("sold"));
        uint256 before = _wealth(address(_evil), NATIVE);
        uint256 yuanBefore = _wealth(address(_evil), address(yuan));
        vm.prank(academy);
        works.safeTransferFrom(academy, address(_evil), own);

        assertEq(_evil.tried(), all.length);
        assertEq(works.ownerOf(own), address(_evil));
        assertEq(works.ownerOf(root), troupe);
        assertEq(works.workOf(root).creator, troupe);
        assertTrue(_wealth(address(_evil), NATIVE) <= before, "the attacker gained");
        assertTrue(_wealth(address(_evil), address(yuan)) <= yuanBefore, "the attacker gained");
        assertEq(royalties.recipientOf(studio), studio);
        _solvent(address(_evil), NATIVE);
        _solvent(address(_evil), address(yuan));
    }

    /// @dev The token comes back to its sender in the middle of the transfer, and goes on: its regime counts each.
    function test_ARestrictedTokenCannotBePassedOnWhileItArrives() public {
        accreditations.accredit(auditor, 4);
        address[3] memory holders = [address(_evil), studio, troupe];
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(auditor);
            accreditations.attest(holders[i], true);
        }
        Registration memory r = _mask("restricted");
        (r.regime.registrar, r.regime.minHolding, r.regime.maxTransfers) = (auditor, 0, 1);
        uint256 workId = _register(troupe, r);
        Attempt[] memory one = new Attempt[](1);
        one[0] = Attempt(
            address(works),
            0,
            abi.encodeCall(works.transferFrom, (address(_evil), studio, workId))
        );
        _evil.plan(one);
        vm.prank(troupe);
        works.safeTransferFrom(troupe, address(_evil), workId);
        assertEq(_evil.tried(), 1);
        assertEq(works.ownerOf(workId), address(_evil));
        (, uint16 transfers, ) = works.regimeOf(workId);
        assertEq(transfers, 1);
    }

    function test_ATokenThatReentersOnPaymentRobsNobody() public {
        HostileToken token = _token();
        _attackWith(token, abi.encodeCall(IRoyaltyLedger.pay, (root, address(token), 1 ether, "ref")));
        assertEq(royalties.workCredit(root, address(token)), 1 ether);
    }

    function test_ATokenThatReentersOnManyPaymentsRobsNobody() public {
        HostileToken token = _token();
        Payment[] memory payments = new Payment[](2);
        payments[0] = Payment({workId: root, amount: 1 ether});
        payments[1] = Payment({workId: root, amount: 2 ether});
        _attackWith(token, abi.encodeCall(IRoyaltyLedger.payMany, (payments, address(token), "ref")));
        assertEq(royalties.workCredit(root, address(token)), 3 ether);
    }

    function test_ATokenThatReentersOnItsPermitRobsNobody() public {
        HostileToken token = _token();
        _attackWith(
            token,
            abi.encodeCall(IRoyaltyLedger.payWithPermit, (root, address(token), 1 ether, "x", 0, 27, "", ""))
        );
        assertEq(royalties.workCredit(root, address(token)), 1 ether);
    }

    function test_ATokenThatReentersOnASweepRobsNobody() public {
        HostileToken token = _token();
        token.mint(royalties.receiverOf(root), 1 ether);
        _attackWith(token, abi.encodeCall(IRoyaltyLedger.sweep, (root, address(token))));
        assertEq(royalties.workCredit(root, address(token)), 1 ether);
    }

    function test_ATokenThatReentersOnAClaimRobsNobody() public {
        HostileToken token = _token();
        royalties.pay(root, address(token), 5 ether, "ref");
        _settle(root, _sharesOfRoot(), address(token));
        _attackWith(token, abi.encodeCall(IRoyaltyLedger.claim, (troupe, _one(address(token)))));
        assertEq(token.balanceOf(troupe), 5 ether);
    }

    function test_ATokenThatReentersOnALicencePriceRobsNobody() public {
        HostileToken token = _token();
        Terms memory terms = _freeTerms();
        (terms.currency, terms.price) = (address(token), 1 ether);
        vm.prank(troupe);
        licences.offer(root, terms);
        Attempt[] memory all = _everything(address(token), address(token));
        token.plan(all);
        uint256 before = address(royalties).balance;
        licences.acquire(root, terms, studio, 1, 1 ether);
        assertTrue(token.tried() >= all.length, "nothing was tried");
        _noneOfTheGuarded(token);
        assertEq(royalties.workCredit(root, address(token)), 1 ether);
        assertEq(address(royalties).balance, before);
    }

    /// @dev Tries everything in `currency` and in both others while `call` is under way.
    function _attackWith(HostileToken token, bytes memory call) private {
        address[3] memory aims = [address(token), NATIVE, address(yuan)];
        for (uint256 i = 0; i < 3; ++i) {
            vm.deal(address(token), 100 ether);
            if (yuan.balanceOf(address(token)) == 0) yuan.transfer(address(token), 100 ether);
        }
        Attempt[] memory all = new Attempt[](93);
        for (uint256 i = 0; i < 3; ++i) {
            Attempt[] memory some = _everything(address(token), aims[i]);
            for (uint256 j = 0; j < some.length; ++j) all[i * 31 + j] = some[j];
        }
        token.plan(all);
        uint256 native = _wealth(address(token), NATIVE);
        uint256 coins = _wealth(address(token), address(yuan));
        (bool ok, ) = address(royalties).call(call);
        assertTrue(ok, "the call failed");
        assertTrue(token.tried() >= all.length, "next to nothing was tried");
        _noneOfTheGuarded(token);
        assertTrue(_wealth(address(token), NATIVE) <= native, "the attacker gained");
        assertTrue(_wealth(address(token), address(yuan)) <= coins, "the attacker gained");
        _solvent(address(_evil), NATIVE);
        _solvent(address(_evil), address(yuan));
        _solvent(address(_evil), address(token));
    }

    function _token() private returns (HostileToken token) {
        token = new HostileToken(address(this), WEALTH);
        token.approve(address(royalties), type(uint256).max);
        vm.prank(address(token));
        IERC20(address(yuan)).approve(address(royalties), type(uint256).max);
    }

    function _sharesOfRoot() private pure returns (Shares memory shares) {}
}
