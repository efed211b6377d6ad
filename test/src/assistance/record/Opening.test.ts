import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { AssistanceRecord, PublicRecord } from '../../../../src/assistance/record/Assistance.ts';
import { AssistanceStep } from '../../../../src/assistance/record/AssistanceStep.ts';
import {
  computeCommitment,
  Opening,
  toOpening,
  requireOpens,
  type Withheld,
} from '../../../../src/assistance/record/Opening.ts';
import { findContradiction } from '../../../../src/assistance/summary/findContradiction.ts';
import { summarise } from '../../../../src/assistance/summary/summarise.ts';
import { canonicalJson } from '../../../../src/kernel/json/canonicalJson.ts';
import { steps } from '../../../support/drafts.ts';
import { toRecord } from '../../../support/records.ts';
import { anyStep } from '../../../support/steps.ts';

/** What the log holds of a record by hash only. */
function withheld({ record, salt }: Opening): Withheld {
  const { type, version, workId, author, amends, summary, stated } = record;
  const commitment = computeCommitment({ record, salt });
  return { type, version, workId, author, amends, summary, stated, disclosure: 'hashOnly', commitment };
}

const conflict = expect.objectContaining({ code: 'assistance-conflict' }) as unknown;
const agreeing = fc
  .array(anyStep, { minLength: 1, maxLength: 4 })
  .filter((list) => findContradiction({ steps: list }) === undefined);

describe('a commitment', () => {
  it('is SHA-256 over the salt and the canonical JSON of the record, as anybody can compute it', () => {
    const opening = toOpening(toRecord({ steps }));
    const text = canonicalJson(z.encode(PublicRecord, opening.record));
    const digest = createHash('sha256')
      .update(Buffer.from(opening.salt.slice(2), 'hex'))
      .update(text);
    expect(computeCommitment(opening)).toBe(`0x${digest.digest('hex')}`);
  });

  it('to the same record is another each time', () => {
    const record = toRecord({ steps });
    const made = new Set([...Array(100)].map(() => computeCommitment(toOpening(record))));
    expect(made.size).toBe(100);
  });

  it('is opened by what was kept, and comes back from a file the same', () => {
    fc.assert(
      fc.property(agreeing, (list) => {
        const opening = toOpening(toRecord({ steps: list.map((one) => z.encode(AssistanceStep, one)) }));
        requireOpens(withheld(opening), opening);
        expect(Opening.parse(JSON.parse(JSON.stringify(z.encode(Opening, opening))))).toEqual(opening);
      }),
      { numRuns: 50 },
    );
  });

  it('reveals nothing of the steps: no word of them is in what the log holds', () => {
    fc.assert(
      fc.property(agreeing, (list) => {
        // Words that stand for themselves: those of the vocabularies are in the summary, too.
        const marked = list.map((one, at) => ({ ...one, contribution: `secret-${at}-${one.contribution}` }));
        const opening = toOpening(toRecord({ steps: marked.map((one) => z.encode(AssistanceStep, one)) }));
        const logged = canonicalJson(z.encode(AssistanceRecord, withheld(opening)));
        expect(logged).not.toContain('secret-');
        expect(logged).not.toContain('Denghuo Diffuse');
        expect(logged).not.toContain(opening.salt.slice(2));
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, (opening: Opening) => Opening]>([
    ['another salt', (opening) => ({ ...opening, salt: `0x${'00'.repeat(32)}` })],
    [
      'another step',
      ({ record, ...rest }) => ({ ...rest, record: { ...record, steps: record.steps.slice(1) } }),
    ],
    [
      'steps in another order',
      ({ record, ...rest }) => ({ ...rest, record: { ...record, steps: [...record.steps].reverse() } }),
    ],
    [
      'another time',
      ({ record, ...rest }) => ({ ...rest, record: { ...record, stated: record.stated + 1 } }),
    ],
    ['another work', ({ record, ...rest }) => ({ ...rest, record: { ...record, workId: 8n } })],
  ])('is not opened by %s', (_, change) => {
    const opening = toOpening(toRecord({ steps }));
    expect(() => requireOpens(withheld(opening), change(opening))).toThrow(conflict);
  });

  it('to a record whose public part was stated otherwise is not opened', () => {
    const opening = toOpening(toRecord({ steps }));
    const stated = withheld(opening);
    const byHand = summarise({ steps: opening.record.steps.slice(0, 1), depiction: null });
    for (const change of [{ workId: 8n }, { stated: 1 }, { summary: byHand }, { amends: opening.salt }]) {
      expect(() => requireOpens({ ...stated, ...change }, opening)).toThrow(conflict);
    }
  });

  it('to a summary that the steps do not come to is not opened, though both sides state it', () => {
    const record = toRecord({ steps });
    const byHand = summarise({ steps: record.steps.slice(0, 1), depiction: null });
    const opening = toOpening({ ...record, summary: byHand });
    expect(() => requireOpens(withheld(opening), opening)).toThrow(conflict);
  });
});
