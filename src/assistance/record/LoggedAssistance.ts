import { z } from 'zod';
import { Hash, Signature } from '../../kernel/values.ts';
import { AssistanceRecord } from './Assistance.ts';
import { LoggedCountersignature } from './Countersignature.ts';
import { LoggedDisclosure } from './DisclosureRecord.ts';
import { LogPosition } from '../../log/LogPosition.ts';

/** A record as the log holds it, with all that was said of it since. */
export const LoggedAssistance = LogPosition.extend({
  record: AssistanceRecord,
  signature: Signature,
  /** The leaf hash of the record that took its place; null for what stands now. */
  amendedBy: Hash.nullable(),
  countersignatures: z.array(LoggedCountersignature),
  /** What was withheld and its author opened for everybody since. */
  disclosed: LoggedDisclosure.nullable(),
});
export type LoggedAssistance = z.output<typeof LoggedAssistance>;

/** How a work was made, where everybody can read it: in the record itself, or disclosed since. */
export function toDisclosed({ record, disclosed }: Pick<LoggedAssistance, 'record' | 'disclosed'>) {
  return record.disclosure === 'public' ? record : (disclosed?.record.opening.record ?? null);
}
