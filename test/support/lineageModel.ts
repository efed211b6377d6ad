import { AbiCoder, keccak256 } from 'ethers';
import type { Terms } from '../../src/terms/Terms.ts';
import { zeroHash, type Hex } from '../../src/kernel/values.ts';
import { labelsFromBits, labelThatCloses } from '../../src/work/Labels.ts';
import type { Registration, Shares } from '../../src/work/Registration.ts';
import { useNames, usesToBits } from '../../src/work/Uses.ts';

/** What the largest of a uint40 stands for. */
export const endless = 2 ** 40 - 1;
const day = 86_400;
const [adapt, wholeBps, maxEdges] = [usesToBits(['adapt']), 10_000, 64];

/** A work as it has to be, all of it worked out in words of its own from what the documentation says. */
interface ModelWork {
  creator: Hex;
  registration: Registration;
  ceiling: number;
  until: number;
  shareAlike: boolean;
  owesAbsolute: boolean;
  labelled: boolean;
  shares: Shares;
}

interface ModelLicence {
  terms: Terms;
  until: number;
  units: number;
}

/** Works, offers and licences as they have to be. Each question answers with every rule that would be broken. */
export function createModel(trusted: { custodians: Hex[]; communities: Hex[] }, now: number) {
  const works = new Map<bigint, ModelWork>();
  const offers = new Set<string>();
  const licences = new Map<string, ModelLicence>();
  const licenceKey = (workId: bigint, termsId: Hex, licensee: Hex) => `${workId} ${termsId} ${licensee}`;

  const derive = (creator: Hex, registration: Registration): ModelWork => {
    let ceiling = usesToBits(useNames) & ~registration.retained;
    for (const label of labelsFromBits(registration.labels)) {
      for (const use of useNames) {
        if (labelThatCloses([label], use) !== undefined) ceiling &= ~usesToBits([use]);
      }
    }
    const ends = [endless];
    let [shareAlike, owesAbsolute, labelled] = [false, false, registration.labels !== 0];
    const inherited = new Map<bigint, number>();
    for (const { workId, termsId, absolute } of registration.sources) {
      const source = works.get(workId);
      if (source === undefined) continue;
      ceiling &= source.ceiling;
      ends.push(source.until);
      shareAlike ||= source.shareAlike;
      owesAbsolute ||= source.owesAbsolute || absolute;
      labelled ||= source.labelled;
      for (const edge of source.owesAbsolute ? owedBy(source.shares) : []) {
        inherited.set(edge.workId, Math.max(inherited.get(edge.workId) ?? 0, edge.shareBps));
      }
      const licence = licences.get(licenceKey(workId, termsId, creator));
      if (termsId === zeroHash || licence === undefined) continue;
      ceiling &= licence.terms.passOn;
      ends.push(licence.until);
      shareAlike ||= (licence.terms.flags & 2) !== 0;
    }
    const alone = [{ account: creator, shareBps: wholeBps }];
    const { sources, payees } = registration;
    const shares = {
      sources,
      inherited: [...inherited].map(([workId, shareBps]) => ({ workId, shareBps })),
      payees: payees.length === 0 && sources.length > 0 ? alone : payees,
    };
    return {
      creator,
      registration,
      ceiling,
      until: wholeDays(Math.min(...ends)),
      shareAlike,
      owesAbsolute,
      labelled,
      shares,
    };
  };

  return {
    works,
    derive,
    /** The rules that a registration breaks. */
    refusalsOf(creator: Hex, registration: Registration): Set<string> {
      const refusals = new Set<string>();
      const { kind, sources, payees, labels, holderUses } = registration;
      const community = trusted.communities.includes(creator);
      if (kind === 0 && !community && !trusted.custodians.includes(creator))
        refusals.add('WorkCustodianNotAccredited');
      if (labels !== 0 && (kind !== 0 || !community)) refusals.add('WorkLabelsNotCommunity');
      if ((kind === 0 && sources.length > 0) || (kind === 2 && sources.length === 0))
        refusals.add('WorkSourcesDoNotFitKind');
      const sum = payees.reduce((total, { shareBps }) => total + shareBps, 0);
      if (payees.length > 0 && sum !== wholeBps) refusals.add('SharesDoNotSum');
      for (const { workId, termsId, shareBps, absolute } of sources) {
        const source = works.get(workId);
        if (source === undefined) {
          refusals.add('WorkUnknown');
          // What is said of its creator is asked only where there is a work.
          continue;
        }
        if (termsId === zeroHash) {
          if (source.creator !== creator) refusals.add('SharesSourceNotLicensed');
          continue;
        }
        const licence = licences.get(licenceKey(workId, termsId, creator));
        if (licence === undefined || licence.units === 0) refusals.add('LicenceMissing');
        else if (licence.until < now) refusals.add('LicenceExpired');
        else if ((licence.terms.uses & adapt) === 0) refusals.add('LicenceUsesNotCovered');
        else if (shareBps < licence.terms.revenueShareBps || absolute !== ((licence.terms.flags & 16) !== 0))
          refusals.add('SharesBelowLicence');
      }
      const { ceiling, shares } = derive(creator, registration);
      const edges = [...shares.sources, ...shares.inherited];
      if (edges.length > maxEdges) refusals.add('SharesTooMany');
      if (edges.reduce((total, { shareBps }) => total + shareBps, 0) > wholeBps)
        refusals.add('SharesDoNotSum');
      if ((holderUses & ~ceiling) !== 0) refusals.add('WorkHolderUsesAboveCeiling');
      return refusals;
    },
    /** The shares a registration has to prove: those of each source that owes an absolute share. */
    proofsOf({ sources }: Registration): Shares[] {
      return sources.flatMap(({ workId }) => {
        const source = works.get(workId);
        return source?.owesAbsolute === true ? [source.shares] : [];
      });
    },
    /** The rules that an offer breaks. */
    offerRefusalsOf(workId: bigint, { uses, passOn, duration, flags }: Terms): Set<string> {
      const refusals = new Set<string>();
      const work = works.get(workId);
      if (work === undefined) return refusals.add('WorkUnknown');
      if ((uses & work.registration.retained) !== 0) refusals.add('LicenceUsesRetained');
      if ((uses & ~work.ceiling) !== 0) refusals.add('LicenceUsesAboveCeiling');
      if ((passOn & ~uses) !== 0) refusals.add('LicencePassesOnTooMuch');
      if (work.shareAlike && (flags & 2) === 0) refusals.add('LicenceNotShareAlike');
      if (duration === 0 && work.until !== endless) refusals.add('LicenceOutlivesSource');
      return refusals;
    },
    offer(workId: bigint, termsId: Hex) {
      offers.add(`${workId} ${termsId}`);
    },
    /** The rules that a first purchase of a licence breaks. */
    acquireRefusalsOf(workId: bigint, termsId: Hex, { duration }: Terms): Set<string> {
      const refusals = new Set<string>();
      const work = works.get(workId);
      if (!offers.has(`${workId} ${termsId}`)) refusals.add('LicenceNotOffered');
      else if (work !== undefined && work.registration.sources.length > 0) {
        const until = duration === 0 ? endless : now + duration;
        if (until > work.until) refusals.add('LicenceOutlivesSource');
      }
      return refusals;
    },
    isHeld: (workId: bigint, termsId: Hex, licensee: Hex) =>
      licences.has(licenceKey(workId, termsId, licensee)),
    acquire(workId: bigint, termsId: Hex, licensee: Hex, terms: Terms, since = now, units = 1) {
      const until = terms.duration === 0 ? endless : since + terms.duration;
      licences.set(licenceKey(workId, termsId, licensee), { terms, until, units });
    },
    /** Where money goes: what payees get when each work is settled once, in this order. */
    settle(order: readonly bigint[], paid: ReadonlyMap<bigint, bigint>): Map<Hex, bigint> {
      const held = new Map(paid);
      const credit = new Map<Hex, bigint>();
      const add = <K>(to: Map<K, bigint>, key: K, amount: bigint) =>
        to.set(key, (to.get(key) ?? 0n) + amount);
      for (const workId of order) {
        const amount = held.get(workId) ?? 0n;
        const work = works.get(workId);
        if (work === undefined || amount === 0n) continue;
        held.set(workId, 0n);
        let rest = amount;
        for (const edge of [...work.shares.sources, ...work.shares.inherited]) {
          const share = (amount * BigInt(edge.shareBps)) / BigInt(wholeBps);
          add(held, edge.workId, share);
          rest -= share;
        }
        const payees = work.shares.payees.length === 0 ? [work.creator] : [];
        const split = [...payees.map((account) => ({ account, shareBps: wholeBps })), ...work.shares.payees];
        const parts = split.map(({ shareBps }) => (rest * BigInt(shareBps)) / BigInt(wholeBps));
        const given = parts.reduce((sum, part) => sum + part, 0n);
        split.forEach(({ account }, i) =>
          add(credit, account, (parts[i] ?? 0n) + (i === 0 ? rest - given : 0n)),
        );
      }
      return credit;
    },
  };
}

/** The hash that shares are stored as; zero where the creator alone is paid. */
export function hashShares({ sources, inherited, payees }: Shares): string {
  if (sources.length + inherited.length + payees.length === 0) return zeroHash;
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ['tuple(uint256,bytes32,uint16,bool)[]', 'tuple(uint256,uint16)[]', 'tuple(address,uint16)[]'],
      [
        sources.map(({ workId, termsId, shareBps, absolute }) => [workId, termsId, shareBps, absolute]),
        inherited.map(({ workId, shareBps }) => [workId, shareBps]),
        payees.map(({ account, shareBps }) => [account, shareBps]),
      ],
    ),
  );
}

/** Bits of the flags that a work has on chain. */
export function listFlags({ shareAlike, owesAbsolute, labelled, registration }: ModelWork): number {
  return (
    Number(shareAlike) |
    (Number(owesAbsolute) << 1) |
    (Number(registration.sources.length > 0) << 4) |
    (Number(labelled) << 5)
  );
}

/** What a work's descendants owe because it does. */
function owedBy({ sources, inherited }: Shares) {
  return [...sources.filter(({ absolute }) => absolute), ...inherited];
}

/** Brought forward to the last second of a whole day, and to the last day of 65,534 since 1970. */
function wholeDays(until: number): number {
  if (until === endless) return endless;
  return Math.min(Math.floor((until + 1) / day), 65_534) * day - 1;
}
