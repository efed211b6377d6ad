import { type Approval } from '../../terms/Terms.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import type { Read } from './Read.ts';

export const approvalsOf: Read<'approvalsOf'> = async ({ db }, workId) => {
  const answers = await db.selectFrom('approvals').selectAll().where('workId', '=', hexId(workId)).execute();
  const requests = await db.selectFrom('requests').selectAll().where('workId', '=', hexId(workId)).execute();
  const said = [
    ...requests.map((row) => ({ ...row, state: 'requested' as const })),
    ...answers.map((row) => ({
      ...row,
      state: row.approved === 1 ? ('approved' as const) : ('withdrawn' as const),
    })),
  ].sort((a, b) => a.block - b.block || a.position - b.position);
  const last = new Map<string, Approval>();
  for (const { termsId, licensee, state, block, transaction } of said) {
    const key = `${termsId} ${licensee}`;
    // Who is approved and asks again stays approved.
    if (state === 'requested' && last.get(key)?.state === 'approved') continue;
    last.set(key, {
      workId,
      termsId: termsId as Hex,
      licensee: licensee as Hex,
      state,
      block,
      transaction: transaction as Hex,
    });
  }
  return [...last.values()];
};
