import { licenceDecoders, licenceTables } from './licences.ts';
import { moneyDecoders, moneyTables } from './money.ts';
import { offerDecoders, offerTables } from './offers.ts';
import { ruleDecoders, ruleTables } from './rules.ts';
import { shareDecoders, shareTables } from './shares.ts';
import type { Decoders } from './table.ts';
import { trustDecoders, trustTables } from './trust.ts';
import { usageDecoders, usageTables } from './usage.ts';
import { workDecoders, workTables } from './works.ts';

/** Every table that is projected from events, in one place, so that a reorganisation forgets none. */
export const eventTables = {
  ...workTables,
  ...shareTables,
  ...ruleTables,
  ...offerTables,
  ...licenceTables,
  ...moneyTables,
  ...usageTables,
  ...trustTables,
};

/** How each event that the index keeps becomes rows. */
export const decoders: Decoders = {
  ...workDecoders,
  ...shareDecoders,
  ...ruleDecoders,
  ...offerDecoders,
  ...licenceDecoders,
  ...moneyDecoders,
  ...usageDecoders,
  ...trustDecoders,
};
