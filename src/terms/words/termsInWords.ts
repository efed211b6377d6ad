import type { AtomicConstraint, Policy, Rule } from '../../odrl/Policy.ts';
import { toPolicy } from '../../odrl/read/readPolicy.ts';
import { inProfileTerms } from '../profile/inProfileTerms.ts';
import { licenceActions, odrl, operands, profileIri, useActions } from '../profile/profile.ts';
import { actionWords, dutyWords } from './dutyWords.ts';
import { phrases } from './phrases.ts';
import { conditionWords, valueWords, type Speaker } from './valueWords.ts';

/**
 * A document of terms in plain sentences: what may be done, on which conditions, with which duties, what must not be
 * done, and what of it is not understood. Nothing that it says is left out.
 *
 * @param document In ODRL's compact form, or a policy that was read.
 * @throws LedgerError `policy-invalid`.
 *
 * @example
 * termsInWords(document, { language: 'en' })
 * // ['You may: show it, copy it.', 'You must: name the creator.', 'A licence costs nothing.', …]
 */
export function termsInWords(document: unknown, speaker: Speaker): string[] {
  return policyInWords(toPolicy(document), speaker);
}

/** The same of a policy that was read, whatever form it came in. */
export function policyInWords(read: Policy, speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  const policy = inProfileTerms(read);
  const uses = policy.permissions.filter((rule) => !isAbout(rule, Object.values(licenceActions)));
  const withRules = policy.prohibitions.length > 0;
  return [
    ...uses.flatMap((rule) => permissionWords(rule, speaker, true)),
    ...policy.obligations.flatMap((rule) => obligationWords(rule, speaker)),
    ...policy.prohibitions.flatMap((rule) => prohibitionWords(rule, speaker)),
    ...(withRules ? [says.conflict[policy.conflict ?? 'invalid']] : []),
    ...licenceWords(policy, uses, speaker),
    ...policy.inheritFrom.map((parent) => says.inherits(parent)),
    ...policy.unknown
      .filter((name) => !policy.inheritFrom.includes(name))
      .map((name) => says.notUnderstood(name)),
    ...policy.profiles
      .filter((profile) => profile !== profileIri)
      .map((profile) => says.notUnderstood(profile)),
    says.nothingElse,
  ];
}

/** @param ofUse Then its price and its time are said of the licence. */
function permissionWords(rule: Rule, speaker: Speaker, ofUse = false): string[] {
  const says = phrases[speaker.language];
  return [
    says.may(actionsOf(rule, speaker)),
    ...aboutWords(rule, speaker),
    ...rule.constraints
      .filter((one) => !ofUse || !isTerm(one))
      .map((constraint) => says.onlyIf(conditionWords(constraint, speaker))),
    ...rule.duties.flatMap((duty) => (ofUse && isPrice(duty) ? [] : obligationWords(duty, speaker))),
    ...rule.unknown.map((name) => says.notUnderstood(name)),
  ];
}

/** A duty, and what follows where it is not done. */
function obligationWords(duty: Rule, speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  const consequences = duty.duties.map((one) => dutyWords(one, speaker)).join(says.semicolon);
  return [
    says.must(dutyWords(duty, speaker)),
    ...aboutWords(duty, speaker),
    ...(consequences === '' ? [] : [says.otherwise(consequences)]),
    ...duty.duties.flatMap((one) => one.duties.flatMap((inner) => obligationWords(inner, speaker))),
  ];
}

function prohibitionWords(rule: Rule, speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  const conditions = rule.constraints.map((one) => conditionWords(one, speaker));
  const sentence = says.mustNot(actionsOf(rule, speaker));
  const remedies = rule.duties.map((one) => dutyWords(one, speaker)).join(says.semicolon);
  return [
    conditions.length === 0 ? sentence : says.where(sentence, conditions),
    ...aboutWords(rule, speaker),
    ...(remedies === '' ? [] : [says.ifDone(remedies)]),
    ...rule.unknown.map((name) => says.notUnderstood(name)),
  ];
}

/** What is said of the licence itself; what is not said of it, too, where that closes something. */
function licenceWords(policy: Policy, uses: readonly Rule[], speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  const prices = uses.flatMap(({ duties }) => duties.filter(isPrice));
  const terms = uses.flatMap(({ constraints }) => constraints.filter(isTerm));
  const about = (action: string) => policy.permissions.filter((rule) => isAbout(rule, [action]));
  const passed = about(licenceActions.passOn);
  const adapts = uses.some(({ actions }) => actions.some(({ name }) => name === useActions.adapt));
  const transfers = about(licenceActions.transferLicence);
  const acquired = about(licenceActions.acquireLicence);
  return distinct([
    ...(prices.length === 0 ? [says.free] : prices.flatMap((one) => priceWords(one, speaker))),
    ...(terms.length === 0
      ? [says.withoutEnd]
      : terms.map((one) => says.lasts(one.right.map((value) => valueWords(value, one, speaker)).join('')))),
    ...(passed.length === 0 && adapts ? [says.passOnNothing] : []),
    ...passed.flatMap((rule) => passOnWords(rule, speaker)),
    ...(transfers.length === 0
      ? [says.notTransferable]
      : transfers.flatMap((rule) => licenceRuleWords(rule, says.transferable, speaker))),
    ...(acquired.length === 0 ? [says.withoutCap] : acquired.flatMap((rule) => capWords(rule, speaker))),
  ]);
}

function priceWords(duty: Rule, speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  const [constraint] = duty.actions[0]?.refinements ?? [];
  if (constraint === undefined || 'logic' in constraint) return [];
  const sentence = says.price(
    constraint.right.map((value) => valueWords(value, constraint, speaker)).join(''),
  );
  return [sentence];
}

function passOnWords(rule: Rule, speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  const [only, second] = rule.actions.length === 1 ? (rule.actions[0]?.refinements ?? []) : [];
  const listed =
    only !== undefined && second === undefined && !('logic' in only) && only.leftOperand === operands.use;
  if (!listed || only.operator !== odrl('isAnyOf')) return permissionWords(rule, speaker);
  const sentence = says.passOn(only.right.map((value) => valueWords(value, only, speaker)).join(says.comma));
  return licenceRuleWords(rule, sentence, speaker);
}

function capWords(rule: Rule, speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  const [only, second] = rule.constraints;
  const simple = only !== undefined && second === undefined && !('logic' in only) && rule.duties.length === 0;
  if (!simple || only.leftOperand !== operands.licencesSold || only.operator !== odrl('lteq')) {
    return permissionWords(rule, speaker);
  }
  return [
    says.cap(only.right.map((value) => valueWords(value, only, speaker)).join('')),
    ...aboutWords(rule, speaker),
  ];
}

/** A sentence for a rule that says no more; else the rule in full. */
function licenceRuleWords(rule: Rule, sentence: string, speaker: Speaker): string[] {
  const more = rule.constraints.length + rule.duties.length + rule.unknown.length > 0;
  return more ? permissionWords(rule, speaker) : [sentence, ...aboutWords(rule, speaker)];
}

function aboutWords(rule: Rule, speaker: Speaker): string[] {
  const says = phrases[speaker.language];
  return (['targets', 'assigners', 'assignees'] as const).flatMap((name) => {
    const things = rule[name];
    if (things.length === 0) return [];
    const named = things.map(({ id, source, refinements }) => {
      const conditions = refinements.map((one) => conditionWords(one, speaker)).join(says.semicolon);
      const text = id ?? source ?? '?';
      return conditions === '' ? text : says.narrowed(text, conditions);
    });
    return [says.about(says.things[name], named.join(says.comma))];
  });
}

function actionsOf({ actions }: Rule, speaker: Speaker): string {
  return actions.map((action) => actionWords(action, speaker)).join(phrases[speaker.language].comma);
}

function isAbout({ actions }: Rule, iris: readonly string[]): boolean {
  return actions.length > 0 && actions.every(({ name }) => iris.includes(name));
}

/** How long a licence lasts. */
function isTerm(constraint: Rule['constraints'][number]): constraint is AtomicConstraint {
  return (
    !('logic' in constraint) &&
    constraint.leftOperand === odrl('elapsedTime') &&
    constraint.operator === odrl('lteq')
  );
}

/** The price of a licence, and nothing else about it. */
function isPrice({ actions, constraints, duties, unknown }: Rule): boolean {
  const [action, second] = actions;
  const [refinement, third] = action?.refinements ?? [];
  return (
    constraints.length + duties.length + unknown.length === 0 &&
    action?.name === odrl('compensate') &&
    second === undefined &&
    third === undefined &&
    refinement !== undefined &&
    !('logic' in refinement) &&
    refinement.leftOperand === odrl('payAmount') &&
    refinement.operator === odrl('eq')
  );
}

function distinct(sentences: readonly string[]): string[] {
  return [...new Set(sentences)];
}
