import type { z } from 'zod';
import { message, type Message } from '../../messages/Message.ts';
import { nearest } from '../nearest.ts';
import { describeSchema, describeValues, toEither } from './describeSchema.ts';
import { describeSize, describeValue } from './describeValue.ts';
import { decodeFault, encodeFault, type SchemaFault } from './fault.ts';
import type { InputFault } from './refuseInput.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What Zod is to say of an issue: what its schema expects. */
export function describeIssue({ code, inst, schema, ...issue }: z.core.$ZodRawIssue): string {
  const known = schema ?? (inst as z.core.$ZodType | undefined);
  if (code === 'custom') return encodeFault({ expected: message('errors.another-value') });
  // Its branches tell more.
  if (code === 'invalid_union') return '';
  if (code === 'unrecognized_keys') {
    const shape = (known as z.core.$ZodObject | undefined)?._zod.def.shape;
    return encodeFault({ expected: message('errors.one-of', { values: Object.keys(shape ?? {}) }) });
  }
  if (code === 'invalid_value')
    return encodeFault({ expected: describeValues(issue['values'] as unknown[]) });
  const expected = known === undefined ? message('errors.another-value') : describeSchema(known);
  return encodeFault({ expected });
}

/** The faults that an issue is: of a union, those of the branch that fits best. */
export function listFaults(issue: Issue, whole: unknown, before: Path = []): InputFault[] {
  const path = [...before, ...issue.path];
  const got = valueAt(whole, path);
  const said = decodeFault(issue.message);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField([...path, key], key, said));
    case 'invalid_union':
      return said === undefined ? unionFaults(issue, path, whole) : [faultAt(path, said, got)];
    case 'invalid_key':
      return issue.issues.slice(0, 1).map((one) => faultAt(path, decodeFault(one.message), path.at(-1)));
    case 'too_small':
    case 'too_big':
      return [faultAt(path, said, got, describeSize(got))];
    default:
      return [faultAt(path, said, issue.code === 'invalid_type' ? (got ?? issue.input) : got)];
  }
}

function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: Path, whole: unknown): InputFault[] {
  if (issue.discriminator !== undefined && 'options' in issue && issue.options !== undefined) {
    return [faultAt(path, { expected: describeValues(issue.options) }, valueAt(whole, path))];
  }
  const branches = issue.errors.map((errors) => errors.flatMap((one) => listFaults(one, whole, path)));
  const isOther = (one: Issue) => one.path.length === 0 && one.code === 'invalid_type';
  const fitting = branches.filter((_, at) => !issue.errors[at]?.some(isOther));
  const [best] = fitting.toSorted((a, b) => a.length - b.length);
  if (best !== undefined && fitting.length === 1) return best;
  const expected = issue.errors
    .map((errors) => errors[0])
    .map((one) => decodeFault(one?.message ?? '')?.expected);
  const phrases = expected.filter((one) => one !== undefined);
  if (best !== undefined && phrases.length < expected.length) return best;
  return [faultAt(path, { expected: toEither(phrases) }, valueAt(whole, path))];
}

function faultAt(
  path: Path,
  said: SchemaFault | undefined,
  value: unknown,
  size: Message<'errors'> | undefined = undefined,
): InputFault {
  const { sentence, expected = message('errors.another-value') } = said ?? {};
  const got = size ?? describeValue(value);
  const field = fieldName(path);
  if (sentence !== undefined) return { field, fault: sentence };
  const like = typeof value === 'string' ? nearest(value, namesIn(expected)) : undefined;
  if (like === undefined) return { field, fault: message('errors.expected', { expected, got }) };
  return { field, fault: message('errors.expected-nearest', { expected, got, nearest: like }) };
}

function unknownField(path: Path, key: string, said: SchemaFault | undefined): InputFault {
  const like = said?.expected === undefined ? undefined : nearest(key, namesIn(said.expected));
  const field = fieldName(path);
  if (like === undefined) return { field, fault: message('errors.field-unknown') };
  return { field, fault: message('errors.field-nearest', { nearest: like }) };
}

/** The values that a phrase names: of "one of …". */
function namesIn({ values }: Message<'errors'>): string[] {
  const named = values?.['values'];
  return Array.isArray(named) ? named.filter((one) => typeof one === 'string') : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, part)
        ? (at as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}

/** A field as people write it: `lines[3].period`. */
function fieldName(path: Path): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`;
      const name = String(part);
      return /^[\w-]+$/.test(name) ? `${at === 0 ? '' : '.'}${name}` : `[${JSON.stringify(name)}]`;
    })
    .join('');
}
