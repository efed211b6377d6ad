import { z } from 'zod';
import type { Use } from '../work/Uses.ts';
import type { TermsDraft } from './Terms.ts';

/** The profile's own terms, beside those of ODRL 2.2. */
const profile = 'urn:lianpu:odrl-profile:1';
const lianpu = (name: string) => `${profile}#${name}`;

/** Each use as an ODRL action: ODRL's own (Vocabulary 2.2, section 4) where there is one. */
const actions: Record<Use, string> = {
  display: 'display',
  reproduce: 'reproduce',
  distribute: 'distribute',
  perform: 'present',
  adapt: 'derive',
  merchandise: lianpu('merchandise'),
  embedInGame: lianpu('embedInGame'),
  broadcast: lianpu('broadcast'),
  textAndDataMining: lianpu('textAndDataMining'),
  aiTraining: lianpu('aiTraining'),
  aiGeneration: lianpu('aiGeneration'),
};

/** What a stored terms document has at least to be: an ODRL offer of this profile. */
export const OdrlDocument = z.looseObject({
  '@context': z.literal('http://www.w3.org/ns/odrl.jsonld'),
  '@type': z.literal('Offer'),
  profile: z.literal(profile),
  permission: z
    .array(z.looseObject({ action: z.array(z.string()), constraint: z.array(z.unknown()).optional() }))
    .min(1),
});
export type OdrlDocument = z.output<typeof OdrlDocument>;

/** A use that is for gain (ODRL Vocabulary 2.2, 3.3: `purpose` is what the action is for). */
const commercialPurpose = lianpu('commercial');
const NotForGain = z.looseObject({
  leftOperand: z.literal('purpose'),
  operator: z.literal('neq'),
  rightOperand: z.literal(commercialPurpose),
});

/** Whether terms permit only what is not for gain. */
export function isNonCommercial({ permission }: OdrlDocument): boolean {
  return permission.some(({ constraint = [] }) =>
    constraint.some((one) => NotForGain.safeParse(one).success),
  );
}

/** The ODRL 2.2 document of terms: an offer with one permission, its constraints and its duties. */
export function odrlOf(draft: TermsDraft): Record<string, unknown> {
  return {
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    '@type': 'Offer',
    profile,
    'dct:title': draft.title,
    permission: [
      {
        action: draft.uses.map((use) => actions[use]),
        constraint: constraintsOf(draft),
        duty: dutiesOf(draft),
        [lianpu('passOn')]: draft.passOn.map((use) => actions[use]),
        [lianpu('transferable')]: draft.transferable,
      },
    ],
  };
}

function constraintsOf({ duration, cap, nonCommercial }: TermsDraft): unknown[] {
  return [
    ...(nonCommercial ? [{ leftOperand: 'purpose', operator: 'neq', rightOperand: commercialPurpose }] : []),
    ...(duration > 0
      ? [{ leftOperand: 'elapsedTime', operator: 'lteq', rightOperand: `PT${duration}S` }]
      : []),
    ...(cap > 0 ? [{ leftOperand: lianpu('licencesSold'), operator: 'lteq', rightOperand: cap }] : []),
  ];
}

function dutiesOf(draft: TermsDraft): unknown[] {
  return [
    ...(draft.price > 0n ? [compensation('payAmount', `${draft.price}`, draft.currency)] : []),
    ...(draft.revenueShareBps > 0
      ? [
          {
            ...compensation(lianpu('revenueShareBps'), draft.revenueShareBps, draft.currency),
            [lianpu('owedByDescendants')]: draft.absoluteShare,
          },
          { action: lianpu('reportUsage') },
        ]
      : []),
    ...(draft.attribution ? [{ action: 'attribute' }] : []),
    ...(draft.shareAlike ? [{ action: 'cc:ShareAlike' }] : []),
    ...(draft.approvalRequired ? [{ action: 'obtainConsent' }] : []),
  ];
}

function compensation(leftOperand: string, rightOperand: string | number, unit: string) {
  return {
    action: 'compensate',
    constraint: [{ leftOperand, operator: 'eq', rightOperand, unit }],
  };
}
