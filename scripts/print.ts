import { stdout } from 'node:process';
import { styleText } from 'node:util';
import Table from 'cli-table3';
import { formatUnits } from 'ethers';
import { native, type Hex } from '../src/kernel/values.ts';

/** A chapter's heading: the stage, the contract, and what happens. */
export function heading(number: number, stage: string, contract: string, sentence: string): void {
  const title = `${number}  ${stage}`;
  stdout.write(`\n${styleText('bold', title)}  ${styleText('dim', contract)}\n${sentence}\n`);
}

/** Rows under a head, without boxes: lines are what the eye follows. */
export function table(head: string[], rows: string[][]): void {
  const drawn = new Table({
    head: head.map((text) => styleText('dim', text)),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: Object.fromEntries(
      [
        'top',
        'top-mid',
        'top-left',
        'top-right',
        'bottom',
        'bottom-mid',
        'bottom-left',
        'bottom-right',
        'left',
      ]
        .concat(['left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'])
        .map((place) => [place, '']),
    ),
  });
  drawn.push(...rows);
  const lines = drawn.toString().split('\n');
  stdout.write(`${lines.map((line) => `  ${line.trimEnd()}`).join('\n')}\n`);
}

export function line(text: string): void {
  stdout.write(`${text}\n`);
}

/** Shows how far something is: one line that moves on a terminal, a line now and then elsewhere. */
export function progress(done: number, all: number, what: string): void {
  if (stdout.isTTY) {
    const filled = Math.round((done / all) * 24);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`;
    stdout.write(`\r\x1b[K${bar} ${done}/${all} ${what}`);
    if (done === all) stdout.write('\r\x1b[K');
  } else if (done > 0 && done % 10 === 0 && done < all) {
    stdout.write(`  ${done} of ${all} works\n`);
  }
}

/** The beginning and the end of an id or an address. */
export function short(id: bigint | Hex): string {
  const text = typeof id === 'bigint' ? `0x${id.toString(16).padStart(64, '0')}` : id;
  return `${text.slice(0, 8)}…${text.slice(-4)}`;
}

/** An amount in whole units, to the last digit. */
export function money(amount: bigint, currency: Hex): string {
  const text = formatUnits(amount, 18).replace(/\.0$/, '');
  return `${text} ${currency === native ? 'ETH' : 'LCNY'}`;
}
