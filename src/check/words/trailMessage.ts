import { message, type Message } from '../../messages/Message.ts';
import { timeText } from '../../kernel/timeText.ts';
import type { Hex } from '../../kernel/values.ts';
import { useMessage } from '../../work/useMessage.ts';
import type { Use } from '../../work/Uses.ts';
import type { Money } from '../../terms/words/Money.ts';
import type { Condition } from '../Condition.ts';
import type { TrailStep } from '../TrailStep.ts';
import { conditionMessage } from './conditionMessage.ts';
import { factMessage } from './factMessage.ts';

/** A finding as a sentence. */
export function trailMessage({ found, values }: TrailStep, money: Money): Message<'check'> {
  const { use, uses, until, since, rule, conditions, missing, price, currency, ...rest } = values as Values;
  return message(`check.trail-${found}`, {
    ...rest,
    ...(use === undefined ? {} : { use: useMessage(use) }),
    ...(uses === undefined ? {} : { uses: uses.map(useMessage), count: uses.length }),
    ...(until === undefined ? {} : { until: until === null ? 'never' : timeText(until) }),
    ...(since === undefined ? {} : { since: timeText(since) }),
    ...(rule === undefined ? {} : { rule: rule ?? 'none' }),
    ...(missing === undefined ? {} : { missing: missing.map(factMessage), factCount: missing.length }),
    ...(conditions === undefined
      ? {}
      : { conditions: { clauses: conditions.map(conditionMessage) }, conditionCount: conditions.length }),
    ...(price === undefined || currency === undefined
      ? {}
      : { price: price === 0n ? 'free' : money.amount(price, currency) }),
  });
}

/** What the values of any step can hold that is not written as it is. */
interface Values {
  use?: Use;
  uses?: readonly Use[];
  until?: number | null;
  since?: number;
  rule?: string | null;
  conditions?: readonly Condition[];
  missing?: readonly string[];
  price?: bigint;
  currency?: Hex;
}
