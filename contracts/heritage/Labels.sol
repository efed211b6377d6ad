// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    ADAPT,
    AI_GENERATION,
    AI_TRAINING,
    ALL_USES,
    BROADCAST,
    EMBED_IN_GAME,
    MERCHANDISE,
    NO_USES,
    PERFORM,
    TEXT_AND_DATA_MINING,
    Uses
} from "../shared/Uses.sol";

/// @dev Labels of Local Contexts (localcontexts.org), one bit each, named by their codes. A label about provenance or
/// protocol closes no use here: its request is in the work's metadata, for people.
uint32 constant TK_ATTRIBUTION = 1 << 0; // TK A
uint32 constant TK_CLAN = 1 << 1; // TK CL
uint32 constant TK_FAMILY = 1 << 2; // TK F
uint32 constant TK_MULTIPLE_COMMUNITIES = 1 << 3; // TK MC
uint32 constant TK_COMMUNITY_VOICE = 1 << 4; // TK CV
uint32 constant TK_CREATIVE = 1 << 5; // TK CR
uint32 constant TK_VERIFIED = 1 << 6; // TK V
uint32 constant TK_NON_VERIFIED = 1 << 7; // TK NV
uint32 constant TK_SEASONAL = 1 << 8; // TK S
uint32 constant TK_WOMEN_GENERAL = 1 << 9; // TK WG
uint32 constant TK_MEN_GENERAL = 1 << 10; // TK MG
uint32 constant TK_MEN_RESTRICTED = 1 << 11; // TK MR
uint32 constant TK_WOMEN_RESTRICTED = 1 << 12; // TK WR
uint32 constant TK_CULTURALLY_SENSITIVE = 1 << 13; // TK CS
uint32 constant TK_SECRET_SACRED = 1 << 14; // TK SS
uint32 constant TK_OPEN_TO_COMMERCIALIZATION = 1 << 15; // TK OC
uint32 constant TK_NON_COMMERCIAL = 1 << 16; // TK NC
uint32 constant TK_COMMUNITY_USE_ONLY = 1 << 17; // TK CO
uint32 constant TK_OUTREACH = 1 << 18; // TK O
uint32 constant TK_OPEN_TO_COLLABORATION = 1 << 19; // TK CB
uint32 constant ALL_LABELS = (1 << 20) - 1;

/// @notice The uses that labels close, for the work and for everything made from it.
/// @dev A contract knows no purpose, no season and no audience. Where a label depends on one of these, all uses that
/// depend on it are closed.
function closedBy(uint32 labels) pure returns (Uses closed) {
    closed = NO_USES;
    if (labels & (TK_SECRET_SACRED | TK_COMMUNITY_USE_ONLY | TK_MEN_RESTRICTED | TK_WOMEN_RESTRICTED) != 0) {
        return ALL_USES;
    }
    if (labels & TK_NON_COMMERCIAL != 0) closed = closed | MERCHANDISE | EMBED_IN_GAME | AI_TRAINING;
    if (labels & TK_SEASONAL != 0) closed = closed | PERFORM | BROADCAST;
    if (labels & TK_CULTURALLY_SENSITIVE != 0) {
        closed = closed | ADAPT | MERCHANDISE | EMBED_IN_GAME | TEXT_AND_DATA_MINING;
        closed = closed | AI_TRAINING | AI_GENERATION;
    }
}
