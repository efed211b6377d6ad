import type { Request } from 'express';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';

/** Media types of a line of JSON each (NDJSON). */
const types = ['application/x-ndjson', 'application/jsonl', 'application/ndjson'];

/** @throws LedgerError `media-type-unsupported` for anything but lines of JSON as they are. */
export function requireLines(request: Request): void {
  if (request.is(types) !== false && request.get('content-encoding') === undefined) return;
  const got = [request.get('content-type') ?? 'none', request.get('content-encoding') ?? ''].join(' ').trim();
  throw new LedgerError(
    'media-type-unsupported',
    message('errors.lines-type', { expected: types[0] ?? '', got }),
  );
}
