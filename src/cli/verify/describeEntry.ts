import { z } from 'zod';
import { AssistanceRecord } from '../../assistance/record/Assistance.ts';
import { DecisionRecord } from '../../check/receipt/Receipt.ts';
import { decodeDocument } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { zeroHash } from '../../kernel/values.ts';
import type { Bundle } from '../../log/Bundle.ts';
import type { LeafType } from '../../log/envelope.ts';
import type { MessageId } from '../../messages/Message.ts';
import { decodeRegistrationPayload } from '../../work/logged/registrationPayload.ts';
import { Metadata } from '../../work/Metadata.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { inLanguage, timeText } from '../terminal/format.ts';
import { blockWords } from '../terminal/words.ts';

type Pair = readonly [name: string, text: string];

/** What each type of entry is, and whether its subject is a work. */
const types = {
  registration: ['cli.verify.entry-registration', 'work'],
  assistance: ['cli.verify.entry-assistance', 'work'],
  usage: ['cli.verify.entry-usage', 'other'],
  decision: ['cli.verify.entry-decision', 'other'],
  process: ['cli.verify.entry-process', 'other'],
  countersignature: ['cli.verify.entry-countersignature', 'work'],
  disclosure: ['cli.verify.entry-disclosure', 'work'],
  upload: ['cli.verify.entry-upload', 'other'],
} as const satisfies Record<LeafType, readonly [id: MessageId, about: 'work' | 'other']>;

/**
 * What an entry is, and what is in its payload, by name.
 *
 * The payload is worth something only if the entry holds: its maker can have put anything into it.
 */
export function describeEntry(entry: Bundle, context: CommandContext): Pair[] {
  const { say } = context;
  const { type, subject, author } = entry.envelope;
  const [id, about] = types[type];
  const what = say(id, { subject: about === 'work' ? `${BigInt(subject)}` : subject, author });
  return [[say('cli.verify.content'), what], ...describePayload(entry, context)];
}

function describePayload({ envelope: { type }, payload, document }: Bundle, context: CommandContext): Pair[] {
  const { say } = context;
  const bytes = Buffer.from(payload, 'base64');
  const name = say('cli.verify.payload');
  try {
    if (type === 'registration') return describeRegistration(bytes, document, context);
    if (type === 'assistance') return describeRecord(bytes, say);
    if (type === 'decision') return describeDecided(bytes, say);
    return [[name, say('cli.verify.payload-bytes', { bytes: bytes.length })]];
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return [[name, say('cli.verify.payload-malformed', { bytes: bytes.length })]];
  }
}

function describeRegistration(
  payload: Uint8Array,
  document: string | null,
  { say, locale }: CommandContext,
): Pair[] {
  const { registration, termsId, signature } = decodeRegistrationPayload(payload);
  const pairs: Pair[] = [
    [say('cli.verify.content-hash'), registration.contentHash],
    [say('cli.verify.metadata'), registration.metadataHash],
    [say('cli.verify.sources'), say('cli.verify.works', { count: registration.sources.length })],
    [say('cli.verify.terms'), termsId === zeroHash ? say('cli.none') : termsId],
    [say('cli.verify.vouched'), say(signature === '0x' ? 'cli.verify.by-author' : 'cli.verify.by-creator')],
  ];
  if (document === null) return pairs;
  const { title, kind } = decodeDocument(Metadata, Buffer.from(document, 'base64'));
  return [[say('cli.verify.title'), `${inLanguage(title, locale)} (${kind})`], ...pairs];
}

const SignedRecord = z.looseObject({ record: AssistanceRecord });

function describeRecord(payload: Uint8Array, say: Say): Pair[] {
  const { record } = decodeDocument(SignedRecord, payload);
  const pairs: Pair[] = [
    [say('cli.verify.stated'), timeText(record.stated)],
    [say('cli.verify.source-type'), record.summary.digitalSourceType],
    [say('cli.verify.share'), record.summary.share],
  ];
  const name = say('cli.verify.steps');
  if (record.disclosure !== 'public') return [...pairs, [name, say('cli.verify.steps-withheld')]];
  const { steps } = record;
  const [people = 0, ai = 0] = ['person', 'ai'].map(
    (who) => steps.filter(({ actor }) => actor === who).length,
  );
  const counts = { count: steps.length, people, ai, both: steps.length - people - ai };
  return [...pairs, [name, say('cli.verify.steps-by', counts)]];
}

const SignedDecision = z.looseObject({ record: DecisionRecord });

function describeDecided(payload: Uint8Array, say: Say): Pair[] {
  const { decision } = decodeDocument(SignedDecision, payload).record;
  const { verdict, reason, workId, question, block } = decision;
  return [
    [say('cli.verify.answer'), verdict],
    [say('cli.verify.reason'), reason],
    [say('cli.verify.work'), workId === null ? say('cli.none') : `${workId}`],
    [say('cli.verify.licensee'), question.licensee ?? say('cli.none')],
    [say('cli.verify.use'), question.use],
    [say('cli.block'), blockWords(say, block)],
  ];
}
