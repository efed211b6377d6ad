import { expect, it } from 'vitest';
import { auditLedger, type MoneyRows } from '../../../src/trace/auditLedger.ts';
import { native } from '../../../src/kernel/values.ts';

const rows: MoneyRows = {
  payments: [{ workId: 'derivative', currency: native, amount: 1001n }],
  allocations: [
    { workId: 'derivative', currency: native, sourceId: 'mask', payee: null, amount: 100n },
    { workId: 'derivative', currency: native, sourceId: null, payee: 'studio', amount: 901n },
  ],
  claims: [{ payee: 'studio', currency: native, amount: 901n }],
};

it('money paid in is claimed, claimable or held, to the last wei', () => {
  const [audited] = auditLedger(rows, [native], new Map([[native, 100n]]));
  expect(audited).toMatchObject({
    paidIn: 1001n,
    claimed: 901n,
    claimable: 0n,
    heldInWorks: 100n,
    sound: true,
  });
});

it('a balance short of one wei, a missing payment and a claim too many are found', () => {
  expect(auditLedger(rows, [native], new Map([[native, 99n]]))[0]).toMatchObject({
    surplus: -1n,
    sound: false,
  });
  expect(auditLedger(rows, [native], new Map([[native, 101n]]))[0]).toMatchObject({
    surplus: 1n,
    sound: true,
  });
  expect(auditLedger(rows, [native], new Map())[0]).toMatchObject({
    balance: null,
    surplus: null,
    sound: false,
  });
  expect(auditLedger({ ...rows, payments: [] }, [native], new Map([[native, 100n]]))[0]).toMatchObject({
    overdrawn: ['derivative'],
    sound: false,
  });
  expect(
    auditLedger(
      { ...rows, claims: [...rows.claims, ...rows.claims] },
      [native],
      new Map([[native, 100n]]),
    )[0],
  ).toMatchObject({ overdrawn: ['studio'], sound: false });
});
