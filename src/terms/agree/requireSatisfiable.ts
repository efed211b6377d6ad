import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { contradictionsIn } from '../../odrl/compare/contradictionsIn.ts';
import { readHierarchy } from '../../odrl/hierarchy/readHierarchy.ts';
import { constraintText } from '../../odrl/compare/constraintText.ts';
import type { Policy } from '../../odrl/Policy.ts';
import { profileOntology } from '../profile/profileOntology.ts';

/**
 * Refuses terms with a rule that can never apply: whoever wrote it meant something else.
 *
 * @throws LedgerError `policy-invalid`, naming the rule and what of it contradicts; `details.contradictions` has all.
 */
export async function requireSatisfiable(policy: Policy): Promise<void> {
  const found = contradictionsIn(policy, await readHierarchy(profileOntology)).map(
    ({ path, constraints }) => ({
      rule: path,
      constraints: constraints.map(constraintText),
    }),
  );
  const [first] = found;
  if (first === undefined) return;
  const { rule, constraints } = first;
  const got = constraints.length === 0 ? message('errors.odrl-several-empty') : constraints;
  throw new LedgerError(
    'policy-invalid',
    message('errors.at-field', { field: rule, fault: message('errors.terms-contradiction', { got }) }),
    {
      details: { contradictions: found },
    },
  );
}
