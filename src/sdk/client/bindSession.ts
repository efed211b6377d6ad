import type { Session } from './session.ts';

type Verbs = Record<string, (...args: never[]) => unknown>;

/** A verb of a client, which is given the session first. */
export type Verb<Client, Name extends keyof Client> = Client[Name] extends (
  ...args: infer Args
) => infer Answer
  ? (session: Session, ...args: Args) => Answer
  : never;

/**
 * A client of one session from its verbs.
 *
 * @example
 * bindSession<LogClient>(session, { bundle, entries })
 */
export function bindSession<Client extends object>(
  session: Session,
  verbs: { [Name in keyof Client]: Verb<Client, Name> },
): Client {
  const bound = Object.entries(verbs as Verbs).map(([name, verb]) => [
    name,
    (...args: never[]) => (verb as (session: Session, ...args: never[]) => unknown)(session, ...args),
  ]);
  return Object.fromEntries(bound) as Client;
}
