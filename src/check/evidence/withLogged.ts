import type { CheckFacts } from '../ports.ts';
import type { Log } from '../../log/Log.ts';
import { zeroHash } from '../../kernel/values.ts';
import { findLogged, isByCreator, loggedWork } from '../../work/logged/loggedWork.ts';
import { findClosure } from './findClosure.ts';
import { readHoldings } from './LicenceHoldings.ts';
import { describeOffer } from '../../terms/Terms.ts';

/** Entries about one file that are read: anybody can sign another. */
const mostClaims = 64;

/** Facts in which works that are logged and not minted yet stand beside those on the chain. */
export function withLogged<F extends CheckFacts>(
  facts: F,
  log: Pick<Log, 'entriesOf' | 'registrationsOf'>,
): F {
  const minted = once(facts.workOf);
  const unminted = once(async (workId) =>
    (await minted(workId)) === undefined ? findLogged(log, workId) : undefined,
  );
  const both: F = {
    ...facts,
    findClosure: (work, use) => findClosure(both, work, use),
    findHoldings: (workId, licensee) => readHoldings(both, workId, licensee),
    async workOf(workId) {
      const logged = await unminted(workId);
      return logged === undefined ? await minted(workId) : await loggedWork(both, workId, logged);
    },
    async worksOfContent(contentHash) {
      const logged = log
        .registrationsOf(contentHash, mostClaims)
        .map(({ envelope }) => BigInt(envelope.subject));
      return [...new Set([...(await facts.worksOfContent(contentHash)), ...logged])];
    },
    async sharesOf(workId) {
      const logged = await unminted(workId);
      if (logged === undefined) return await facts.sharesOf(workId);
      const { sources, payees } = logged.payload.registration;
      return { sources, inherited: [], payees };
    },
    async offersOf(workId) {
      const logged = await unminted(workId);
      if (logged === undefined) return await facts.offersOf(workId);
      const { termsId } = logged.payload;
      const terms = termsId === zeroHash ? undefined : await facts.termsOf(termsId);
      // What an operator proposes nobody is offered until the creator does.
      const open = isByCreator(logged);
      return terms === undefined ? [] : [describeOffer({ workId, termsId, terms, open })];
    },
  };
  return both;
}

/** Asked once of each work: several questions about it follow each other. */
function once<T>(ask: (workId: bigint) => Promise<T>): (workId: bigint) => Promise<T> {
  const known = new Map<bigint, Promise<T>>();
  return (workId) => {
    const answer = known.get(workId) ?? ask(workId);
    known.set(workId, answer);
    return answer;
  };
}
