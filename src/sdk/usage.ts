import { z } from 'zod';
import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { refuseInput } from '../kernel/json/refuseInput.ts';
import { message } from '../messages/Message.ts';
import { FiledReport, hashReport, Judgement, UsageReport, computeReportId } from '../usage/UsageReport.ts';
import { Hash, zeroHash, type Hex, type Origin } from '../kernel/values.ts';
import { bindSession, type Verb } from './client/bindSession.ts';
import type { Session } from './client/session.ts';

/** A report as a platform writes it; who reports is the signer unless it says so. */
export type ReportDraft = Omit<z.input<typeof UsageReport>, 'version' | 'reporter'> & {
  reporter?: string;
};

/** Report what was used, and pay for it. */
interface UsageClient {
  /** Says line by line what is licensed and what is due; nothing is filed, and a named reporter needs no signer. */
  judge(draft: ReportDraft): Promise<Judgement>;
  /**
   * Files a report of the signer's, where the contract judges it for good, and stores its document. Where an
   * earlier call filed it and could not store the document, the document is all that is brought.
   *
   * @throws LedgerError `report-conflict` for one that was filed before, `work-unknown`, ….
   */
  file(draft: ReportDraft): Promise<FiledReport>;
  /** A filed report, as the contract judged it, with what was paid for it. */
  find(reportId: Hex): Promise<FiledReport>;
  /**
   * Pays what is due for a report of the signer's, to each work its part, under the report's id. Of two calls
   * at once, the second pays nothing.
   *
   * @returns null if nothing is due any more.
   * @throws LedgerError `report-conflict` if a part was paid by other means.
   */
  pay(reportId: Hex): Promise<Origin | null>;
}

/** Report what was used, and pay for it. */
export function usageClient(session: Session): UsageClient {
  return bindSession<UsageClient>(session, { judge, file, find, pay });
}

const judge: Verb<UsageClient, 'judge'> = async (session, draft) =>
  await judgeComplete(session, await complete(session, draft));

const file: Verb<UsageClient, 'file'> = async (session, draft) => {
  const report = await complete(session, draft);
  const { account } = await session.signing();
  if (report.reporter !== account) {
    const fault = message('errors.reporter', { expected: account, got: report.reporter });
    throw refuseInput([{ field: 'reporter', fault }], {
      details: { field: 'reporter', expected: account, got: report.reporter },
    });
  }
  const documentHash = hashReport(report);
  const reportId = computeReportId(report.reporter, documentHash);
  if (!(await exists(find(session, reportId), 'report-unknown'))) {
    const { lines: judged } = await judgeComplete(session, report);
    // The report's own lines: of the service's, only the licence it found for a line that names none.
    const lines = report.lines.map((line, i) => ({
      ...line,
      termsId: line.termsId ?? judged[i]?.termsId ?? zeroHash,
    }));
    const { sendReport } = await import('./client/send.ts');
    await session.seen(await sendReport(session, documentHash, report.currency, lines));
  } else if (await exists(session.http.getBytes(`/v1/files/${documentHash}`), 'content-unknown')) {
    throw new LedgerError('report-conflict', message('errors.report-filed', { reportId }), {
      details: { reportId },
    });
  }
  const document = new TextEncoder().encode(canonicalJson(z.encode(UsageReport, report)));
  await session.http.putBytes(z.object({ hash: Hash }), `/v1/files/${documentHash}`, document);
  return await find(session, reportId);
};

const find: Verb<UsageClient, 'find'> = (session, reportId) =>
  session.http.get(FiledReport, `/v1/usages/${reportId}`);

const pay: Verb<UsageClient, 'pay'> = async (session, reportId) =>
  await session.inTurn('payment', () => payRest(session, reportId));

async function complete(session: Session, draft: ReportDraft) {
  const reporter = draft.reporter ?? (await session.signing()).account;
  return parseInput(UsageReport, { ...draft, version: 1, reporter });
}

/** Whether there is what was asked for; `unknown` is the code of a no. */
async function exists(question: Promise<unknown>, unknown: ErrorCode): Promise<boolean> {
  try {
    await question;
    return true;
  } catch (error) {
    if (error instanceof LedgerError && error.code === unknown) return false;
    throw error;
  }
}

function judgeComplete({ http }: Session, report: UsageReport): Promise<Judgement> {
  return http.post(Judgement, '/v1/usages/judgements', report);
}

async function payRest(session: Session, reportId: Hex): Promise<Origin | null> {
  const report = await find(session, reportId);
  if (report.paid >= report.due) return null;
  if (report.paid > 0n) {
    throw new LedgerError('report-conflict', message('errors.report-part-paid'), {
      details: { due: report.due, paid: report.paid },
    });
  }
  const { sendReportPayment } = await import('./client/send.ts');
  return await session.seen(await sendReportPayment(session, report));
}
