import { z } from 'zod';
import { AssistanceRecord } from '../../assistance/record/Assistance.ts';
import { decodeDocument } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { DecisionRecord } from '../../check/receipt/Receipt.ts';
import type { Bundle } from '../../log/Bundle.ts';
import type { LeafType } from '../../log/envelope.ts';
import { zeroHash } from '../../kernel/values.ts';
import { Metadata } from '../../work/Metadata.ts';
import { decodeRegistrationPayload } from '../../work/logged/registrationPayload.ts';
import { counted, inLanguage, timeText } from '../terminal/format.ts';

/** What an entry says, in words for people. */
interface DescribedEntry {
  sentence: string;
  /** More of it, by name. */
  details: [name: string, text: string][];
}

/** What each type of entry is, and what its subject is. */
const names: Record<LeafType, readonly [what: string, subject: string]> = {
  registration: ['a registration', 'work'],
  assistance: ['a record of what AI and people did', 'work'],
  usage: ['a usage report', 'report'],
  decision: ['a decision', 'decision'],
  process: ['evidence of making', 'session'],
  countersignature: ['a countersignature of a record', 'work'],
  disclosure: ['the disclosure of a record', 'work'],
  upload: ['a pass to stand behind registrations', 'operator'],
};

/** The payload speaks for itself only once the bundle holds: whoever made it can have put anything into it. */
export function describeEntry({ envelope, payload, document }: Bundle): DescribedEntry {
  const { type, subject, author } = envelope;
  const [what, about] = names[type];
  const id = about === 'work' ? `${BigInt(subject)}` : subject;
  const sentence = `${what} of ${about} ${id}, by ${author}`;
  const bytes = Buffer.from(payload, 'base64');
  try {
    if (type === 'registration') return { sentence, details: registrationIn(bytes, document) };
    if (type === 'assistance') return { sentence, details: assistanceIn(bytes) };
    if (type === 'decision') return { sentence, details: decisionIn(bytes) };
    return { sentence, details: [['payload', counted(bytes.length, 'byte', 'bytes')]] };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return {
      sentence,
      details: [['payload', `${counted(bytes.length, 'byte', 'bytes')} that are none of this type`]],
    };
  }
}

function registrationIn(payload: Uint8Array, document: string | null): DescribedEntry['details'] {
  const { registration, termsId, signature } = decodeRegistrationPayload(payload);
  const details: DescribedEntry['details'] = [
    ['content', registration.contentHash],
    ['metadata', registration.metadataHash],
    ['sources', counted(registration.sources.length, 'work', 'works')],
    ['terms', termsId === zeroHash ? 'none' : termsId],
    ['vouched for by', signature === '0x' ? 'the author, without a signature' : 'the creator’s signature'],
  ];
  if (document === null) return details;
  const { title, kind } = decodeDocument(Metadata, Buffer.from(document, 'base64'));
  return [['title', `${inLanguage(title)} (${kind})`], ...details];
}

const Signed = z.looseObject({ record: AssistanceRecord });

function assistanceIn(payload: Uint8Array): DescribedEntry['details'] {
  const { record } = decodeDocument(Signed, payload);
  const details: DescribedEntry['details'] = [
    ['stated', timeText(record.stated)],
    ['source type', record.summary.digitalSourceType],
    ['share of AI', record.summary.share],
  ];
  if (record.disclosure !== 'public') return [...details, ['steps', 'withheld']];
  const { steps } = record;
  const [people = 0, ai = 0] = ['person', 'ai'].map(
    (who) => steps.filter(({ actor }) => actor === who).length,
  );
  return [
    ...details,
    ['steps', `${steps.length}: ${people} by people, ${ai} by AI, ${steps.length - people - ai} by both`],
  ];
}

const SignedDecision = z.looseObject({ record: DecisionRecord });

function decisionIn(payload: Uint8Array): DescribedEntry['details'] {
  const { decision } = decodeDocument(SignedDecision, payload).record;
  const { verdict, reason, workId, question, block } = decision;
  return [
    ['answer', verdict],
    ['reason', reason],
    ['work', workId === null ? 'none that is known' : `${workId}`],
    ['asked by', question.licensee ?? 'nobody'],
    ['use', question.use],
    ['true at block', `${block.number}, ${timeText(block.timestamp)}`],
  ];
}
