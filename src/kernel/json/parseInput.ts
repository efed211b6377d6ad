import type { z } from 'zod';
import { readJson } from './readJson.ts';
import { refuseInput } from './refuseInput.ts';
import { describeIssue, listFaults } from './schemaFaults.ts';

/**
 * A document from the bytes its hash is of.
 *
 * @throws LedgerError `json-malformed` for bytes that are no canonical JSON (RFC 8785), `input-invalid` for another
 * shape than expected.
 */
export function decodeDocument<T>(schema: z.ZodType<T>, bytes: Uint8Array): T {
  return parseInput(schema, readJson(bytes, { canonical: true }));
}

/**
 * A value of the expected shape.
 *
 * @param what The name of the value, where it is a part of something: fields are named behind it.
 * @throws LedgerError `input-invalid`, naming the fields that are wrong; `details.issues` has them all.
 *
 * @example
 * parseInput(UsageReport, report) // input-invalid: lines[3].use: expected one of display, …, got "displai"; did you mean display?
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, what = ''): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const again = schema.safeParse(value, { error: describeIssue, reportInput: true });
  const faults = (again.error?.issues ?? []).flatMap((issue) => listFaults(issue, value));
  const named = faults.map(({ field, fault }) => ({ field: what + joint(what, field) + field, fault }));
  throw refuseInput(named, { cause: result.error });
}

function joint(what: string, field: string): string {
  return what === '' || field === '' || field.startsWith('[') ? '' : '.';
}
