import type { Action, AtomicConstraint, Constraint, Rule } from '../../odrl/Policy.ts';
import { shareText } from '../../kernel/values.ts';
import { odrl, operands } from '../profile/profile.ts';
import { labelOf } from './labelOf.ts';
import { phrases } from './phrases.ts';
import { conditionWords, currencyOf, currencyWords, valueWords, type Speaker } from './valueWords.ts';

/** A duty as what has to be done, in the middle of a sentence; with what it depends on, and what is not understood. */
export function dutyWords(rule: Rule, speaker: Speaker): string {
  const says = phrases[speaker.language];
  const { constraints, actions, unknown } = rule;
  let text = actions.map((action) => actionWords(action, speaker)).join(says.comma);
  const conditions: string[] = [];
  for (const constraint of constraints) {
    const time = timeOf(constraint, speaker);
    if (time?.is === 'deadline') text = says.within(text, time.text);
    else if (time?.is === 'period') text = says.every(text, time.text);
    else conditions.push(conditionWords(constraint, speaker));
  }
  if (conditions.length > 0) text = says.narrowed(text, conditions.join(says.semicolon));
  return unknown.length === 0 ? text : says.narrowed(text, says.notUnderstood(unknown.join(says.comma)));
}

/** An action with what narrows it. */
export function actionWords({ name, refinements }: Action, speaker: Speaker): string {
  const says = phrases[speaker.language];
  const label = labelOf(name, speaker.language) ?? name;
  const rest = [...refinements];
  const take = (leftOperand: string, operator: string): AtomicConstraint | undefined => {
    const at = rest.findIndex(
      (one) => !('logic' in one) && one.leftOperand === leftOperand && one.operator === odrl(operator),
    );
    return at < 0 ? undefined : (rest.splice(at, 1)[0] as AtomicConstraint);
  };
  let text = label;
  if (name === odrl('compensate')) text = paymentWords(take, speaker) ?? label;
  if (name === odrl('attribute')) {
    const credit = take(operands.attributionText, 'isAnyOf');
    if (credit !== undefined) {
      text = says.credited(
        label,
        credit.right.map((value) => valueWords(value, credit, speaker)).join(says.comma),
      );
    }
  }
  if (rest.length === 0) return text;
  return says.narrowed(text, rest.map((one) => conditionWords(one, speaker)).join(says.semicolon));
}

type Take = (leftOperand: string, operator: string) => AtomicConstraint | undefined;

function paymentWords(take: Take, speaker: Speaker): string | undefined {
  const says = phrases[speaker.language];
  const amount = take(odrl('payAmount'), 'eq');
  if (amount !== undefined)
    return says.pay(amount.right.map((value) => valueWords(value, amount, speaker)).join(''));
  const share = take(operands.revenueShareBps, 'eq');
  const [bps] = share?.right ?? [];
  if (share === undefined || bps === undefined || 'iri' in bps) return undefined;
  const currency = currencyOf(share.unit ?? '');
  const text = says.share(
    shareText(Number(bps.text)),
    currency === undefined ? (share.unit ?? '?') : currencyWords(currency, speaker.language),
  );
  const descendants = take(operands.owedByDescendants, 'eq');
  return descendants === undefined ? text : says.shareOfDescendants(text);
}

function timeOf(
  constraint: Constraint,
  speaker: Speaker,
): { is: 'deadline' | 'period'; text: string } | undefined {
  if ('logic' in constraint) return undefined;
  const { leftOperand, operator, right } = constraint;
  const text = right.map((value) => valueWords(value, constraint, speaker)).join('');
  if (leftOperand === odrl('elapsedTime') && operator === odrl('lteq')) return { is: 'deadline', text };
  return leftOperand === odrl('timeInterval') && operator === odrl('eq') ? { is: 'period', text } : undefined;
}
