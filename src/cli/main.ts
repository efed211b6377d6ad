import { exitCodes } from './command/exitCodes.ts';
import { buildProgram } from './command/program.ts';
import { reportError } from './command/reportError.ts';
import { skipLocales } from './skipLocales.ts';

process.on('SIGINT', () => process.exit(exitCodes.interrupted));
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads has enough, as `head` does.
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
skipLocales();
const args = process.argv.slice(2);
try {
  const program = await buildProgram(args);
  await program.parseAsync(args, { from: 'user' });
} catch (error) {
  process.exitCode = reportError(error, args.includes('--json'));
}
