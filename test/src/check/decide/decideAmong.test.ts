import { expect, it } from 'vitest';
import { decide } from '../../../../src/check/decide/decide.ts';
import { decideAmong } from '../../../../src/check/decide/decideAmong.ts';
import { zeroHash } from '../../../../src/kernel/values.ts';
import { account, asked, creator, held, work, type Change } from '../../../support/evidence.ts';

const of = (change: Change = {}) => decide(asked({ contentHash: zeroHash, ...change }), []);
const other = { ...work, workId: 8n, creator: account(8) };
const [may, mayNot] = [of({ held: [held()] }), of()];
const another = of({ workId: 8n, work: other });

it('of a file that one work was registered with, the answer is the work’s', () => {
  expect(decideAmong([may])).toBe(may);
  expect(() => decideAmong([])).toThrow('expected a decision, got none');
});

it('of a file that several were registered with, nobody can tell before it is asked about one', () => {
  const { trail, ...decision } = decideAmong([may, another]);
  expect(decision).toMatchObject({
    ...{ verdict: 'cannot-tell', reason: 'claims-compete', clause: `content.${zeroHash}` },
    ...{
      page: '/docs/reference/reasons.md#claims-compete',
      workId: null,
      creator: null,
      offers: [],
      duties: [],
    },
    ground: { from: 'ledger', workId: null, path: [] },
    claims: [
      { workId: 5n, creator, verdict: 'permitted-with-duties', reason: 'licence' },
      { workId: 8n, creator: account(8), verdict: 'denied', reason: 'no-licence' },
    ],
  });
  expect(trail).toEqual([
    ...(may.trail ?? []),
    ...(another.trail ?? []),
    { found: 'works-compete', values: { count: 2 }, then: 'cannot-tell' },
  ]);
});

it('what each of them denies is denied, and what is no claim is left out', () => {
  const { trail, ...denied } = decideAmong([mayNot, another]);
  expect(denied).toMatchObject({ verdict: 'denied', reason: 'claims-compete' });
  expect(trail?.at(-1)?.then).toBe('denies');
  const unknown = of({ work: undefined, workId: 9n });
  const bare = decideAmong([{ ...mayNot, trail: undefined }, unknown]);
  expect(bare.claims.map(({ workId }) => workId)).toEqual([5n]);
  expect(bare.trail).toBeUndefined();
});
