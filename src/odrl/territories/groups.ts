/**
 * Groups of states that publish their membership, as of 2026-11-30. Places of a member that have a code of their own are
 * no members (RE is outside "only EU").
 */
const eu = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';

export const groups: Readonly<Record<string, string>> = {
  /** Treaty on European Union, Art. 52; 27 members since 2020-02-01. */
  EU: eu,
  /** Agreement on the European Economic Area: the EU with three states of EFTA. */
  EEA: `${eu} IS LI NO`,
  /** EFTA Convention. */
  EFTA: 'CH IS LI NO',
  /** Schengen area: without CY and IE; BG and RO whole since 2025-01-01. */
  SCHENGEN: `${eu.replace(/ (CY|IE)\b/g, '')} CH IS LI NO`,
  /** ASEAN Charter; TL since 2025-10-26. */
  ASEAN: 'BN ID KH LA MM MY PH SG TH TL VN',
  /** Cooperation Council for the Arab States of the Gulf. */
  GCC: 'AE BH KW OM QA SA',
};
