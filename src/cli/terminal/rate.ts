import type { Cli } from '../command/Cli.ts';
import type { Say } from '../command/Say.ts';

/** Milliseconds between two lines. */
const interval = 200;

interface Rate {
  show(done: number, all: number): void;
  /** Clears the line. */
  end(): void;
}

/**
 * A line on a terminal that shows how many of all are done, how many a second, and the seconds left.
 *
 * @param unit What is counted, in the plural.
 */
export function createRate(cli: Pick<Cli<object>, 'options'>, say: Say, unit: string): Rate {
  const isShown = process.stderr.isTTY && cli.options.json !== true;
  const start = Date.now();
  let last = start;
  return {
    show(done, all) {
      const now = Date.now();
      if (!isShown || now - last < interval) return;
      last = now;
      const rate = (done * 1000) / (now - start);
      const left = Math.round((all - done) / rate);
      const text = say('cli.rate', { done, all, unit, rate: Math.round(rate), left });
      process.stderr.write(`\r${text}\u001b[K`);
    },
    end() {
      if (isShown && last > start) process.stderr.write('\r\u001b[K');
    },
  };
}
