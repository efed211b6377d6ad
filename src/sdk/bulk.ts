import type { z } from 'zod';
import { BatchReceipt } from '../bulk/BatchReceipt.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import type { Hex } from '../kernel/values.ts';
import { composeLine } from '../work/logged/composeLine.ts';
import { loggedRegistrationData } from '../work/logged/LoggedRegistration.ts';
import { passLife, passText, uploadData, type UploadPass } from '../bulk/UploadPass.ts';
import { WorkLine } from '../work/logged/WorkLine.ts';
import { bindSession, type Verb } from './client/bindSession.ts';
import type { Session } from './client/session.ts';

/** What a creator writes of a work to log: a line of the stream, without creator and signature. */
type LineInput = Omit<z.input<typeof WorkLine>, 'creator' | 'signature'>;

/** Works by the million: logged now, minted when somebody collects them. */
interface BulkClient {
  /**
   * A line of the signer's own, signed: anybody can send it, and no operator has to vouch for it.
   *
   * @throws LedgerError `input-invalid`, `use-above-ceiling`, `shares-exceed-whole`.
   */
  sign(line: LineInput): Promise<string>;
  /**
   * A pass of the signer's, which is an operator of the log: with it lines without a signature are taken, and the
   * operator stands behind them.
   */
  pass(): Promise<UploadPass>;
  /**
   * Logs lines of JSON (NDJSON). Bad ones are reported with their number and the reason, the others are logged;
   * sending lines again changes nothing.
   *
   * @throws LedgerError `signature-invalid`, `signature-expired` or `operator-required` for the pass,
   * `service-unreachable`.
   */
  upload(lines: Uint8Array | string, pass?: UploadPass): Promise<BatchReceipt>;
}

/** Works by the million: logged now, minted when somebody collects them. */
export function bulkClient(session: Session): BulkClient {
  return bindSession<BulkClient>(session, { sign, pass, upload });
}

const sign: Verb<BulkClient, 'sign'> = async (session, line) => {
  const { signer, account, deployment } = await session.signing();
  const stated = { ...line, creator: account };
  const { payload } = composeLine(parseInput(WorkLine, stated, 'line'));
  const { domain, types, message } = loggedRegistrationData(deployment, account, payload);
  const signature = await signer.signTypedData(domain, types, message);
  return JSON.stringify({ ...stated, signature });
};

const pass: Verb<BulkClient, 'pass'> = async (session) => {
  const { signer, account, deployment } = await session.signing();
  const expires = Math.floor(Date.now() / 1000) + passLife / 2;
  const { domain, types, message } = uploadData(deployment, { author: account, expires });
  return {
    author: account,
    expires,
    signature: (await signer.signTypedData(domain, types, message)) as Hex,
  };
};

const upload: Verb<BulkClient, 'upload'> = async (session, lines, pass) => {
  const bytes = typeof lines === 'string' ? new TextEncoder().encode(lines) : lines;
  const authorization = pass === undefined ? undefined : `Lianpu ${passText(pass)}`;
  return await session.http.postLines(BatchReceipt, '/v1/registrations', bytes, authorization);
};
