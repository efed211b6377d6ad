import { CommanderError } from 'commander';
import { styleText } from 'node:util';
import { LedgerError, type ErrorCode } from '../../kernel/LedgerError.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { printable } from '../terminal/format.ts';

/** What to do about an error, where the message does not say. */
const hints: Partial<Record<ErrorCode, string>> = {
  'service-unreachable': 'start a service, or say where one is with --url or LIANPU_URL',
  'chain-unreachable': 'say where the chain is with --rpc or RPC_URL',
  'chain-mismatch': '`lianpu status` names the chain the service is about; point --rpc or RPC_URL at it',
  'signer-missing': 'give a private key by --key-file FILE or in LIANPU_KEY',
  'work-unknown': '`lianpu work list` lists the works',
  'terms-unknown': '`lianpu licence offers WORK` lists the terms of a work',
  'licence-not-offered': '`lianpu licence offers WORK` lists the terms of a work',
  'report-unknown': '`lianpu usage file` answers with the id of a report',
  'licence-missing': 'acquire a licence of the source first: `lianpu licence acquire`',
  'source-not-licensed':
    'a source of somebody else needs a licence to adapt it: `lianpu licence offers WORK`',
  'price-changed': 'agree to a higher price with --max-price',
  'approval-required': 'the creator approves a licensee with `lianpu licence approve`',
  'licence-outlives-source':
    'renew the licences it was made under, then `lianpu work revise-end WORK`; offer a licence that ends',
  'licence-in-breach': 'the creator takes a breach back with `lianpu licence forgive`',
  'breach-missing': 'record it first: `lianpu licence breach`',
  'holder-not-attested': 'the registrar that `lianpu work show WORK` names vouches for a holder',
  'creator-required': 'sign with the key of the creator, whom `lianpu work show WORK` names',
  'claim-empty': 'move money to payees first: `lianpu royalty settle WORK`',
  'too-many-requests': 'wait a minute and try again',
};

/** Says on stderr what went wrong: one JSON object, or the code, the message and what to do. */
export function reportError(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  // It is the help itself that was shown.
  if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage;
  const { code, message, details, hint, exitCode } = described(error);
  process.stderr.write(
    json
      ? `${JSON.stringify({ code, message, details }, decimal)}\n`
      : `${styleText('red', code, { stream: process.stderr })}: ${printable(message)}\n${hint === undefined ? '' : `  ${hint}\n`}`,
  );
  return exitCode;
}

function decimal(_: string, part: unknown): unknown {
  return typeof part === 'bigint' ? `${part}` : part;
}

function described(error: unknown) {
  if (error instanceof LedgerError) {
    const { code, message, details } = error;
    return { code, message, details, hint: hints[code], exitCode: exitCodeOf(code) };
  }
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
    const hint = 'add --help to a command to see how it is used';
    return { code: 'input-invalid', message, details: {}, hint, exitCode: exitCodes.usage };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message, details: {}, hint: undefined, exitCode: exitCodes.failed };
}
