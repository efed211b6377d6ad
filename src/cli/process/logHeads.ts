import { LedgerError } from '../../kernel/LedgerError.ts';
import type { CommandContext } from '../command/CommandContext.ts';

interface Logging {
  log(): Promise<unknown>;
  /** Called with what failed; it is tried again at the next interval. */
  warn(text: string): void;
  context: CommandContext;
}

/** Logs a session's head at an interval if it has grown, and once at the end. */
export function logHeads(
  session: { events: readonly unknown[] },
  seconds: number,
  { log, warn, context: { say, format } }: Logging,
): { end(): Promise<void> } {
  let logged = 0;
  let running = Promise.resolve();
  const tick = async () => {
    const grown = session.events.length;
    if (grown === logged) return;
    try {
      await log();
      logged = grown;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      warn(say('cli.process.log-failed', { code: error.code, reason: format(error.translatable) }));
    }
  };
  const timer = setInterval(() => {
    running = running.then(tick);
  }, seconds * 1000);
  return {
    end: async () => {
      clearInterval(timer);
      await running;
      await tick();
    },
  };
}
