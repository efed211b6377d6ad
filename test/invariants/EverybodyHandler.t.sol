// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Outsiders} from "./Outsiders.sol";

/// @title All actors, and a rehearsal that shows that each of them gets something done.
contract EverybodyHandler is Outsiders {
    uint256 private _drawn;

    /// @return missing The actions that never got through in so many calls.
    function rehearse(uint256 calls) external returns (bytes32[28] memory missing) {
        for (uint256 i = 0; i < calls; ++i) _one(_draw() % 39);
        bytes32[28] memory all = [
            bytes32("root"),
            "derive",
            "labels",
            "relay",
            "again",
            "amend",
            "propose",
            "succeed",
            "revise",
            "offer",
            "withdraw",
            "approve",
            "acquire",
            "renew",
            "transfer",
            "breach",
            "forgive",
            "revoke",
            "payMany",
            "sweep",
            "settle",
            "claim",
            "acceptHandOver",
            "trade",
            "intrude",
            "meddle",
            "record",
            "mint"
        ];
        for (uint256 i = 0; i < all.length; ++i) if (done[all[i]] == 0) missing[i] = all[i];
    }

    function _one(uint256 action) private {
        if (action == 0) this.registerRoot(_draw(), uint16(_draw()), uint32(_draw()), uint16(_draw()));
        if (action == 1) {
            uint256[3] memory seeds = [_draw(), _draw(), _draw()];
            this.derive(_draw(), seeds, [uint16(_draw()), uint16(_draw()), uint16(_draw())], uint16(_draw()));
        }
        if (action == 2) this.relay(uint16(_draw()), _draw());
        if (action == 3) this.again(_draw(), _draw());
        if (action == 4) this.amend(_draw(), bytes32(_draw()), uint8(_draw()), _draw() % 9 == 0);
        if (action == 5) this.succeed(_draw(), _draw(), _draw() % 2 == 0);
        if (action == 6) this.revise(_draw());
        if (action == 7) {
            Words memory words = Words({
                uses: uint16(_draw()),
                passOn: uint16(_draw()),
                price: uint96(_draw()),
                days_: uint16(_draw()),
                cap: uint8(_draw()),
                flags: uint8(_draw())
            });
            this.offer(_draw(), _draw(), words);
        }
        if (action == 8) this.withdraw(_draw(), _draw());
        if (action == 9) this.approve(_draw(), _draw(), _draw() % 2 == 0);
        if (action == 36) this.record(_draw(), uint16(_draw()), _draw() % 2 == 0);
        if (action == 37) this.mint(_draw(), _draw());
        if (action == 38) this.outrun(_draw());
        if (action == 10 || (action > 32 && action < 36))
            this.acquire(_draw(), _draw(), _draw(), uint32(_draw()));
        if (action == 11 || (action > 29 && action < 33))
            this.transfer(_draw(), _draw(), _draw(), uint32(_draw()));
        if (action == 12) this.breach(_draw(), _draw(), uint8(_draw()), bytes32(_draw()));
        if (action == 13) this.forgive(_draw(), _draw());
        if (action == 14) this.revoke(_draw(), _draw());
        if (action == 15) this.audit(_draw());
        if (action == 16) this.pay(_draw(), _draw(), _draw(), _draw());
        if (action == 17) {
            this.payMany([_draw(), _draw(), _draw()], _draw(), [_draw(), _draw(), _draw()]);
        }
        if (action == 18) this.payWithPermit(_draw(), _draw(), _draw() % 2 == 0);
        if (action == 19) this.sweep(_draw(), _draw(), _draw());
        if (action == 20) this.forceUpon(_draw(), _draw());
        if (action == 21) this.settle(_draw(), _draw());
        if (action == 22) this.claim(_draw(), _draw());
        if (action == 23) this.handOver(_draw(), _draw(), _draw() % 2 == 0);
        if (action == 24) this.pass(_draw());
        if (action == 25) this.trade(_draw(), _draw(), _draw());
        if (action == 26) this.attest(_draw(), _draw() % 4 != 0);
        if (action == 27) this.administer(_draw(), uint8(_draw()), _draw());
        if (action == 28) this.intrude(_draw(), _draw(), _draw(), bytes32(_draw()));
        if (action == 29) this.meddle(_draw(), _draw(), _draw(), bytes32(_draw()));
    }

    function _draw() private returns (uint256) {
        return uint256(keccak256(abi.encode(++_drawn)));
    }
}
