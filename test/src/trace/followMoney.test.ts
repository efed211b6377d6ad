import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Allocation, Incoming } from '../../../src/royalty/Royalty.ts';
import { followMoney } from '../../../src/trace/followMoney.ts';
import { native, type Hex } from '../../../src/kernel/values.ts';

const payee = (n: number): Hex => `0x${`${n}`.padStart(40, '0')}`;
const payment = (workId: bigint, amount: bigint, block: number): Incoming => ({
  at: { block, position: 0 },
  workId,
  currency: native,
  amount,
  fromWorkId: null,
  payer: payee(9),
  reference: null,
  origin: null,
});

it('a payment through two generations ends at the payees, with the way it took', () => {
  const paid = payment(2n, 100n, 1);
  const out = (
    position: number,
    workId: bigint,
    amount: bigint,
    to: { sourceId?: bigint; payee?: Hex },
  ): Allocation => ({
    at: { block: 2, position },
    workId,
    currency: native,
    amount,
    sourceId: to.sourceId ?? null,
    payee: to.payee ?? null,
  });
  const parts = followMoney(
    [paid],
    [
      out(0, 2n, 30n, { sourceId: 1n }),
      out(1, 2n, 70n, { payee: payee(2) }),
      out(2, 1n, 30n, { payee: payee(1) }),
    ],
  ).get(paid);
  expect(parts).toEqual([
    { path: [2n], payee: payee(2), amount: 70n },
    { path: [2n, 1n], payee: payee(1), amount: 30n },
  ]);
});

/** A few wei, where rounding is most of it, and more than a float can count. */
const amounts = fc.oneof(fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 10n ** 20n }));

/** A chain of works, each owing its source a share; payments and settlements come in any order. */
const histories = fc.record({
  shares: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 4 }),
  steps: fc.array(
    fc.record({
      work: fc.nat(4),
      pay: fc.option(amounts, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 30 },
  ),
});

it('the parts of every payment sum to it, and all parts of a share to the share', () => {
  fc.assert(
    fc.property(histories, ({ shares, steps }) => {
      const { incoming, allocations, held } = play(shares, steps);
      const parts = followMoney(incoming, allocations);
      const byPayee = new Map<string, bigint>();
      let heldParts = 0n;
      for (const [paid, list] of parts) {
        expect(list.every(({ amount }) => amount > 0n)).toBe(true);
        expect(list.reduce((sum, { amount }) => sum + amount, 0n)).toBe(paid.amount);
        for (const { payee: to, amount } of list) {
          if (to === null) heldParts += amount;
          else byPayee.set(to, (byPayee.get(to) ?? 0n) + amount);
        }
      }
      expect(heldParts).toBe(held);
      const credited = new Map<string, bigint>();
      for (const { payee: to, amount } of allocations) {
        if (to !== null) credited.set(to, (credited.get(to) ?? 0n) + amount);
      }
      expect(byPayee).toEqual(credited);
    }),
    { numRuns: 1000 },
  );
});

/** What the contract would do, and emit: shares rounded down, the rest to two payees, the first with what is left. */
function play(shares: number[], steps: { work: number; pay: bigint | undefined }[]) {
  const pools = shares.map(() => 0n);
  const incoming: Incoming[] = [];
  const allocations: Allocation[] = [];
  steps.forEach(({ work, pay }, i) => {
    const index = work % shares.length;
    const block = i + 1;
    if (pay !== undefined) {
      pools[index] = (pools[index] ?? 0n) + pay;
      incoming.push(payment(BigInt(index), pay, block));
      return;
    }
    const amount = pools[index] ?? 0n;
    if (amount === 0n) return;
    pools[index] = 0n;
    const up = index > 0 ? (amount * BigInt(shares[index] ?? 0)) / 10_000n : 0n;
    const second = (amount - up) / 3n;
    const outs: [bigint, bigint | null, Hex | null][] = [
      [up, BigInt(index - 1), null],
      [second, null, payee(2 * index + 1)],
      [amount - up - second, null, payee(2 * index)],
    ];
    outs
      .filter(([share]) => share > 0n)
      .forEach(([share, sourceId, to], position) => {
        const at = { block, position };
        allocations.push({ at, workId: BigInt(index), currency: native, amount: share, sourceId, payee: to });
        if (sourceId === null) return;
        pools[index - 1] = (pools[index - 1] ?? 0n) + share;
        const from = { payer: null, reference: null, origin: null, fromWorkId: BigInt(index) };
        incoming.push({ at, workId: sourceId, currency: native, amount: share, ...from });
      });
  });
  return { incoming, allocations, held: pools.reduce((sum, amount) => sum + amount, 0n) };
}
