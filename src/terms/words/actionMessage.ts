import type { Action, AtomicConstraint } from '../../odrl/Policy.ts';
import { shareText } from '../../kernel/values.ts';
import { message, type Message, type MessageList } from '../../messages/Message.ts';
import { dutyActions, odrl, operands, parseCurrencyIri } from '../profile/profile.ts';
import { constraintMessage } from './constraintMessage.ts';
import type { Money } from './Money.ts';
import { termName } from './termName.ts';
import { valueMessage } from './valueMessage.ts';

/** An action with what narrows it, in the middle of a sentence. */
export function actionMessage({ name, refinements }: Action, money: Money): Message<'terms'> | string {
  const rest = [...refinements];
  const take: Take = (leftOperand, operator) => {
    const at = rest.findIndex(
      (one) => !('logic' in one) && one.leftOperand === leftOperand && one.operator === odrl(operator),
    );
    return at < 0 ? undefined : (rest.splice(at, 1)[0] as AtomicConstraint);
  };
  const text = paymentOrCredit(name, take, money) ?? termName(name);
  return narrowedMessage(
    text,
    rest.map((one) => constraintMessage(one, money)),
  );
}

/** A text with what narrows it, if anything does. */
export function narrowedMessage(
  text: Message<'terms'> | string,
  conditions: MessageList,
): Message<'terms'> | string {
  return conditions.length === 0
    ? text
    : message('terms.narrowed', { text, conditions: { clauses: conditions } });
}

/** To credit the creator, as the texts say where there are some. */
export function creditMessage(texts: MessageList): Message<'terms'> | string {
  const duty = termName(dutyActions.attribute);
  return texts.length === 0 ? duty : message('terms.credited', { duty, texts: { or: texts } });
}

/** To pay a share of the revenue from the use. */
export function shareMessage(bps: number, currency: Message | string): Message<'terms'> {
  return message('terms.share', { share: shareText(bps), currency });
}

/** Takes a refinement out of those that are not in words yet. */
type Take = (leftOperand: string, operator: string) => AtomicConstraint | undefined;

function paymentOrCredit(name: string, take: Take, money: Money): Message<'terms'> | string | undefined {
  if (name === dutyActions.compensate) return paymentMessage(take, money);
  if (name !== dutyActions.attribute) return undefined;
  const credit = take(operands.attributionText, 'isAnyOf');
  return creditMessage(credit?.right.map((value) => valueMessage(value, credit, money)) ?? []);
}

function paymentMessage(take: Take, money: Money): Message<'terms'> | undefined {
  const amount = take(odrl('payAmount'), 'eq');
  if (amount !== undefined) {
    return message('terms.pay', { amount: amount.right.map((value) => valueMessage(value, amount, money)) });
  }
  const share = take(operands.revenueShareBps, 'eq');
  const [bps] = share?.right ?? [];
  if (share === undefined || bps === undefined || 'iri' in bps) return undefined;
  const currency = parseCurrencyIri(share.unit ?? '');
  const text = shareMessage(
    Number(bps.text),
    currency === undefined ? (share.unit ?? '?') : money.symbol(currency),
  );
  const descendants = take(operands.owedByDescendants, 'eq');
  return descendants === undefined ? text : message('terms.share-of-descendants', { share: text });
}
