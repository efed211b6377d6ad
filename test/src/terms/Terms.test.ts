import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/kernel/json/canonicalJson.ts';
import { decodeDocument } from '../../../src/kernel/json/parseInput.ts';
import { OdrlDocument } from '../../../src/terms/document/odrl.ts';
import { composeTerms, listFlags, termsFlags, computeTermsId, type Terms } from '../../../src/terms/Terms.ts';
import { TermsDraft } from '../../../src/terms/draft/TermsDraft.ts';
import { computeReportId } from '../../../src/usage/UsageReport.ts';
import type { Hex } from '../../../src/kernel/values.ts';
import { computeWorkId } from '../../../src/work/computeWorkId.ts';
import { freshChain } from '../../support/chain.ts';
import { gameTerms } from '../../support/drafts.ts';

let chain: Awaited<ReturnType<typeof freshChain>>;
beforeAll(async () => {
  chain = await freshChain();
});

const hex = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((b): Hex => `0x${Buffer.from(b).toString('hex')}`);
const anyTerms: fc.Arbitrary<Terms> = fc.record({
  uses: fc.nat(65_535),
  passOn: fc.nat(65_535),
  currency: hex(20),
  price: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
  revenueShareBps: fc.nat(10_000),
  duration: fc.nat(2 ** 32 - 1),
  cap: fc.nat(2 ** 32 - 1),
  flags: fc.nat(31),
  documentHash: hex(32),
});

it('ids of terms, works and statements are what the contracts compute', async () => {
  const { licences, works, usages } = chain.contracts;
  await fc.assert(
    fc.asyncProperty(anyTerms, hex(20), hex(32), async (terms, account, hash) => {
      expect(computeTermsId(terms)).toBe(await licences.termsIdOf(terms));
      expect(computeWorkId(account, hash)).toBe(await works.workIdOf(account, hash));
      expect(computeReportId(account, hash)).toBe(await usages.statementIdOf(account, hash));
    }),
    { numRuns: 50 },
  );
});

it('another word in a draft is another document and other terms', () => {
  const draft = TermsDraft.parse(gameTerms);
  const { terms, document } = composeTerms(draft);
  expect(decodeDocument(OdrlDocument, Buffer.from(canonicalJson(document)))).toMatchObject({
    '@type': 'Offer',
  });
  const changes: Partial<TermsDraft>[] = [
    { title: { en: 'Another' } },
    { uses: ['display'], passOn: [] },
    { passOn: [] },
    { price: 1n },
    { revenueShareBps: 1 },
    { duration: 1 },
    { cap: 1 },
    ...termsFlags.map((flag) => ({ [flag]: !draft[flag] })),
  ];
  const ids = changes.map((change) => computeTermsId(composeTerms({ ...draft, ...change }).terms));
  expect(new Set([computeTermsId(terms), ...ids]).size).toBe(changes.length + 1);
  for (const change of changes.slice(0, 1)) {
    expect(composeTerms({ ...draft, ...change }).terms.documentHash).not.toBe(terms.documentHash);
  }
});

it('every flag is a bit of its own', () => {
  const draft = { ...TermsDraft.parse(gameTerms), attribution: false };
  for (const flag of termsFlags) {
    expect(listFlags(composeTerms({ ...draft, [flag]: true }).terms)).toEqual([flag]);
  }
});
