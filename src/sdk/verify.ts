/**
 * Verifying what the ledger has proved, with a chain or a root and without any service. For Node: a receipt is decided
 * again in an index that is rebuilt in memory.
 *
 * Each verification lists its checks as rows, with what was expected and what the file has.
 *
 * @example
 * const ground = chainGround('http://127.0.0.1:8545')
 * const { verdict, rows } = await verifyEntry(JSON.parse(file), ground)
 * rows.filter(({ ok }) => ok === false) // [{ check: 'anchor-block', expected: '42', got: '43', ok: false }]
 * ground.close()
 */
export { filesAt } from '../log/audit/LogFiles.ts';
export { verifyEntry } from '../verify/entry/verifyEntry.ts';
export { chainGround } from '../verify/grounds/chainGround.ts';
export { rootGround } from '../verify/grounds/rootGround.ts';
export { verifyLog } from '../verify/log/verifyLog.ts';
export { verifyPack } from '../verify/pack/verifyPack.ts';
export { verifyReceipt } from '../verify/receipt/verifyReceipt.ts';
export type { Ground } from '../verify/Ground.ts';
export type { Row, Verdict, Verification } from '../verify/Verification.ts';
