import type { Message, MessageId } from '../../messages/Message.ts';

/** What a schema has against a value: a whole sentence, or only what it expected. */
export interface SchemaFault {
  sentence?: Message<'errors'>;
  expected?: Message<'errors'>;
}

// Zod knows errors as texts only: a message goes through it as JSON, and `parseInput` reads it again.

/**
 * The error of a schema or of one of its checks: what it expects, as a phrase. What came is added.
 *
 * @example
 * z.string().regex(/^#[0-9a-f]{6}$/, expects('errors.colour')) // expected a colour such as #b5201c, got "red"
 */
export function expects(id: MessageId<'errors'>, values?: Message['values']): string {
  return encodeFault({ expected: values === undefined ? { id } : { id, values } });
}

/** The error of a check that tells more than what was expected: a whole sentence. */
export function fault(id: MessageId<'errors'>, values?: Message['values']): string {
  return encodeFault({ sentence: values === undefined ? { id } : { id, values } });
}

export function encodeFault(given: SchemaFault): string {
  return JSON.stringify(given);
}

/** Undefined for a text that is none of ours. */
export function decodeFault(text: string): SchemaFault | undefined {
  return /^\{"(?:sentence|expected)":\{"id":"errors\./.test(text)
    ? (JSON.parse(text) as SchemaFault)
    : undefined;
}
