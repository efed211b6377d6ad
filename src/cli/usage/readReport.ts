import type { ReportDraft } from '../../sdk/usage.ts';
import { UsageReport } from '../../usage/UsageReport.ts';
import { native } from '../../kernel/values.ts';
import { readDraft } from '../terminal/readInput.ts';

/** A usage report as a platform writes it; version and reporter may be left out. */
export async function readReport(file: string): Promise<ReportDraft> {
  const complete = (value: Record<string, unknown>) => ({ version: 1, reporter: native, ...value });
  const { currency, period, lines, reporter } = await readDraft(file, UsageReport, complete);
  return { currency, period, lines, ...(reporter === undefined ? {} : { reporter }) };
}
