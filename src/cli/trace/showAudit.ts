import type { Audit } from '../../trace/Trace.ts';
import { blocks, counted, listText, pairs, timeText } from '../terminal/format.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';

export function showAudit({ currencies, sound, works, block }: Audit, money: MoneyFormat): string {
  const each = currencies.map((one) => {
    const text = (amount: bigint) => money(amount, one.currency);
    return pairs(
      ['currency', one.currency],
      ['paid in', text(one.paidIn)],
      ['claimed', text(one.claimed)],
      ['claimable', text(one.claimable)],
      ['held in works', text(one.heldInWorks)],
      ['balance', one.balance === null ? 'the token does not say' : text(one.balance)],
      ['surplus', one.surplus === null ? null : text(one.surplus)],
      ['overdrawn', one.overdrawn.length === 0 ? null : listText(one.overdrawn)],
      ['sound', one.sound ? 'yes' : 'NO'],
    );
  });
  return blocks(
    ...each,
    `${sound ? 'every unit is accounted for' : 'NOT every unit is accounted for'}: ${counted(works, 'work', 'works')}, block ${block.number}, ${timeText(block.timestamp)}`,
  );
}
