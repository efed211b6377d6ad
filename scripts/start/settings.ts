import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseInput } from '../../src/kernel/json/parseInput.ts';
import { LedgerError } from '../../src/kernel/LedgerError.ts';
import { message } from '../../src/messages/Message.ts';

const Port = z.coerce.number('expected a port').int().min(0).max(65_535);

/** What `npm start` can be told: flags first, then the environment. */
const Settings = z.object({
  /** End after the story. */
  once: z.boolean(),
  /** Where the service listens; 0 takes any port that is free. */
  host: z.string().min(1),
  port: Port,
  /** Where the local chain listens; not used with RPC_URL. */
  chainPort: Port,
  /** A chain to use instead of a local one. */
  rpcUrl: z.url('expected an address such as http://127.0.0.1:8545').optional(),
  /** A private key that deploys, relays and anchors; needed with RPC_URL. */
  operatorKey: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/, 'expected a private key as 0x and 64 hex digits')
    .optional(),
  /** The index: a file, or a postgres:// address. */
  database: z.string().min(1).optional(),
  /** Where log, files and deployment are kept. */
  folder: z.string().min(1).optional(),
  /** Where others reach the service, for the tokens' metadata. */
  publicUrl: z.url().optional(),
  /** Seconds that the index may be behind the chain and a check still permit something. */
  maxLag: z.coerce.number('expected seconds').int('expected whole seconds').min(0).max(86_400).optional(),
});
export type Settings = z.output<typeof Settings>;

/** @throws LedgerError `input-invalid` for a flag that does not exist or a value of another form. */
export function readSettings(args: string[], env: NodeJS.ProcessEnv): Settings {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        once: { type: 'boolean' },
        host: { type: 'string' },
        port: { type: 'string' },
        'chain-port': { type: 'string' },
        'max-lag': { type: 'string' },
      },
    }));
  } catch (cause) {
    throw new LedgerError('input-invalid', message('errors.start-options', { got: args.join(' ') }), {
      cause,
    });
  }
  return parseInput(
    Settings,
    {
      once: values.once ?? false,
      host: values.host ?? env['HOST'] ?? '127.0.0.1',
      port: values.port ?? env['PORT'] ?? 3000,
      chainPort: values['chain-port'] ?? env['CHAIN_PORT'] ?? 8545,
      rpcUrl: env['RPC_URL'],
      operatorKey: env['LIANPU_OPERATOR_KEY'],
      database: env['DATABASE_URL'],
      folder: env['LIANPU_FOLDER'],
      publicUrl: env['PUBLIC_URL'],
      maxLag: values['max-lag'] ?? env['LIANPU_MAX_LAG'],
    },
    'settings',
  );
}
