import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verdicts, type Decision } from '../../../src/check/Decision.ts';
import { breachNames } from '../../../src/terms/Breach.ts';
import { decisionJson } from '../../../src/check/decisionJson.ts';
import { dutyNames } from '../../../src/check/duties/Duty.ts';
import { toPage, reasons } from '../../../src/check/reasons.ts';
import type { Hex } from '../../../src/kernel/values.ts';
import { labelCodes } from '../../../src/work/Labels.ts';
import { useNames } from '../../../src/work/Uses.ts';

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((some): Hex => `0x${Buffer.from(some).toString('hex')}`);
const [hash, address] = [hex(32), hex(20)];
const id = fc.bigInt(1n, 2n ** 256n - 1n);
const amount = fc.bigInt(0n, 2n ** 256n - 1n);
const number = fc.nat();
const words = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constant('"\\\n\u2028'));
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

const duty = fc.record(
  {
    duty: fc.constantFrom(...dutyNames),
    workId: id,
    termsId: orNull(hash),
    amount: orNull(amount),
    currency: orNull(address),
    deadline: orNull(number),
    fulfilled: orNull(fc.boolean()),
    fulfilledBy: orNull(
      fc.record({
        fact: fc.constantFrom('payment' as const, 'report' as const, 'licence' as const),
        reference: orNull(hash),
        block: number,
        transaction: hash,
      }),
    ),
    revenueShareBps: fc.nat(10_000),
    breach: fc.constantFrom(...breachNames),
    text: words,
    action: words,
  },
  {
    requiredKeys: [
      ...([
        'duty',
        'workId',
        'termsId',
        'amount',
        'currency',
        'deadline',
        'fulfilled',
        'fulfilledBy',
      ] as const),
    ],
  },
);
const condition = fc.record({
  what: words,
  leftOperand: words,
  operator: words,
  expected: few(words),
  stated: orNull(few(words)),
});
const about = fc.oneof(
  fc.record({ workId: id }),
  fc.record({ token: fc.constant(`eip155:1/erc721:0x${'ab'.repeat(20)}/7`) }),
  fc.record({ token: fc.record({ contract: address, tokenId: id }) }),
  fc.record({ contentHash: hash }),
);
const question = fc
  .tuple(
    about,
    fc.record({ licensee: orNull(address), use: fc.constantFrom(...useNames) }),
    fc.record(
      { purpose: words, territory: few(words), count: number, facts: fc.dictionary(words, words) },
      { requiredKeys: [] },
    ),
  )
  .map(([one, two, three]) => ({ ...one, ...two, ...three }));
const decision = fc
  .record(
    {
      verdict: fc.constantFrom(...verdicts),
      reason: fc.constantFrom(...reasons),
      clause: words,
      ground: fc.record({
        from: fc.constantFrom('licence' as const, 'ledger' as const),
        workId: orNull(id),
        generation: number,
        path: few(id),
        label: orNull(fc.constantFrom(...labelCodes)),
        termsId: orNull(hash),
        document: orNull(hash),
        rule: orNull(words),
      }),
      duties: few(duty),
      termsId: orNull(hash),
      until: orNull(number),
      conditions: few(condition),
      missing: few(words),
      notUnderstood: few(words),
      offers: few(
        fc.record({
          ...{ workId: id, termsId: hash, price: amount, currency: address, revenueShareBps: fc.nat(10_000) },
          ...{ duration: number, needsApproval: fc.boolean(), duties: few(duty) },
        }),
      ),
      question,
      workId: orNull(id),
      creator: orNull(address),
      claims: few(
        fc.record({
          ...{ workId: id, creator: address },
          ...{ verdict: fc.constantFrom(...verdicts), reason: fc.constantFrom(...reasons) },
        }),
      ),
      time: number,
      decided: number,
      block: fc.record({ number, hash, timestamp: number }),
      log: fc.record({ size: number }),
      chain: fc.record({
        state: fc.constantFrom('connected' as const, 'behind' as const, 'unreachable' as const),
        blocks: orNull(number),
        seconds: orNull(number),
      }),
      trail: few(
        fc.oneof(
          fc.record({
            found: fc.constant('work-registered' as const),
            values: fc.record({ workId: id, registrant: address }),
            then: fc.constant('goes-on' as const),
          }),
          fc.record({
            found: fc.constant('licence-denies' as const),
            values: fc.record({
              ...{ use: fc.constantFrom(...useNames), workId: id, termsId: hash, until: orNull(number) },
              ...{ rule: orNull(words), conditions: few(condition) },
            }),
            then: fc.constant('denies' as const),
          }),
          fc.record({
            found: fc.constant('offer-permits' as const),
            values: fc.record({ workId: id, termsId: hash, price: amount, currency: address }),
            then: fc.constant('goes-on' as const),
          }),
        ),
      ),
    },
    { noNullPrototype: true },
  )
  .chain((whole) =>
    fc.boolean().map((explained): Decision => {
      const { trail, ...rest } = whole;
      return { ...rest, page: toPage(rest.reason), ...(explained ? { trail } : {}) };
    }),
  );

it('whatever a decision says, its JSON says', () => {
  fc.assert(
    fc.property(decision, (one) => {
      const expected: unknown = JSON.parse(
        JSON.stringify(one, (_, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)),
      );
      expect(JSON.parse(decisionJson(one))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
