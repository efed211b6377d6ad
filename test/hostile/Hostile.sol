// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ILicenceRegistry} from "../../contracts/licence/ILicenceRegistry.sol";
import {Breach, Terms} from "../../contracts/licence/Terms.sol";
import {Logged} from "../../contracts/log/Logged.sol";
import {IRoyaltyLedger, Payment, Settlement} from "../../contracts/royalty/IRoyaltyLedger.sol";
import {IWorkRegistry} from "../../contracts/work/IWorkRegistry.sol";
import {Registration, Shares} from "../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../support/sol/Assert.sol";
import {Attempt, Attacker} from "../support/sol/Attacker.sol";
import {Fixture} from "../support/sol/Fixture.sol";
import {vm} from "../support/sol/Vm.sol";

/// @title A work of the troupe's, one of the attacker's made from it, money everywhere, and all that can be tried.
abstract contract Hostile is Fixture {
    uint256 internal root;
    uint256 internal child;
    Shares internal childShares;
    Terms internal paidTerms;
    bytes32 internal paidTermsId;

    /// @dev `evil` is a creator, a payee beside the studio, a licensee, and rich enough to try everything.
    function _stage(address evil) internal {
        root = _register(troupe, _mask("root"));
        bytes32 free = _license(troupe, root, _freeTerms(), evil);
        Registration memory r = _derivative("evil", _source(root, free, 2000, false));
        r.payees = _payees(evil, 5000, studio, 5000);
        child = _register(evil, r);
        childShares.sources.push(r.sources[0]);
        for (uint256 i = 0; i < 2; ++i) childShares.payees.push(r.payees[i]);

        paidTerms = _freeTerms();
        paidTerms.price = 1 ether;
        vm.prank(troupe);
        paidTermsId = licences.offer(root, paidTerms);
        vm.deal(evil, 100 ether);
        yuan.transfer(evil, 100 ether);
        vm.prank(evil);
        yuan.approve(address(royalties), type(uint256).max);
        royalties.pay{value: 10 ether}(root, NATIVE, 10 ether, "ref");
        royalties.pay{value: 10 ether}(child, NATIVE, 10 ether, "ref");
        royalties.pay(root, address(yuan), 10 ether, "ref");
        royalties.pay(child, address(yuan), 10 ether, "ref");
        _settle(child, childShares, NATIVE);
        _settle(child, childShares, address(yuan));
    }

    /// @dev Every function that changes anything, with the arguments that would pay `evil` best.
    function _everything(address evil, address currency) internal view returns (Attempt[] memory all) {
        all = new Attempt[](31);
        address ledger = address(royalties);
        uint256 native = currency == NATIVE ? 1 ether : 0;
        all[0] = Attempt(ledger, 0, abi.encodeCall(IRoyaltyLedger.claim, (evil, _one(currency))));
        all[1] = Attempt(ledger, 0, abi.encodeCall(IRoyaltyLedger.claim, (studio, _one(currency))));
        all[2] = Attempt(ledger, native, abi.encodeCall(IRoyaltyLedger.pay, (child, currency, 1 ether, "x")));
        all[3] = Attempt(
            ledger,
            native,
            abi.encodeCall(IRoyaltyLedger.payMany, (_each(1 ether), currency, "x"))
        );
        all[4] = Attempt(
            ledger,
            0,
            abi.encodeCall(IRoyaltyLedger.payWithPermit, (child, currency, 1 ether, "x", 0, 27, "", ""))
        );
        all[5] = Attempt(
            ledger,
            0,
            abi.encodeCall(IRoyaltyLedger.collect, (studio, child, currency, 1 ether, "x"))
        );
        all[6] = Attempt(ledger, 0, abi.encodeCall(IRoyaltyLedger.sweep, (child, currency)));
        all[7] = Attempt(ledger, 0, abi.encodeCall(IRoyaltyLedger.settle, (_list(), currency)));
        all[8] = Attempt(ledger, 0, abi.encodeCall(IRoyaltyLedger.handOver, (studio, evil)));
        all[9] = Attempt(ledger, 0, abi.encodeCall(IRoyaltyLedger.acceptHandOver, (studio)));
        all[10] = Attempt(ledger, 0, abi.encodeCall(royalties.multicall, (_twice(all[0].data))));
        all[11] = Attempt(ledger, native, abi.encodeCall(royalties.multicall, (_twice(all[2].data))));
        Terms memory terms = paidTerms;
        all[12] = Attempt(
            address(licences),
            1 ether,
            abi.encodeCall(ILicenceRegistry.acquire, (root, terms, evil, 1, 1 ether))
        );
        all[13] = Attempt(
            address(licences),
            0,
            abi.encodeCall(ILicenceRegistry.acquire, (root, terms, evil, 1, 1 ether))
        );
        all[14] = Attempt(
            address(licences),
            0,
            abi.encodeCall(ILicenceRegistry.transfer, (root, paidTermsId, studio, 1))
        );
        all[15] = Attempt(
            address(licences),
            0,
            abi.encodeCall(ILicenceRegistry.withdraw, (root, paidTermsId))
        );
        all[16] = Attempt(address(licences), 0, abi.encodeCall(ILicenceRegistry.offer, (root, terms)));
        all[17] = Attempt(
            address(licences),
            0,
            abi.encodeCall(ILicenceRegistry.approve, (root, paidTermsId, evil, true))
        );
        all[18] = Attempt(
            address(licences),
            0,
            abi.encodeCall(ILicenceRegistry.recordBreach, (root, paidTermsId, studio, Breach.Unpaid, "x"))
        );
        address registry = address(works);
        all[19] = Attempt(registry, 0, abi.encodeCall(IERC721.transferFrom, (troupe, evil, root)));
        all[20] = Attempt(registry, 0, abi.encodeCall(IERC721.approve, (evil, root)));
        all[21] = Attempt(registry, 0, abi.encodeCall(IWorkRegistry.acceptCreator, (root)));
        all[22] = Attempt(registry, 0, abi.encodeCall(IWorkRegistry.proposeCreator, (root, evil)));
        all[23] = Attempt(registry, 0, abi.encodeCall(IWorkRegistry.amendMetadata, (root, "x", 1)));
        all[24] = Attempt(registry, 0, abi.encodeCall(IWorkRegistry.reviseEnd, (child, childShares)));
        all[25] = Attempt(registry, 0, abi.encodeCall(IWorkRegistry.register, (_mask("within"), _none())));
        all[26] = Attempt(
            registry,
            0,
            abi.encodeCall(IWorkRegistry.registerFor, (troupe, _mask("x"), _none(), type(uint256).max, ""))
        );
        all[27] = Attempt(
            royalties.receiverOf(child),
            0,
            abi.encodeWithSignature("sweep(address)", currency)
        );
        all[28] = Attempt(address(yuan), 0, abi.encodeCall(IERC20.transferFrom, (ledger, evil, 1 ether)));
        all[29] = Attempt(ledger, 1 ether, "");
        Logged memory entry;
        entry.author = evil;
        all[30] = Attempt(
            registry,
            0,
            abi.encodeCall(IWorkRegistry.registerFromLog, (evil, _mask("y"), _none(), entry, new Terms[](0)))
        );
    }

    /// @dev All that is the attacker's, wherever it lies; what it paid for licences and works of others is not.
    function _wealth(address evil, address currency) internal view returns (uint256) {
        uint256 own = currency == NATIVE ? evil.balance : IERC20(currency).balanceOf(evil);
        return own + royalties.payeeCredit(evil, currency) + royalties.workCredit(child, currency);
    }

    /// @dev Held is what is credited, in every currency that anybody can be robbed of.
    function _solvent(address evil, address currency) internal view {
        uint256 credited = royalties.workCredit(root, currency) + royalties.workCredit(child, currency);
        credited += royalties.payeeCredit(troupe, currency) + royalties.payeeCredit(studio, currency);
        credited += royalties.payeeCredit(evil, currency);
        uint256 held =
            currency == NATIVE ? address(royalties).balance : IERC20(currency).balanceOf(address(royalties));
        assertEq(held, credited);
    }

    /// @dev Fails where one of the functions that move money was entered while another was under way.
    function _noneOfTheGuarded(Attacker evil) internal view {
        bytes[] memory through = evil.succeeded();
        for (uint256 i = 0; i < through.length; ++i) {
            bytes4 selector = bytes4(through[i]);
            bool guarded =
                selector == IRoyaltyLedger.claim.selector ||
                    selector == IRoyaltyLedger.pay.selector ||
                    selector == IRoyaltyLedger.payMany.selector ||
                    selector == IRoyaltyLedger.payWithPermit.selector ||
                    selector == IRoyaltyLedger.collect.selector ||
                    selector == IRoyaltyLedger.sweep.selector ||
                    selector == royalties.multicall.selector ||
                    selector == ILicenceRegistry.acquire.selector;
            assertTrue(!guarded, "money moved while money was moving");
        }
    }

    function _one(address currency) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = currency;
    }

    function _list() private view returns (Settlement[] memory list) {
        list = new Settlement[](1);
        list[0] = Settlement({workId: child, shares: childShares});
    }

    function _each(uint256 amount) private view returns (Payment[] memory payments) {
        payments = new Payment[](1);
        payments[0] = Payment({workId: child, amount: amount});
    }

    function _twice(bytes memory data) private pure returns (bytes[] memory calls) {
        calls = new bytes[](2);
        (calls[0], calls[1]) = (data, data);
    }
}
