import type { Facts, Ledger } from '../ledger.ts';
import { decideFrom } from '../licence/checkLicence.ts';
import { wholeBps } from '../values.ts';
import { requireWork } from '../work/findWork.ts';
import {
  hashStatement,
  type JudgedLine,
  type Judgement,
  type Statement,
  type StatementLine,
} from './Statement.ts';

/**
 * Says line by line what of a statement is licensed and what is due for it, without filing it.
 *
 * Due is the licence's share of the line's revenue, rounded down, as the contract computes it when it is filed.
 *
 * @throws LedgerError `work-unknown` for a line about a work nobody registered, `chain-unreachable`.
 */
export async function judgeStatement(ledger: Ledger, statement: Statement): Promise<Judgement> {
  await ledger.reach();
  const lines = await ledger.read(async (facts) => {
    const judged: JudgedLine[] = [];
    for (const line of statement.lines) judged.push(await judgeLine(facts, statement, line, ledger.now()));
    return judged;
  });
  return {
    documentHash: hashStatement(statement),
    currency: statement.currency,
    lines,
    due: lines.reduce((sum, { due }) => sum + due, 0n),
    unlicensed: lines.filter(({ licensed }) => !licensed).length,
  };
}

/** The contract knows licences, and nothing of holders and creators: so a line is licensed only by a licence. */
async function judgeLine(
  facts: Facts,
  { reporter }: Statement,
  line: StatementLine,
  clock: number,
): Promise<JudgedLine> {
  await requireWork(facts, line.workId);
  const now = Math.max(facts.block.timestamp, clock);
  const decision = await decideFrom(facts, { workId: line.workId, licensee: reporter, use: line.use }, clock);
  const termsId = line.termsId ?? decision.termsId;
  const licence = (await facts.licencesOf({ workId: line.workId, licensee: reporter })).find(
    (held) => held.termsId === termsId,
  );
  const licensed =
    licence !== undefined &&
    licence.uses.includes(line.use) &&
    (licence.until === null || licence.until >= now);
  const { workId, use, count, revenue } = line;
  const due = licensed ? (revenue * BigInt(licence.revenueShareBps)) / BigInt(wholeBps) : 0n;
  return { workId, termsId, use, count, revenue, licensed, due, decision };
}
