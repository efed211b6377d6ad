import type { Hex } from '../../kernel/values.ts';
import { auditLog, type AuditOptions, type LogAudit } from '../../log/audit/auditLog.ts';
import type { Fault } from '../../log/audit/Fault.ts';
import type { LogFiles } from '../../log/audit/LogFiles.ts';
import { nameLog } from '../../log/nameLog.ts';
import { compare } from '../compare.ts';
import { conclude } from '../conclude.ts';
import type { ChainGround } from '../Ground.ts';
import type { Row, Verification } from '../Verification.ts';

/** A chain, with the contract on it that has to have anchored the log. */
export interface LogGround {
  chain: ChainGround;
  contract: Hex;
  /** A block before the first anchor. */
  fromBlock: number;
}

interface LogExpectations {
  /** The key that has to have signed the checkpoint, name+hash+key (C2SP signed-note). */
  verifierKey?: string | undefined;
  /** Called now and then with the entries compared so far, of how many. */
  onProgress?: ((done: number, size: number) => void) | undefined;
}

export interface LogVerification extends Verification, Omit<LogAudit, 'verdict' | 'fault'> {}

/**
 * Verifies a whole log, from its first entry to its last, and stops at the first that differs.
 *
 * @param ground undefined to verify the log against its own checkpoint only: a log that was rewritten as a whole holds.
 * @throws LedgerError `log-unknown`, `checkpoint-invalid`, `service-unreachable`, `chain-unreachable`.
 */
export async function verifyLog(
  files: LogFiles,
  ground: LogGround | undefined,
  { verifierKey, onProgress }: LogExpectations = {},
): Promise<LogVerification> {
  const chain = ground && (await askChain(ground));
  const { fault, ...audit } = await auditLog(files, { verifierKey, chain, onProgress });
  const rows = logRows(audit, fault, { verifierKey, chain });
  return { ...audit, ...conclude(chain === undefined ? 'itself' : 'chain', rows) };
}

/** The anchors up to a block that is there now: the checkpoint is read after it. */
async function askChain({ chain, contract, fromBlock }: LogGround) {
  const chainId = await chain.chainId();
  return { chainId, contract, anchors: await chain.anchorsSince(contract, fromBlock) };
}

/** What was compared of the log as a whole, and the place where it differs. */
function logRows(
  { origin, root, size, entries, anchors }: Omit<LogAudit, 'verdict' | 'fault'>,
  fault: Fault | null,
  { verifierKey, chain }: AuditOptions,
): Row[] {
  // The origin and the signature are compared before any entry is read.
  const isRead = entries !== null;
  const isAnchorFault = fault?.check === 'anchor-root' || fault?.check === 'anchor-size';
  const anchorsRead = (anchors ?? 0) + (isAnchorFault ? 1 : 0);
  const rows = [
    compare('origin', chain && nameLog(chain.chainId, chain.contract), origin),
    compare('checkpoint-signature', isRead ? verifierKey : undefined, verifierKey ?? null),
    compare('entries', isRead ? `${size}` : undefined, isRead ? `${entries}` : null),
    compare('anchors', isRead && chain ? `${anchorsRead}` : undefined, isRead && chain ? `${anchors}` : null),
    compare('checkpoint-root', fault === null ? root : undefined, root),
  ];
  if (fault === null) return rows;
  return [...rows.filter(({ check }) => check !== fault.check), faultRow(fault)];
}

function faultRow({ entry, last, expected, got, ...fault }: Fault): Row {
  const range = entry === null || last === null ? {} : { entry, last };
  return { ...fault, ...range, expected, got, ok: false };
}
