/** ODRL without a service: evaluate a request against a policy, compare two policies. */
export type { ErrorCode } from '../kernel/errors.ts';
export { LedgerError } from '../kernel/LedgerError.ts';
export { compare } from '../odrl/compare/compare.ts';
export type { Comparison } from '../odrl/compare/Comparison.ts';
export { evaluate } from '../odrl/evaluate/evaluate.ts';
export { profileOntology } from '../terms/profile/profileOntology.ts';
