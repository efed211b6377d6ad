import type { Decision, Ground } from '../../check/Decision.ts';
import { chainMessage } from '../../check/words/chainMessage.ts';
import { conditionMessage } from '../../check/words/conditionMessage.ts';
import { dutyMessage } from '../../check/words/dutyMessage.ts';
import { groundMessage } from '../../check/words/groundMessage.ts';
import { reasonMessage } from '../../check/words/reasonMessage.ts';
import { native, type Hex } from '../../kernel/values.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { blocks, pairs, timeText } from '../terminal/format.ts';
import { blockWords } from '../terminal/words.ts';
import { describeOffer } from './describeOffer.ts';
import { describeTrail } from './describeTrail.ts';

/** An answer for people, with what it rests on; and, where it was asked for, each step of the decision. */
export function describeDecision(decision: Decision, money: MoneyFormat, context: CommandContext): string {
  const { say, format } = context;
  const { verdict, reason, clause, ground, duties, termsId, until, offers, trail } = decision;
  const restsOn = groundMessage(ground);
  const permitted = verdict === 'permitted' || verdict === 'permitted-with-duties';
  return blocks(
    pairs(
      [say('cli.check.answer'), verdict],
      [say('cli.check.reason'), `${reason}: ${format(reasonMessage(decision))}`],
      [say('cli.check.clause'), clause],
      [say('cli.check.ground'), restsOn === null ? null : format(restsOn)],
      [say('cli.check.document'), documentText(ground, say)],
      ...duties.map(
        (duty) => [say('cli.check.duty'), `${duty.duty}: ${format(dutyMessage(duty, money))}`] as const,
      ),
      ...decision.conditions.map(
        (one) => [say('cli.check.condition'), format(conditionMessage(one))] as const,
      ),
      ...decision.missing.map((name) => [say('cli.check.missing'), name] as const),
      ...decision.notUnderstood.map((name) => [say('cli.check.not-understood'), name] as const),
      ...decision.claims.map((claim) => [say('cli.check.competing-claim'), claimText(claim, say)] as const),
      [say('cli.check.licence'), termsId],
      [say('cli.check.until'), permitted ? (until === null ? say('cli.no-expiry') : timeText(until)) : null],
      ...offers.map((offer) => [say('cli.check.offer'), describeOffer(offer, money, context)] as const),
      ...momentPairs(decision, context),
      [say('cli.check.more'), decision.page],
    ),
    trail === undefined ? null : describeTrail(trail, money, context),
  );
}

/** Currencies that an answer names. */
export function listCurrencies({ duties, offers, trail = [] }: Decision): Hex[] {
  return [
    ...duties.flatMap(({ amount, currency }) => currency ?? (amount === null ? [] : [native])),
    ...offers.map(({ currency }) => currency),
    ...trail.flatMap(({ values }) => ('currency' in values ? values.currency : [])),
  ];
}

/** What time and which state of chain and log an answer is for. */
function momentPairs({ question, time, block, log, chain }: Decision, { say, format }: CommandContext) {
  const at = blockWords(say, block);
  return [
    [say('cli.check.at-time'), question.time === undefined ? null : timeText(time)],
    [say('cli.check.block'), say('cli.check.block-text', { block: at, size: log.size })],
    [say('cli.check.chain'), format(chainMessage(chain))],
  ] as const;
}

function documentText({ document, rule }: Ground, say: Say): string | null {
  return document === null || rule === null ? document : say('cli.check.document-rule', { document, rule });
}

function claimText({ workId, creator, verdict, reason }: Decision['claims'][number], say: Say): string {
  return say('cli.check.competing-claim-text', { workId: `${workId}`, creator, verdict, reason });
}
