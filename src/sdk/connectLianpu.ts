import type { Signer } from 'ethers';
import { assistanceClient } from './assistance.ts';
import { bulkClient } from './bulk.ts';
import { createHttp } from './client/http.ts';
import { licenceClient } from './licence.ts';
import { logClient } from './log.ts';
import { processClient } from './processes.ts';
import { royaltyClient } from './royalty.ts';
import { createSession } from './client/session.ts';
import { traceClient } from './trace.ts';
import { usageClient } from './usage.ts';
import { workClient } from './work.ts';

export interface ClientOptions {
  /** Where the service is. */
  url: string;
  /** Signs, and sends what is the caller's own to send; reading needs none. */
  signer?: Signer | undefined;
  /** Milliseconds to wait for an answer; 60,000 unless given. */
  timeout?: number | undefined;
  /** The language of errors that the service answers (BCP 47); English, or a browser’s own, unless given. */
  language?: string | undefined;
}

/**
 * A client of a Lianpu service, in Node or a browser, with one part a stage of a work's life.
 *
 * Everything it throws is a `LedgerError` with a stable `code`. What it writes the service has read when it returns.
 *
 * @example
 * const lianpu = connectLianpu({ url: 'http://127.0.0.1:3000' })
 * await lianpu.licence.check({ workId, licensee, use: 'embedInGame' })
 * // { verdict: 'denied', reason: 'no-licence', offers: [{ termsId: '0x…', … }], … }
 */
export function connectLianpu({ url, signer, timeout = 60_000, language }: ClientOptions) {
  const session = createSession(createHttp(url, timeout, language), signer);
  return {
    status: session.status,
    work: workClient(session),
    bulk: bulkClient(session),
    assistance: assistanceClient(session),
    process: processClient(session),
    licence: licenceClient(session),
    usage: usageClient(session),
    royalty: royaltyClient(session),
    trace: traceClient(session),
    log: logClient(session),
  };
}

export type Lianpu = ReturnType<typeof connectLianpu>;

export type { ErrorCode } from '../kernel/errors.ts';
export { LedgerError } from '../kernel/LedgerError.ts';
export { presetTerms, type Preset, type PresetOptions } from '../terms/draft/presets.ts';
