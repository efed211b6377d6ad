// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {COMMUNITY, CUSTODIAN} from "../../../contracts/heritage/Roles.sol";
import {IProvenanceLog} from "../../../contracts/log/IProvenanceLog.sol";
import {Logged} from "../../../contracts/log/Logged.sol";
import {IWorkRegistry} from "../../../contracts/work/IWorkRegistry.sol";
import {Kind, Registration} from "../../../contracts/work/Work.sol";
import {assertEq, assertTrue} from "../../support/sol/Assert.sol";
import {LogStage} from "../../support/sol/LogStage.sol";
import {vm} from "../../support/sol/Vm.sol";

/// @title An authority that answers nothing.
contract Mute {
    fallback() external {}
}

/// @title Who speaks for creators who have signed nothing, and what they cannot say.
contract LogOperatorsTest is LogStage {
    uint64 private constant ROLE = 7;

    function setUp() public override {
        super.setUp();
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = IProvenanceLog.anchor.selector;
        manager.setTargetFunctionRole(address(log), selectors, ROLE);
        manager.grantRole(ROLE, address(this), 0);
    }

    function test_RevertWhen_TheAuthorIsNeitherCreatorNorOperator() public {
        Registration memory r = _mask("mask");
        Logged memory entry = _log(troupe, r, _vouched(studio, 0));
        _isNoOperator(studio, troupe, r, entry);
        // A signature makes nobody an operator, be it the author's own.
        entry = _spoken(r, 0);
        _isNoOperator(painter, troupe, r, _log(troupe, r, entry));
    }

    /// @dev What counts is who may anchor when the work is minted.
    function test_RevertWhen_TheOperatorWasDismissed() public {
        Registration memory r = _mask("mask");
        manager.grantRole(ROLE, studio, 0);
        Logged memory entry = _log(troupe, r, _vouched(studio, 0));
        manager.revokeRole(ROLE, studio);
        _isNoOperator(studio, troupe, r, entry);
        // The creator needs nobody, and has the same id.
        assertEq(_register(troupe, r), works.workIdOf(troupe, r.contentHash));

        r = _mask("other");
        entry = _log(troupe, r, _vouched(studio, 0));
        manager.grantRole(ROLE, studio, 0);
        assertEq(works.ownerOf(_mint(troupe, r, entry)), troupe);
    }

    /// @dev The administrator is not the operator, unless it is given that role.
    function test_RevertWhen_TheAuthorHasAnotherRole() public {
        manager.grantRole(0, studio, 0);
        Registration memory r = _mask("mask");
        _isNoOperator(studio, troupe, r, _log(troupe, r, _vouched(studio, 0)));
    }

    function test_RevertWhen_TheLogIsClosed() public {
        Registration memory r = _mask("mask");
        Logged memory entry = _log(troupe, r, _vouched(address(this), 0));
        Registration memory signed = _mask("signed");
        Logged memory own = _log(painter, signed, _spoken(signed, 0));
        manager.setTargetClosed(address(log), true);
        _isNoOperator(address(this), troupe, r, _proven(entry));
        // What creators signed needs no operator.
        assertEq(works.ownerOf(_mint(painter, signed, own)), painter);
    }

    /// @dev A role with a delay anchors through the manager, when its time has come, and vouches for nobody.
    function test_AnOperatorWithADelayAnchorsAndDoesNotVouch() public {
        manager.grantRole(ROLE, studio, 60);
        Registration memory r = _mask("mask");
        Logged memory entry = _vouched(studio, 0);
        bytes32 root = sha256(bytes.concat(hex"00", _leaf(0x010001, troupe, r, entry)));
        bytes memory call = abi.encodeCall(log.anchor, (1, root, new bytes32[](0)));
        vm.prank(studio);
        manager.schedule(address(log), call, uint48(block.timestamp + 60));
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, studio));
        vm.prank(studio);
        log.anchor(1, root, new bytes32[](0));
        vm.warp(block.timestamp + 60);
        vm.prank(studio);
        manager.execute(address(log), call);
        (uint64 size, ) = log.anchored();
        assertEq(size, 1);
        _isNoOperator(studio, troupe, r, entry);
    }

    /// @dev Its word gives nobody's money away.
    function test_RevertWhen_AnOperatorNamesPayeesOrSources() public {
        Registration memory r = _mask("mask");
        r.payees = _payees(troupe, 9999, studio, 1);
        _isSilent(troupe, r);
        // Not to the creator itself, either: whoever speaks for others says nothing of money.
        r.payees = _payees(troupe, 5000, troupe, 5000);
        _isSilent(troupe, r);
        uint256 root = _register(troupe, _mask("root"));
        r = _derivative("derivative", _source(root, 0, 0, false));
        _isSilent(troupe, r);
        r.kind = Kind.OperaMask;
        _isSilent(troupe, r);
    }

    /// @dev Heritage is what its custodian says is heritage, under the conditions its community sets.
    function test_RevertWhen_AnOperatorMakesHeritage() public {
        accreditations.accredit(academy, CUSTODIAN | COMMUNITY);
        Registration memory r = _mask("mural");
        r.kind = Kind.HeritageElement;
        _isSilent(academy, r);
        r.labels = 1;
        _isSilent(academy, r);
        r.kind = Kind.OperaMask;
        Logged memory entry = _log(academy, r, _vouched(address(this), 0));
        vm.expectRevert(
            abi.encodeWithSelector(IWorkRegistry.WorkLabelsNotCommunity.selector, academy, r.kind)
        );
        _mint(academy, r, entry);
    }

    function test_RevertWhen_AnOperatorBringsASignature() public {
        Registration memory r = _mask("mask");
        Logged memory entry = _spoken(r, 0);
        entry.author = address(this);
        entry = _log(painter, r, entry);
        vm.expectRevert(
            abi.encodeWithSelector(IProvenanceLog.LogSignatureUnexpected.selector, address(this), painter)
        );
        _mint(painter, r, entry);
    }

    function test_RevertWhen_AnOperatorVouchesForNobody() public {
        Registration memory r = _mask("mask");
        Logged memory entry = _log(address(0), r, _vouched(address(this), 0));
        vm.expectRevert(abi.encodeWithSelector(IProvenanceLog.LogCreatorMissing.selector, address(this)));
        _mint(address(0), r, entry);
    }

    /// @dev They would be paid, and could never claim it.
    function test_RevertWhen_AnOperatorVouchesForTheLedger() public {
        Registration memory r = _mask("mask");
        address[2] memory nobodies = [address(royalties), royalties.RECEIVER()];
        for (uint256 i = 0; i < 2; ++i) {
            Logged memory entry = _log(nobodies[i], r, _vouched(address(this), 0));
            vm.expectRevert(abi.encodeWithSelector(IWorkRegistry.SharesPayeeIsLedger.selector, 0));
            _mint(nobodies[i], r, entry);
        }
    }

    /// @dev Where the authority has no code, or answers nothing, nobody is an operator.
    function test_RevertWhen_TheAuthorityIsGone() public {
        Registration memory r = _mask("mask");
        Logged memory entry = _log(troupe, r, _vouched(address(this), 0));
        manager.updateAuthority(address(log), address(new Mute()));
        _isNoOperator(address(this), troupe, r, entry);
        (bool ok, bytes memory answer) = address(log).call(
            abi.encodeCall(log.anchor, (9, "root", new bytes32[](0)))
        );
        assertTrue(!ok && bytes4(answer) == IAccessManaged.AccessManagedUnauthorized.selector, "anchored");
    }

    function _isNoOperator(
        address author,
        address creator,
        Registration memory r,
        Logged memory entry
    ) private {
        vm.expectRevert(
            abi.encodeWithSelector(IProvenanceLog.LogAuthorNotOperator.selector, author, creator)
        );
        _mint(creator, r, entry);
    }

    function _isSilent(address creator, Registration memory r) private {
        Logged memory entry = _log(creator, r, _vouched(address(this), 0));
        vm.expectRevert(
            abi.encodeWithSelector(IProvenanceLog.LogCreatorSilent.selector, creator, address(this))
        );
        _mint(creator, r, entry);
    }
}
