import type { Kysely } from 'kysely';
import type { Facts } from '../ports/Ledger.ts';
import { findClosure } from '../check/evidence/findClosure.ts';
import { readHoldings, type LicenceHoldings } from '../check/evidence/LicenceHoldings.ts';
import type { MaybePromise } from '../kernel/async/MaybePromise.ts';
import type { Block, Hex } from '../kernel/values.ts';
import type { Work } from '../work/Work.ts';
import { createSharing, type Sharing } from './createSharing.ts';
import { factsIn } from './readFacts.ts';
import { readSnapshot } from './readSnapshot.ts';
import { eventTableNames, type Tables } from './tables.ts';
import { createCache } from '../kernel/createCache.ts';
import { createQueue } from '../kernel/async/createQueue.ts';

/** What the store says of works, kept in memory until something happens to them. */
interface Memory {
  /** Several reads of one block, as `readFacts`: what was read of a work before is not read again. */
  recall<T>(query: (facts: Facts) => MaybePromise<T>): MaybePromise<T>;
  /** Goes on to the store's last block, and forgets the works that something happened to since. */
  advance(): Promise<void>;
}

/** What is kept of a work, each as it was asked for first. */
interface Remembered {
  work: Work;
  /** What the account that asked last has of it. */
  licensee: Hex | null | undefined;
  holding: LicenceHoldings | undefined;
  /** What else was asked of it, by the question. */
  answers: Map<string, Promise<unknown>> | undefined;
}

/** Tables whose rows are about a work. */
const aboutWorks = eventTableNames.filter(
  (table) =>
    !['claims', 'handOvers', 'statements', 'anchors', 'accreditations', 'attestations'].includes(table),
) as readonly ('works' | 'offers' | 'licences')[];

/**
 * @param read Facts of one state of the store, with what a caller adds to them.
 * @param options.share One copy of what many works have, as `read` shares it.
 * @param options.limit Works to keep, of those that were asked for last.
 */
export function rememberFacts(
  db: Kysely<Tables>,
  read: <T>(query: (facts: Facts) => Promise<T>) => Promise<T>,
  { share = createSharing(), limit = 100_000 }: { share?: Sharing; limit?: number } = {},
): Memory {
  let state: { block: Block; facts: Facts } | undefined;
  let works = createCache<bigint, Remembered>(limit);
  let terms = createCache<Hex, ReturnType<Facts['termsOf']>>(limit);

  /** Reads from the store what is not remembered, if the store still stands where the memory does. */
  const look = <T>(block: Block, query: (facts: Facts) => Promise<T>): Promise<T> =>
    read(async (facts) => {
      if (facts.block.hash !== block.hash || facts.block.number !== block.number) throw new Moved();
      return await query(facts);
    });
  /** Only what the chain has is kept: what is only logged can be minted, or come, without a block of its own. */
  const remembered = async (block: Block, workId: bigint): Promise<Remembered | undefined> => {
    const known = works.get(workId);
    if (known !== undefined) return known;
    const work = await look(block, (facts) => facts.workOf(workId));
    if (work === undefined || work.registered === null) return undefined;
    const made: Remembered = { work, licensee: undefined, holding: undefined, answers: undefined };
    if (state?.block === block) works.set(workId, made);
    return made;
  };
  const open = (block: Block, keys: readonly (keyof Facts)[]): Facts => {
    const forward = (name: keyof Facts) =>
      [
        name,
        (...args: unknown[]) =>
          look(block, (facts) => (facts[name] as (...args: unknown[]) => Promise<unknown>)(...args)),
      ] as const;
    const facts = Object.fromEntries(keys.filter((key) => key !== 'block').map(forward)) as unknown as Facts;
    const ask = async <T>(workId: bigint, question: string, look: () => Promise<T>): Promise<T> => {
      const found = works.get(workId) ?? (await remembered(block, workId));
      if (found === undefined) return await look();
      const answers = (found.answers ??= new Map<string, Promise<unknown>>());
      const known = answers.get(question);
      if (known !== undefined) return (await known) as T;
      const asked = look();
      answers.set(question, asked);
      // What could not be read is asked for again next time.
      asked.catch(() => answers.delete(question));
      return await asked;
    };
    const remembering: Facts = {
      ...facts,
      block,
      findHoldings(workId, licensee) {
        const known = works.get(workId);
        if (known?.holding !== undefined && known.licensee === licensee) return known.holding;
        const { workOf } = remembering;
        return readHoldings({ ...facts, workOf }, workId, licensee).then((holding) => {
          const found = works.get(workId);
          // Only what is remembered is forgotten when something happens to it.
          if (found !== undefined && holding !== undefined && state?.block === block) {
            Object.assign(found, { licensee: licensee && share.text(licensee), holding });
          }
          return holding;
        });
      },
      workOf(workId) {
        const known = works.get(workId);
        if (known !== undefined) return Promise.resolve(known.work);
        return remembered(block, workId).then((found) => found?.work ?? facts.workOf(workId));
      },
      async termsOf(termsId) {
        const known = terms.get(termsId);
        if (known !== undefined) return await known;
        const asked = facts.termsOf(termsId);
        const found = await asked;
        if (found !== undefined && state?.block === block) terms.set(termsId, asked);
        return found;
      },
      // What closes a use stands fast from the registration on: sources, labels, rights kept, and terms by their hash.
      findClosure: (work, use) =>
        ask(work.workId, `closing ${use}`, () => findClosure(remembering, work, use)),
      sharesOf: (workId) => ask(workId, 'shares', () => facts.sharesOf(workId)),
      offersOf: (workId) => ask(workId, 'offers', () => facts.offersOf(workId)),
      soldOf: (workId, termsId) => ask(workId, `sold ${termsId}`, () => facts.soldOf(workId, termsId)),
      licencesOf: (filter) => {
        const { workId, licensee } = filter;
        if (workId === undefined || licensee === undefined) return facts.licencesOf(filter);
        return ask(workId, licensee, () => facts.licencesOf(filter));
      },
      paymentsUnder: (reference, workId) =>
        ask(workId, `paid ${reference}`, () => facts.paymentsUnder(reference, workId)),
      reportedBy: (reporter, workId) =>
        ask(workId, `reported ${reporter}`, () => facts.reportedBy(reporter, workId)),
    };
    return remembering;
  };
  const step = async () => {
    const { keys, block, touched } = await readSnapshot(db, async (snapshot) => {
      const facts = await factsIn(snapshot, share);
      const keys = Object.keys(facts) as (keyof Facts)[];
      return { keys, block: facts.block, touched: await touchedSince(snapshot, state?.block) };
    });
    if (state?.block.hash === block.hash && state.block.number === block.number) return;
    if (touched === undefined) [works, terms] = [createCache(limit), createCache(limit)];
    else touched.forEach((workId) => works.delete(workId));
    state = { block, facts: open(block, keys) };
  };
  // One after another: a step that looked earlier would go back.
  const inTurn = createQueue();
  const advance = () => inTurn(step);
  const recall = <T>(query: (facts: Facts) => MaybePromise<T>): MaybePromise<T> => {
    if (state === undefined) return advance().then(() => recall(query));
    const answer = query(state.facts);
    return answer instanceof Promise ? answer.catch((error: unknown) => again(error, query)) : answer;
  };
  const again = async <T>(error: unknown, query: (facts: Facts) => MaybePromise<T>): Promise<T> => {
    if (!(error instanceof Moved)) throw error;
    await advance();
    return await recall(query);
  };
  return { advance, recall };
}

/** The works that rows after a block are about; undefined if the store no longer has that block. */
async function touchedSince(db: Kysely<Tables>, block: Block | undefined): Promise<bigint[] | undefined> {
  if (block === undefined) return undefined;
  const known = await db
    .selectFrom('blocks')
    .select('hash')
    .where('number', '=', block.number)
    .executeTakeFirst();
  if (known?.hash !== block.hash) return undefined;
  const touched = new Set<string>();
  for (const table of aboutWorks) {
    const rows = await db
      .selectFrom(table)
      .select('workId')
      .distinct()
      .where('block', '>', block.number)
      .execute();
    rows.forEach(({ workId }) => touched.add(workId));
  }
  return [...touched].map(BigInt);
}

/** The store has gone on, or back, since the memory was made. */
class Moved extends Error {}
