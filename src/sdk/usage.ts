import { z } from 'zod';
import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { refuseInput } from '../kernel/json/refuseInput.ts';
import { message } from '../messages/Message.ts';
import { FiledReport, hashReport, Judgement, UsageReport, computeReportId } from '../usage/UsageReport.ts';
import { Hash, zeroHash, type Hex, type Origin } from '../kernel/values.ts';
import type { Session } from './client/session.ts';

/** A report as a platform writes it; who reports is the signer unless it says so. */
export type ReportDraft = Omit<z.input<typeof UsageReport>, 'version' | 'reporter'> & {
  reporter?: string;
};

/** Report what was used, and pay for it. */
export function usageClient(session: Session) {
  const { http } = session;
  const find = (reportId: Hex) => http.get(FiledReport, `/v1/usages/${reportId}`);
  const complete = async (draft: ReportDraft) => {
    const reporter = draft.reporter ?? (await session.signing()).account;
    return parseInput(UsageReport, { ...draft, version: 1, reporter });
  };
  const judge = (report: UsageReport) => http.post(Judgement, '/v1/usages/judgements', report);
  const pay = async (reportId: Hex): Promise<Origin | null> => {
    const report = await find(reportId);
    if (report.paid >= report.due) return null;
    if (report.paid > 0n) {
      throw new LedgerError('report-conflict', message('errors.report-part-paid'), {
        details: { due: report.due, paid: report.paid },
      });
    }
    const { sendReportPayment } = await import('./client/send.ts');
    return await session.seen(await sendReportPayment(session, report));
  };
  return {
    /** Says line by line what is licensed and what is due; nothing is filed, and a named reporter needs no signer. */
    judge: async (draft: ReportDraft): Promise<Judgement> => await judge(await complete(draft)),
    /**
     * Files a report of the signer's, where the contract judges it for good, and stores its document. Where an
     * earlier call filed it and could not store the document, the document is all that is brought.
     *
     * @throws LedgerError `report-conflict` for one that was filed before, `work-unknown`, ….
     */
    file: async (draft: ReportDraft): Promise<FiledReport> => {
      const report = await complete(draft);
      const { account } = await session.signing();
      if (report.reporter !== account) {
        throw refuseInput(
          [
            {
              field: 'reporter',
              fault: message('errors.reporter', { expected: account, got: report.reporter }),
            },
          ],
          { details: { field: 'reporter', expected: account, got: report.reporter } },
        );
      }
      const documentHash = hashReport(report);
      const reportId = computeReportId(report.reporter, documentHash);
      if (!(await exists(find(reportId), 'report-unknown'))) {
        const { lines: judged } = await judge(report);
        // The report's own lines: of the service's, only the licence it found for a line that names none.
        const lines = report.lines.map((line, i) => ({
          ...line,
          termsId: line.termsId ?? judged[i]?.termsId ?? zeroHash,
        }));
        const { sendReport } = await import('./client/send.ts');
        await session.seen(await sendReport(session, documentHash, report.currency, lines));
      } else if (await exists(http.getBytes(`/v1/files/${documentHash}`), 'content-unknown')) {
        throw new LedgerError('report-conflict', message('errors.report-filed', { reportId }), {
          details: { reportId },
        });
      }
      const document = new TextEncoder().encode(canonicalJson(z.encode(UsageReport, report)));
      await http.putBytes(z.object({ hash: Hash }), `/v1/files/${documentHash}`, document);
      return await find(reportId);
    },
    find,
    /**
     * Pays what is due for a report of the signer's, to each work its part, under the report's id. Of two calls
     * at once, the second pays nothing.
     *
     * @returns null if nothing is due any more.
     * @throws LedgerError `report-conflict` if a part was paid by other means.
     */
    pay: async (reportId: Hex): Promise<Origin | null> =>
      await session.inTurn('payment', () => pay(reportId)),
  };
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
