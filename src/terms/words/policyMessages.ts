import type { Policy } from '../../odrl/Policy.ts';
import { message, type Message } from '../../messages/Message.ts';
import { inProfileTerms } from '../profile/inProfileTerms.ts';
import { licenceActions, profileIri } from '../profile/profile.ts';
import { licenceMessages } from './licenceMessages.ts';
import { isAbout } from './licenceRules.ts';
import type { Money } from './Money.ts';
import { obligationMessages, permissionMessages, prohibitionMessages } from './ruleMessages.ts';

/** The sentences of a policy: see `termsInWords`. */
export function policyMessages(read: Policy, money: Money): Message<'terms'>[] {
  const policy = inProfileTerms(read);
  const uses = policy.permissions.filter((rule) => !isAbout(rule, Object.values(licenceActions)));
  const withRules = policy.prohibitions.length > 0;
  const foreign = policy.profiles.filter((profile) => profile !== profileIri);
  const unknown = policy.unknown.filter((name) => !policy.inheritFrom.includes(name));
  return [
    ...uses.flatMap((rule) => permissionMessages(rule, money, true)),
    ...policy.obligations.flatMap((rule) => obligationMessages(rule, money)),
    ...policy.prohibitions.flatMap((rule) => prohibitionMessages(rule, money)),
    ...(withRules ? [message(`terms.conflict-${policy.conflict ?? 'invalid'}`)] : []),
    ...licenceMessages(policy, uses, money),
    ...policy.inheritFrom.map((document) => message('terms.inherits', { document })),
    ...[...unknown, ...foreign].map((name) => message('terms.not-understood', { name })),
    message('terms.nothing-else'),
  ];
}
