import { describe, expect, it } from 'vitest';
import { readPolicy, toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';
import type { Message } from '../../../../src/messages/Message.ts';
import { refused } from '../../../support/refused.ts';

const context = 'http://www.w3.org/ns/odrl.jsonld';
const invalid = (key: string, values?: Message['values']) => refused('policy-invalid', key, values);

/** Of the house: whoever it is reviews the terms. */
const house = {
  uid: 'urn:house',
  profile: 'urn:profile',
  conflict: 'perm',
  assigner: 'urn:maker',
  obligation: {
    target: 'urn:terms',
    action: 'reviewPolicy',
    constraint: { leftOperand: 'count', operator: 'lteq', rightOperand: 10, status: 5 },
  },
};
const agreement = {
  uid: 'urn:agreement',
  inheritFrom: 'urn:house',
  assignee: 'urn:studio',
  permission: { target: 'urn:mask', action: 'display' },
};

describe('a policy that inherits', () => {
  it('has the rules of its parent, and both have what either says for all (2.9)', async () => {
    const policy = await readPolicy(agreement, { resolve: () => house });
    expect(policy).toMatchObject({
      id: 'urn:agreement',
      profiles: ['urn:profile'],
      conflict: 'perm',
      unknown: [],
      permissions: [
        {
          targets: [{ id: 'urn:mask' }],
          assigners: [{ id: 'urn:maker' }],
          assignees: [{ id: 'urn:studio' }],
        },
      ],
      obligations: [
        {
          targets: [{ id: 'urn:terms' }],
          actions: [{ name: odrl('reviewPolicy') }],
          assigners: [{ id: 'urn:maker' }],
          assignees: [{ id: 'urn:studio' }],
        },
      ],
    });
  });

  it('takes no status from its parent', async () => {
    const statuses = async (rule: object) => {
      const parent = { ...house, obligation: undefined, prohibition: rule };
      const [inherited] = (await readPolicy(agreement, { resolve: () => parent })).prohibitions;
      return JSON.stringify(inherited).includes('status');
    };
    const constraint = { leftOperand: 'count', operator: 'lteq', rightOperand: 10, status: 5 };
    expect(await statuses({ action: 'sell', constraint })).toBe(false);
    expect(await statuses({ action: 'sell', constraint: { and: [constraint] } })).toBe(false);
    expect(await statuses({ action: { 'rdf:value': 'sell', refinement: constraint } })).toBe(false);
    expect(await statuses({ action: 'sell', remedy: { action: 'inform', constraint } })).toBe(false);
    expect(toPolicy(house).obligations[0]?.constraints).toMatchObject([{ status: { text: '5' } }]);
  });

  it('finds a parent in its own document, and one that was read already', async () => {
    const inDocument = await readPolicy({ '@context': context, '@graph': [agreement, house] });
    const read = await readPolicy(agreement, { resolve: () => toPolicy(house) });
    const asked = await readPolicy(agreement, { resolve: (id) => (id === 'urn:house' ? house : undefined) });
    expect(inDocument.obligations).toEqual(read.obligations);
    expect(inDocument).toEqual(asked);
  });

  it('inherits through parents of parents, from each once', async () => {
    const documents: Record<string, object> = {
      'urn:1': { uid: 'urn:1', inheritFrom: ['urn:2', 'urn:3'], permission: { action: 'play' } },
      'urn:2': { uid: 'urn:2', inheritFrom: 'urn:3', prohibition: { action: 'sell' }, conflict: 'perm' },
      'urn:3': { uid: 'urn:3', target: 'urn:mask', permission: { action: 'print' }, conflict: 'prohibit' },
    };
    const policy = await readPolicy(
      { uid: 'urn:0', inheritFrom: 'urn:1' },
      { resolve: (id) => Promise.resolve(documents[id]) },
    );
    expect(policy.permissions.map(({ actions }) => actions[0]?.name)).toEqual([odrl('play'), odrl('print')]);
    expect(policy.prohibitions).toMatchObject([{ targets: [{ id: 'urn:mask' }] }]);
    expect(policy.conflict).toBe('invalid');
  });

  it('keeps the name of a parent that nobody gives as not understood', async () => {
    expect((await readPolicy(agreement)).unknown).toEqual(['urn:house']);
    expect((await readPolicy(agreement, { resolve: () => undefined })).unknown).toEqual(['urn:house']);
  });

  it('takes what its parent does not understand', async () => {
    const policy = await readPolicy(agreement, { resolve: () => ({ ...house, strict: true }) });
    expect(policy.unknown).toEqual(['strict']);
  });

  it('from itself is refused with the circle', async () => {
    const circle: Record<string, object> = {
      'urn:a': { uid: 'urn:a', inheritFrom: 'urn:b', permission: { action: 'use' } },
      'urn:b': { uid: 'urn:b', inheritFrom: 'urn:a' },
    };
    const resolve = (id: string) => circle[id];
    await expect(readPolicy(circle['urn:a'], { resolve })).rejects.toThrow(
      invalid('odrl-inherit-circle', { circle: 'urn:a → urn:b → urn:a' }),
    );
    const own = { uid: 'urn:a', inheritFrom: 'urn:a', permission: { action: 'use' } };
    await expect(readPolicy(own)).rejects.toThrow(invalid('odrl-inherit-circle'));
  });

  it('without end is refused after a hundred parents', async () => {
    let asked = 0;
    const resolve = (id: string) => {
      asked += 1;
      return { uid: id, inheritFrom: `${id}x` };
    };
    await expect(readPolicy(agreement, { resolve })).rejects.toThrow(invalid('odrl-parents', { most: 100 }));
    expect(asked).toBe(100);
  });
});
