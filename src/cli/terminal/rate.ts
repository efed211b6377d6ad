import type { Cli } from '../command/Cli.ts';

/** Milliseconds between two lines of progress. */
const every = 200;

/** Shows on a terminal how far something is, how fast it goes and how long it takes yet. */
export function createRate(cli: Pick<Cli<object>, 'options'>, what: string) {
  const isShown = process.stderr.isTTY && cli.options.json !== true;
  const start = Date.now();
  let last = start;
  return {
    show(done: number, all: number): void {
      const now = Date.now();
      if (!isShown || now - last < every) return;
      last = now;
      const rate = (done * 1000) / (now - start);
      const number = (value: number) => Math.round(value).toLocaleString('en');
      const rest = `${number((all - done) / rate)} s left`;
      process.stderr.write(
        `\r${number(done)} of ${number(all)} ${what}, ${number(rate)} a second, ${rest}\u001b[K`,
      );
    },
    end(): void {
      if (isShown && last > start) process.stderr.write('\r\u001b[K');
    },
  };
}
