import { z } from 'zod';
import { hashJson, type Hash } from '../../kernel/json/canonicalJson.ts';
import { listConstraints } from './listConstraints.ts';
import { documentIri } from './documentIri.ts';
import { listDuties } from './listDuties.ts';
import { anyOf, atMost, named, refined } from './parts.ts';
import { listProhibitions } from './listProhibitions.ts';
import { licenceActions, operands, profileIri, purposeIri, useActions } from '../profile/profile.ts';
import type { TermsDraft } from '../draft/TermsDraft.ts';

/** ODRL's own JSON-LD context (Vocabulary & Expression 2.2, section 5). */
const odrlContext = 'http://www.w3.org/ns/odrl.jsonld';

/**
 * The ODRL 2.2 document of terms, as JSON-LD: an offer with one permission for all uses, its constraints and duties, and
 * further rules only where the draft says more.
 *
 * The asset is none: the chain says which works are offered under it (Information Model 2.2, 2.1.2, `hasPolicy`).
 */
export function composeOdrl(draft: TermsDraft): Record<string, unknown> {
  const prohibition = listProhibitions(draft);
  const conflict = draft.conflict ?? (prohibition.length > 0 ? 'prohibit' : undefined);
  const body = {
    '@context': odrlContext,
    '@type': 'Offer',
    profile: profileIri,
    'dct:title': Object.entries(draft.title).map(([language, text]) => ({
      '@language': language,
      '@value': text,
    })),
    ...(conflict === undefined ? {} : { conflict }),
    ...(draft.inherits === undefined ? {} : { inheritFrom: draft.inherits.map(documentIri) }),
    permission: listPermissions(draft),
    ...(prohibition.length > 0 ? { prohibition } : {}),
  };
  return { ...body, uid: policyIri(hashJson(body)) };
}

/** A policy has to have an identifier (2.1): the hash of all but itself. */
function policyIri(hash: Hash): string {
  return `urn:lianpu:policy:${hash.slice(2)}`;
}

function listPermissions(draft: TermsDraft): Record<string, unknown>[] {
  const { uses, passOn, transferable, cap } = draft;
  const constraint = listConstraints(draft);
  const duty = listDuties(draft);
  return [
    {
      action: uses.map((use) => named(useActions[use])),
      ...(constraint.length > 0 ? { constraint } : {}),
      ...(duty.length > 0 ? { duty } : {}),
    },
    ...(passOn.length > 0
      ? [
          {
            action: [
              refined(licenceActions.passOn, [
                anyOf(
                  operands.use,
                  passOn.map((use) => useActions[use]),
                ),
              ]),
            ],
          },
        ]
      : []),
    ...(transferable ? [{ action: [licenceActions.transferLicence] }] : []),
    ...(cap > 0
      ? [{ action: [licenceActions.acquireLicence], constraint: [atMost(operands.licencesSold, cap)] }]
      : []),
  ];
}

const NotForGain = z.looseObject({
  leftOperand: z.literal('purpose'),
  operator: z.literal('isAnyOf'),
  rightOperand: z.tuple([z.object({ '@id': z.literal(purposeIri('nonCommercial')) })]),
});

/** What a stored terms document has at least to be: a policy with a permission. */
export const OdrlDocument = z.looseObject({
  permission: z
    .array(z.looseObject({ action: z.array(z.unknown()), constraint: z.array(z.unknown()).optional() }))
    .min(1),
});
export type OdrlDocument = z.output<typeof OdrlDocument>;

/** Whether terms permit only what is not for gain. */
export function isNonCommercial({ permission }: OdrlDocument): boolean {
  return permission.some(({ constraint = [] }) =>
    constraint.some((one) => NotForGain.safeParse(one).success),
  );
}
