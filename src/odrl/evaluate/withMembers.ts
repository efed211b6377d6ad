import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Policy } from '../Policy.ts';
import type { Question } from './readRequest.ts';
import type { World } from './World.ts';

/** What one thing may be in, directly or through others. */
const most = 1_000;

/**
 * A world that knows of all assets and parties which are asked about, or did something, the collections that they are in,
 * directly or through others; the policy may say some of it.
 *
 * @throws LedgerError `policy-invalid` where one is in more than a thousand.
 */
export function withMembers(world: World, policy: Policy, questions: readonly Question[]): World {
  const direct = new Map(world.memberOf);
  const rules = [...policy.permissions, ...policy.prohibitions, ...policy.obligations];
  for (const { id, partOf } of rules.flatMap(({ targets, assignees }) => [...targets, ...assignees])) {
    if (id !== undefined && partOf.length > 0) direct.set(id, [...(direct.get(id) ?? []), ...partOf]);
  }
  const things = [
    ...questions.flatMap(({ target, assignee }) => [target, assignee]),
    ...world.performed.flatMap(({ target, party }) => [target, party]),
  ].filter((id) => id !== undefined);
  return { ...world, memberOf: new Map(things.map((id) => [id, [...allAround(id, direct)]])) };
}

function allAround(id: string, direct: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(direct.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (found.size > most) {
      throw new LedgerError(
        'policy-invalid',
        message('errors.at-field', { field: id, fault: message('errors.odrl-collections', { most }) }),
      );
    }
    open.push(...(direct.get(next) ?? []));
  }
  return found;
}
