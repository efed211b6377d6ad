import type { z } from 'zod';
import { message, type Message, type MessageId } from '../../messages/Message.ts';
import { decodeFault } from './fault.ts';

type Schema = z.core.$ZodType;
type Phrase = Message<'errors'>;

/** What a schema expects, as a phrase: "a text of 1 to 500 characters". */
export function describeSchema(schema: Schema): Phrase {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const stated = [def, ...listChecks(def)].map(statedBy).find((phrase) => phrase !== undefined);
  if (stated !== undefined) return stated;
  switch (def.type) {
    case 'string':
      return bounded(texts, toBounds(def));
    case 'number':
      return bounded(isWhole(def) ? wholeNumbers : numbers, toBounds(def));
    case 'boolean':
      return message('errors.a-boolean');
    case 'null':
      return message('errors.a-null');
    case 'array':
      return bounded(lists, toBounds(def));
    case 'tuple':
      return message('errors.a-list');
    case 'object':
    case 'record':
      return message('errors.an-object');
    case 'enum':
      return describeValues(Object.values(def.entries));
    case 'literal':
      return describeValues(def.values);
    case 'union':
      return toEither(def.options.map(describeSchema));
    case 'nullable':
      return toEither([describeSchema(def.innerType), message('errors.a-null')]);
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return describeSchema(def.innerType);
    case 'pipe':
      return describeSchema(def.in);
    case 'lazy':
      return describeSchema(def.getter());
    default:
      return message('errors.another-value');
  }
}

/** One of some values. */
export function describeValues(values: readonly unknown[]): Phrase {
  const [first] = values;
  if (values.length === 1) return message('errors.the-value', { value: JSON.stringify(first) });
  return message('errors.one-of', { values: values.map(String) });
}

/** One of some phrases, each named once. */
export function toEither(phrases: readonly Phrase[]): Phrase {
  const different = [...new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase])).values()];
  const [last] = different.splice(-1);
  return different.reduceRight<Phrase>(
    (second, first) => message('errors.either', { first, second }),
    last ?? message('errors.another-value'),
  );
}

type Def = z.core.$ZodTypeDef;
/** `above` is a bound that is not reached. */
type Bounds = { min?: number | undefined; max?: number | undefined; above?: number | undefined };
type BoundIds = Record<'plain' | 'between' | 'least' | 'most' | 'exact', MessageId<'errors'>> & {
  above?: MessageId<'errors'>;
};

const texts: BoundIds = {
  plain: 'errors.a-text',
  between: 'errors.a-text-between',
  least: 'errors.a-text-least',
  most: 'errors.a-text-most',
  exact: 'errors.a-text-exact',
};
const lists: BoundIds = {
  plain: 'errors.a-list',
  between: 'errors.a-list-between',
  least: 'errors.a-list-least',
  most: 'errors.a-list-most',
  exact: 'errors.a-list-exact',
};
const numbers: BoundIds = {
  plain: 'errors.a-number',
  between: 'errors.a-number-between',
  least: 'errors.a-number-least',
  above: 'errors.a-number-above',
  most: 'errors.a-number-most',
  exact: 'errors.the-number',
};
const wholeNumbers: BoundIds = {
  plain: 'errors.a-whole-number',
  between: 'errors.a-whole-number-between',
  least: 'errors.a-whole-number-least',
  above: 'errors.a-whole-number-above',
  most: 'errors.a-whole-number-most',
  exact: 'errors.the-number',
};

function bounded(ids: BoundIds, { min, max, above }: Bounds): Phrase {
  if (above !== undefined && ids.above !== undefined) return message(ids.above, { min: above });
  if (min === undefined && max === undefined) return message(ids.plain);
  if (max === undefined) return message(ids.least, { min: min ?? 0 });
  if (min === undefined) return message(ids.most, { max });
  return min === max ? message(ids.exact, { max }) : message(ids.between, { min, max });
}

/** Bounds that its checks set; those of numbers that JSON cannot hold are none. */
function toBounds(def: Def): Bounds {
  const bounds: Bounds = {};
  for (const check of listChecks(def)) {
    if (check.check === 'min_length') bounds.min = check.minimum;
    if (check.check === 'max_length') bounds.max = check.maximum;
    if (check.check === 'length_equals') bounds.min = bounds.max = check.length;
    if (check.check === 'greater_than') bounds[check.inclusive ? 'min' : 'above'] = Number(check.value);
    if (check.check === 'less_than') bounds.max = Number(check.value);
  }
  if (bounds.max === Number.MAX_SAFE_INTEGER) delete bounds.max;
  return bounds;
}

function isWhole(def: Def): boolean {
  const formats = [def, ...listChecks(def)] as { format?: string }[];
  return formats.some(({ format }) => format === 'safeint');
}

function listChecks({ checks = [] }: Def): z.core.$ZodChecks['_zod']['def'][] {
  return checks.map((check) => (check as z.core.$ZodChecks)._zod.def);
}

/** The phrase that a schema or a check was given by `expects`. */
function statedBy({ error }: { error?: z.core.$ZodErrorMap<never> | undefined }): Phrase | undefined {
  const text = error?.({} as never);
  return typeof text === 'string' ? decodeFault(text)?.expected : undefined;
}
