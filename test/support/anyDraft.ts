import fc from 'fast-check';
import {
  channelNames,
  industryNames,
  mediaNames,
  otherActions,
  purposeNames,
  recipientNames,
} from '../../src/terms/profile/profile.ts';
import { dutyNames, limitNames } from '../../src/terms/draft/restrictions.ts';
import { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import { native, type Hex } from '../../src/kernel/values.ts';
import { useNames } from '../../src/work/Uses.ts';

const some = <T>(of: readonly T[], most = 3) =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: most });
const choice = <T>(of: readonly T[]) =>
  fc.oneof(
    some(of).map((only) => ({ only })),
    some(of).map((except) => ({ except })),
  );
const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes): Hex => `0x${Buffer.from(bytes).toString('hex')}`);
const territories = ['CN', 'CN-BJ', 'ID', 'FR', '142', '035', '150', '001'];
const currency = fc.constantFrom<Hex>(native, `0x${'12'.repeat(20)}`);
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('delete' as const, 'inform' as const) }),
    fc.record({
      do: fc.constant('compensate' as const),
      amount: fc.nat().map(String),
      currency,
      withinDays: fc.integer({ min: 1, max: 90 }),
    }),
  ),
  { minLength: 1, maxLength: 2 },
);
const instant = (from: number) =>
  fc
    .integer({ min: from, max: from + 10_000 })
    .map((day) => `${new Date(day * 86_400_000).toISOString().slice(0, 19)}+07:00`);

const fields = {
  title: fc.constant({ en: 'Terms', zh: '条款' }),
  uses: some(useNames, 6),
  currency,
  price: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }).map(String),
  revenueShareBps: fc.nat(10_000),
  duration: fc.nat(4_294_967_295),
  cap: fc.nat(4_294_967_295),
  attribution: fc.boolean(),
  shareAlike: fc.boolean(),
  approvalRequired: fc.boolean(),
  transferable: fc.boolean(),
  absoluteShare: fc.boolean(),
  nonCommercial: fc.boolean(),
  purposes: choice(purposeNames),
  territories: choice(territories),
  channels: choice(channelNames),
  media: choice(mediaNames),
  industries: choice(industryNames),
  languages: choice(['en', 'zh-Hant', 'id']),
  recipients: choice<string>([...recipientNames, 'https://example.org/club']),
  window: fc.record({ notBefore: instant(10_000), notAfter: instant(30_000) }),
  limits: fc.dictionary(fc.constantFrom(...limitNames), fc.integer({ min: 1 }), { minKeys: 1 }),
  resolution: fc.record({ pixels: fc.integer({ min: 1 }), dotsPerInch: fc.integer({ min: 1 }) }),
  attributionText: fc.constant({ en: 'Mask by Shen Yunzhi', zh: '沈云织绘' }),
  forbidden: fc.array(
    fc.record(
      {
        actions: some(Object.keys(otherActions) as (keyof typeof otherActions)[]),
        purposes: some(purposeNames),
        territories: some(territories),
        remedies: steps,
      },
      { requiredKeys: ['actions'] },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  duties: fc.uniqueArray(
    fc.record(
      {
        duty: fc.constantFrom(...dutyNames),
        withinDays: fc.integer({ min: 1, max: 365 }),
        everyDays: fc.integer({ min: 1, max: 365 }),
        consequences: steps,
      },
      { requiredKeys: ['duty'] },
    ),
    { minLength: 1, selector: ({ duty }) => duty },
  ),
  inherits: fc.uniqueArray(hash, { minLength: 1, maxLength: 2 }),
};

/** Drafts of every kind that are none but drafts: what a generator says against itself is left out. */
export const anyDraft: fc.Arbitrary<TermsDraft> = fc
  .record(fields, { requiredKeys: ['title', 'uses', 'currency', 'price'] })
  .chain((draft) => fc.subarray(draft.uses).map((passOn) => TermsDraft.safeParse({ ...draft, passOn })))
  .filter(({ success }) => success)
  .map(({ data }) => data as TermsDraft);
