import type { Facts, Log } from '../ledger.ts';
import { zeroHash } from '../values.ts';
import { findLogged, loggedWork } from '../work/loggedWork.ts';
import { describeOffer } from './Terms.ts';

/** Facts in which works that are logged and not minted yet stand beside those on the chain. */
export function withLogged(facts: Facts, log: Log): Facts {
  /** Asked once of each work: several questions about it follow each other. */
  const known = new Map<bigint, ReturnType<Facts['workOf']>>();
  const minted = (workId: bigint) => {
    const found = known.get(workId) ?? facts.workOf(workId);
    known.set(workId, found);
    return found;
  };
  const unminted = async (workId: bigint) =>
    (await minted(workId)) === undefined ? findLogged(log, workId) : undefined;
  const both: Facts = {
    ...facts,
    async workOf(workId) {
      const work = await minted(workId);
      if (work !== undefined) return work;
      const logged = findLogged(log, workId);
      return logged === undefined ? undefined : await loggedWork(both, workId, logged);
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
      return terms === undefined ? [] : [describeOffer({ workId, termsId, terms, open: true })];
    },
  };
  return both;
}
