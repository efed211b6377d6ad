import type { Signals } from './deriveSignals.ts';

/** Mining as the Directive (EU) 2019/790 has it, Art. 2 (2): training is a part of it, whatever the model makes. */
const mining = ['textAndDataMining', 'aiTraining', 'generativeTraining'] as const;

/** Whether the rights to mine are reserved (TDM Reservation Protocol, "Declaring the reservation of TDM Rights"). */
export function tdmReservation(signals: Signals): 0 | 1 {
  return mining.every((use) => signals[use] === 'allowed') ? 0 : 1;
}

/** Whether a licence for mining can be had: what a TDM policy is for. */
export function offersMining(signals: Signals): boolean {
  return signals.textAndDataMining === 'allowed' || signals.textAndDataMining === 'constrained';
}

/**
 * A TDM policy (TDM Reservation Protocol, "Expressing a TDM Policy"): that mining can be licensed, and by whom. Whatever the
 * terms ask for is behind `hasURL`; consent stands for it, so that nobody takes the policy for a permission.
 */
export function tdmPolicy({ uid, assigner, url }: { uid: string; assigner: string; url: string }) {
  return {
    '@context': ['http://www.w3.org/ns/odrl.jsonld', 'http://www.w3.org/ns/tdmrep.jsonld'],
    '@type': 'Offer',
    profile: 'http://www.w3.org/ns/tdmrep',
    uid,
    assigner: { uid: assigner, 'vcard:hasURL': url },
    permission: [{ action: 'tdm:mine', duty: [{ action: 'obtainConsent' }] }],
  };
}
