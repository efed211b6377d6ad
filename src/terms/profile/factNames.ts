import { z } from 'zod';
import { odrl, operands } from './profile.ts';
import { expects, fault } from '../../kernel/json/fault.ts';

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
const elsewhere: ReadonlyMap<string, string | null> = new Map([
  // What the ledger knows itself has none.
  ...(['purpose', 'industry', 'language', 'recipient', 'count', 'resolution'] as const).map(
    (name): [string, string | null] => [odrl(name), name],
  ),
  [odrl('spatial'), 'territory'],
  [odrl('absoluteSize'), 'resolution'],
  [odrl('dateTime'), 'time'],
  [odrl('elapsedTime'), null],
  [odrl('payAmount'), null],
  [operands.licencesSold, null],
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
  if (typeof field === 'string') return field;
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
  expects('errors.a-fact'),
);
export type FactValue = z.output<typeof FactValue>;

/** Facts that an asker stands for, by left operand: its IRI, or its name in ODRL or the profile. */
export const StatedFacts = z
  .record(z.string(), z.union([FactValue, z.array(FactValue).min(1).max(64)], expects('errors.a-fact')))
  .superRefine((facts, context) => {
    const given = Object.keys(facts);
    if (given.length > 64) {
      context.addIssue({
        code: 'custom',
        message: fault('errors.facts-many', { most: 64, got: given.length }),
      });
    }
    for (const name of given) {
      const message = toFault(name);
      if (message !== undefined) context.addIssue({ code: 'custom', message, path: [name] });
    }
  });

function toFault(name: string): string | undefined {
  const instead = elsewhere.get(operandIri(name)) ?? elsewhere.get(odrl(name));
  if (instead === null) return fault('errors.fact-recorded');
  if (instead !== undefined) return fault('errors.fact-field', { field: instead });
  if (names.has(name) || (name.length <= 500 && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(name))) return undefined;
  return fault('errors.fact-name', { known: [...names.keys()], name: name.slice(0, 100) });
}
