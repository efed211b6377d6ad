import { z } from 'zod';
import { odrl, operands } from './profile.ts';

/** Left operands that ODRL has (Vocabulary 2.2, 4.5) and a check has no field for. */
const odrlNames = [
  'absolutePosition',
  'absoluteSpatialPosition',
  'absoluteTemporalPosition',
  'delayPeriod',
  'deliveryChannel',
  'device',
  'event',
  'fileFormat',
  'media',
  'meteredTime',
  'percentage',
  'product',
  'relativePosition',
  'relativeSize',
  'relativeSpatialPosition',
  'relativeTemporalPosition',
  'spatialCoordinates',
  'system',
  'systemDevice',
  'timeInterval',
  'unitOfCount',
  'version',
  'virtualLocation',
] as const;

/** Left operands that a question has a field for, and those that the ledger knows itself. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ...(['purpose', 'industry', 'language', 'recipient', 'count', 'resolution'] as const).map(
    (name): [string, string] => [odrl(name), `the field ${name}`],
  ),
  [odrl('spatial'), 'the field territory'],
  [odrl('absoluteSize'), 'the field resolution'],
  [odrl('dateTime'), 'the field time'],
  [odrl('elapsedTime'), 'nothing: the ledger knows it'],
  [odrl('payAmount'), 'nothing: the ledger knows it'],
  [operands.licencesSold, 'nothing: the ledger knows it'],
]);

const own = Object.entries(operands).filter(([, iri]) => !elsewhere.has(iri));
const names: ReadonlyMap<string, string> = new Map([
  ...odrlNames.map((name): [string, string] => [name, odrl(name)]),
  ...own,
]);

/** The IRI of a left operand from its name; an IRI is one already. */
export function operandIri(name: string): string {
  return names.get(name) ?? name;
}

/** What people call a left operand: a field of the question, its name, or the IRI itself. */
export function operandName(iri: string): string {
  const field = elsewhere.get(iri);
  if (field?.startsWith('the field ') === true) return field.slice('the field '.length);
  if (iri === odrl('assignee')) return 'licensee';
  if (iri === odrl('deliveryChannel') || iri === odrl('media')) return 'medium';
  return iri.replace(/^.*[/#]/, '');
}

/** Values of a fact: text, numbers, yes or no, IRIs, or literals with their datatype. */
const FactValue = z.union(
  [
    z.string().max(2000),
    z.number(),
    z.boolean(),
    z.strictObject({ iri: z.string().min(1).max(2000) }),
    z.strictObject({ text: z.string().max(2000), type: z.string().min(1).max(500) }),
  ],
  'expected text, a number, true, false, {"iri"} or {"text", "type"}, or a list of them',
);
export type FactValue = z.output<typeof FactValue>;

/** Facts that an asker stands for, by left operand: its IRI, or its name in ODRL or the profile. */
export const StatedFacts = z
  .record(
    z.string(),
    z.union(
      [FactValue, z.array(FactValue).min(1).max(64)],
      'expected text, a number, true, false, {"iri"} or {"text", "type"}, or a list of them',
    ),
  )
  .superRefine((facts, context) => {
    const given = Object.keys(facts);
    if (given.length > 64) {
      context.addIssue({ code: 'custom', message: `expected up to 64 facts, got ${given.length}` });
    }
    for (const name of given) {
      const message = faultOf(name);
      if (message !== undefined) context.addIssue({ code: 'custom', message, path: [name] });
    }
  });

function faultOf(name: string): string | undefined {
  const instead = elsewhere.get(operandIri(name)) ?? elsewhere.get(odrl(name));
  if (instead !== undefined) return `expected ${instead} in place of this fact`;
  if (names.has(name) || (name.length <= 500 && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(name))) return undefined;
  return `expected the IRI of a left operand, or one of ${[...names.keys()].join(', ')}; got ${name.slice(0, 100)}`;
}
