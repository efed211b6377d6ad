import { readFile } from 'node:fs/promises';
import jsonld from 'jsonld';
import { expect, it } from 'vitest';
import * as profile from '../../../../src/terms/profile/profile.ts';
import { profileDocument } from '../../../../src/terms/profile/profileDocument.ts';
import { ownTerms } from '../../../../src/terms/profile/profileTerms.ts';
import { widerActions } from '../../../../src/terms/profile/widerActions.ts';
import { leftOperands } from '../../../../src/odrl/vocabulary.ts';

const { cc, odrl, own, profileIri } = profile;

it('profile.jsonld is what the code means by the profile', async () => {
  const published = JSON.parse(await readFile('src/terms/profile/profile.jsonld', 'utf8')) as unknown;
  expect(published).toEqual(profileDocument());
});

it('the published profile is JSON-LD: every term keeps its labels in three languages', async () => {
  const [...nodes] = await jsonld.expand(profileDocument());
  expect(nodes).toHaveLength(Object.keys(ownTerms).length + 1);
  for (const node of nodes.filter(({ '@id': id }) => id !== profileIri)) {
    expect(node['http://www.w3.org/2004/02/skos/core#prefLabel']).toHaveLength(3);
  }
});

it('every IRI that documents use is defined: by the profile, by ODRL or by Creative Commons', () => {
  const actions = [
    profile.useActions,
    profile.otherActions,
    profile.licenceActions,
    profile.dutyActions,
  ].flatMap((of) => Object.values<string>(of));
  for (const action of actions) {
    expect(['use', 'transfer'].map(odrl)).toContain(widerActions(action)?.at(-1));
  }
  const defined = (iri: string) =>
    iri.startsWith(`${profileIri}#`) && Object.hasOwn(ownTerms, iri.slice(profileIri.length + 1));
  const concepts = [
    ...profile.purposeNames.map(profile.purposeIri),
    ...profile.channelNames.map(profile.channelIri),
    ...profile.mediaNames.map(profile.mediaIri),
    ...profile.industryNames.map(profile.industryIri),
    ...profile.recipientNames.map(profile.recipientIri),
    ...Object.values<string>(profile.operands),
    ...Object.values<string>(profile.units),
  ];
  for (const iri of concepts) expect(defined(iri), iri).toBe(true);
  // And nothing is defined that no document uses.
  expect(new Set([...actions, ...concepts].filter(defined)).size).toBe(Object.keys(ownTerms).length);
  for (const iri of Object.values<string>(profile.operands)) expect(leftOperands.has(iri)).toBe(false);
});

it('no use of a work includes another: each bit of a contract stands for itself', () => {
  const uses = Object.values<string>(profile.useActions);
  for (const use of uses) expect(widerActions(use)?.filter((wider) => uses.includes(wider))).toEqual([use]);
  expect(widerActions(own('generativeTraining'))).toContain(own('aiTraining'));
  expect(widerActions(cc('Nothing'))).toBeUndefined();
});

it('whoever advertises is after gain, and says so by one word', () => {
  expect(profile.withBroader(['advertising', 'education'])).toEqual([
    'advertising',
    'commercial',
    'education',
  ]);
  expect(profile.withBroader(['personal', 'nonCommercial'])).toEqual(['personal', 'nonCommercial']);
  for (const [name, broader] of Object.entries(profile.broaderPurposes)) {
    expect(ownTerms[`purpose-${name}`]?.broader).toBe(profile.purposeIri(broader));
  }
});
