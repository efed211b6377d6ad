import type { Comparison } from './Comparison.ts';
import { comparePolicies, type CompareOptions } from './comparePolicies.ts';
import { readHierarchy } from '../hierarchy/readHierarchy.ts';
import { readPolicy, type ReadOptions } from '../read/readPolicy.ts';

/**
 * Compares two policies: would an intended use, written as a request or a policy, fit a licence?
 *
 * Compatible means that both can be met together, conflict that they cannot, with the rules and a use that show it;
 * undecided names what is open. What is not understood, and terms of which the ontology does not say how they lie to each
 * other, are never guessed at. [docs/reference/compare.md](../../../docs/reference/compare.md) says what is compared with what.
 *
 * @param policyA JSON-LD 1.1 of any form or ODRL's compact form, as values or text.
 * @param policyB Likewise. Where one of the two is an `odrl:Request` the other has to permit all of it.
 * @param ontology JSON-LD with terms of SKOS, RDFS, OWL or DCMI, or in short (`CompactOntology`). Nothing else is known of
 *   terms but codes of territories (ISO 3166, UN M49) and of languages (BCP 47).
 * @throws LedgerError `policy-invalid` with what was expected and what came.
 *
 * @example
 * await compare(
 *   { permission: { action: 'print', constraint: { leftOperand: 'count', operator: 'lteq', rightOperand: 10 } } },
 *   { '@type': 'Request', permission: { action: 'print', constraint: { leftOperand: 'count', operator: 'eq', rightOperand: 12 } } },
 * ) // { verdict: 'conflict', reason: 'not-permitted', relation: 'disjoint', … }
 */
export async function compare(
  policyA: unknown,
  policyB: unknown,
  ontology?: unknown,
  options: CompareOptions & ReadOptions = {},
): Promise<Comparison> {
  const [a, b, hierarchy] = await Promise.all([
    readPolicy(policyA, options),
    readPolicy(policyB, options),
    readHierarchy(ontology),
  ]);
  return comparePolicies(a, b, hierarchy, options);
}
