import { createContext } from './command/createContext.ts';
import { exitCodes } from './command/exitCodes.ts';
import { buildProgram } from './command/program.ts';
import { skipLocales } from './skipLocales.ts';

process.on('SIGINT', () => process.exit(exitCodes.interrupted));
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads has enough, as `head` does.
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
const args = process.argv.slice(2);
// Commands load Zod, the overview of them does not.
if (args.some((arg) => !arg.startsWith('-'))) skipLocales();
const context = createContext(args, process.env);
try {
  const program = await buildProgram(args, context);
  await program.parseAsync(args, { from: 'user' });
} catch (error) {
  const { reportError } = await import('./command/reportError.ts');
  process.exitCode = reportError(error, args.includes('--json'), context);
}
