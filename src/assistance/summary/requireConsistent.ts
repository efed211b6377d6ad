import { canonicalJson } from '../../kernel/json/canonicalJson.ts';
import { iptcBase, undeclared, type AiSummary } from '../../work/digitalSourceTypes.ts';
import type { Declaration } from '../record/Declaration.ts';
import { refuseConflict } from '../../kernel/Contradiction.ts';
import { findContradiction } from './findContradiction.ts';
import { summarise } from './summarise.ts';
import type { Summary } from './Summary.ts';
import { message } from '../../messages/Message.ts';

/**
 * Refuses a making that contradicts itself.
 *
 * @throws LedgerError `assistance-conflict`; `details.statements` has the two that clash, each `{ step, field, says }`
 * with the step counted from zero.
 */
export function requireConsistent(making: Pick<Declaration, 'steps'>, workId?: bigint): void {
  const found = findContradiction(making, workId);
  if (found !== undefined) throw refuseConflict(found);
}

/**
 * Refuses a summary that is not what the making comes to.
 *
 * @throws LedgerError `assistance-conflict` with the field of the summary and what the rules make of the steps.
 */
export function requireDerived(making: Declaration, stated: Summary): void {
  const derived = summarise(making);
  const fields: [field: string, derived: unknown, stated: unknown][] = [
    ['digitalSourceType', derived.digitalSourceType, stated.digitalSourceType],
    ['share', derived.share, stated.share],
    ...derived.labels.map((label, at): [string, unknown, unknown] => [
      `labels.${at}`,
      label,
      stated.labels[at],
    ]),
  ];
  for (const [field, expected, got] of fields) {
    if (canonicalJson(expected) === canonicalJson(got ?? null)) continue;
    throw refuseConflict({
      statements: [
        { step: null, field: 'steps', says: expected },
        { step: null, field: `summary.${field}`, says: got },
      ],
      rule: message('errors.rule-summary', { field }),
    });
  }
}

/**
 * Refuses a summary that the token contradicts. A token that says nothing contradicts nothing.
 *
 * @throws LedgerError `assistance-conflict`.
 */
export function requireToken(aiSummary: AiSummary, { digitalSourceType }: Summary): void {
  if (aiSummary === undeclared || digitalSourceType === `${iptcBase}${aiSummary}`) return;
  throw refuseConflict({
    statements: [
      { step: null, field: 'token.aiSummary', says: aiSummary },
      { step: null, field: 'summary.digitalSourceType', says: digitalSourceType },
    ],
    rule: message('errors.rule-token-type'),
  });
}
