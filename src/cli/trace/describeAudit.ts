import type { Audit } from '../../trace/Trace.ts';
import type { Say } from '../command/Say.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { blocks, pairs } from '../terminal/format.ts';
import { blockWords } from '../terminal/words.ts';

export function describeAudit(
  { currencies, sound, works, block }: Audit,
  money: MoneyFormat,
  say: Say,
): string {
  const each = currencies.map((one) => {
    const text = (amount: bigint) => money.amount(amount, one.currency);
    return pairs(
      [say('cli.trace.currency'), one.currency],
      [say('cli.trace.paid-in'), text(one.paidIn)],
      [say('cli.trace.claimed'), text(one.claimed)],
      [say('cli.trace.claimable'), text(one.claimable)],
      [say('cli.trace.held-in-works'), text(one.heldInWorks)],
      [say('cli.trace.balance'), one.balance === null ? say('cli.trace.balance-unknown') : text(one.balance)],
      [say('cli.trace.surplus'), one.surplus === null ? null : text(one.surplus)],
      [say('cli.trace.overdrawn'), one.overdrawn.length === 0 ? null : one.overdrawn.join(', ')],
      [say('cli.trace.sound'), say(one.sound ? 'cli.trace.sound-yes' : 'cli.trace.sound-no')],
    );
  });
  const at = blockWords(say, block);
  return blocks(
    ...each,
    say(sound ? 'cli.trace.ledger-sound' : 'cli.trace.ledger-unsound', { works, block: at }),
  );
}
