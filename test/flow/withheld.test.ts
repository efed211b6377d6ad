import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toDisclosed } from '../../src/assistance/record/LoggedAssistance.ts';
import { computeCommitment, type Opening } from '../../src/assistance/record/Opening.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { colourStep as colour, lineStep as line, maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshService } from '../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let mask: bigint;
/** The record that stands. */
let leaf: Hex;
let works = 0;

beforeAll(async () => {
  service = await freshService();
});
afterAll(async () => {
  await service.close();
});

const painter = () => service.as('painter').assistance;
const recordsOf = async () => await service.as('auditor').assistance.of(mask);
const fresh = async () => await picture(`#${(works += 1).toString(16).padStart(6, '0')}`);
/** Another making that comes to the same type. */
const amended = { steps: [line, { ...colour, contribution: 'Chose two of four.' }] };

describe('a record that is withheld', () => {
  let opening: Opening | undefined;
  const keep = (kept: Opening) => {
    opening = kept;
    return Promise.resolve();
  };
  const kept = () => {
    if (opening === undefined) throw new Error('expected an opening');
    return opening;
  };
  /** Everything anybody can read of the work, from the API and from the log. */
  const everything = async () => {
    const answers = await Promise.all(
      [
        `/v1/works/${mask}/assistance`,
        `/v1/works/${mask}/trace`,
        `/v1/log/${(await recordsOf())[0]?.index}`,
      ].map(async (path) => await (await fetch(`${service.url}${path}`)).text()),
    );
    return answers.join('\n');
  };
  beforeEach(async () => {
    opening = undefined;
    const disclosing = { disclosure: 'hashOnly', keep } as const;
    const file = await fresh();
    const { workId, assistance } = await service
      .as('painter')
      .work.register(maskDraft, file, steps, { disclosing });
    mask = workId;
    leaf = assistance?.leafHash ?? '0x';
  });

  it('shows its summary, and no word of its steps', async () => {
    const [logged] = await recordsOf();
    expect(logged?.record).toMatchObject({ disclosure: 'hashOnly', summary: { share: 'combined' } });
    expect((await service.as('auditor').work.find(mask)).aiSummary).toBe(
      'compositeWithTrainedAlgorithmicMedia',
    );
    const shown = await everything();
    for (const word of [line.contribution, colour.contribution, colour.tool.name, kept().salt.slice(2)]) {
      expect(shown).not.toContain(word);
    }
    expect(shown).toContain(computeCommitment(kept()));
  });

  it('is verified by whoever has the opening, and disclosed by its author for everybody', async () => {
    const reader = service.as('auditor').assistance;
    expect((await reader.verify(kept())).leafHash).toBe(leaf);
    await expect(service.as('studio').assistance.disclose(kept())).rejects.toMatchObject({
      code: 'creator-required',
    });
    expect((await recordsOf())[0]?.disclosed).toBeNull();
    const disclosed = await painter().disclose(kept());
    const [logged] = await recordsOf();
    expect(logged?.disclosed?.index).toBe(disclosed.index);
    expect(logged === undefined ? null : toDisclosed(logged)?.steps[1]?.contribution).toBe(
      colour.contribution,
    );
    expect((await painter().disclose(kept())).index).toBe(disclosed.index);
  });

  it('is not opened by anything else', async () => {
    const { record } = kept();
    const forged = { ...kept(), record: { ...record, steps: record.steps.slice(1) } };
    await expect(service.as('auditor').assistance.verify(forged)).rejects.toMatchObject({
      code: 'entry-unknown',
    });
    await expect(painter().disclose(forged)).rejects.toMatchObject({ code: 'entry-unknown' });
    expect((await recordsOf())[0]?.disclosed).toBeNull();
  });

  it('goes on where declaring was cut off, and begins nothing new', async () => {
    const before = (await recordsOf()).length;
    const again = { disclosure: 'hashOnly', keep, kept: kept() } as const;
    expect((await painter().declare(mask, steps, again)).leafHash).toBe(leaf);
    await expect(painter().declare(mask, amended, again)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(painter().declare(mask, steps, { disclosure: 'hashOnly', keep })).rejects.toMatchObject({
      code: 'assistance-conflict',
    });
    expect((await recordsOf()).length).toBe(before);
  });

  it('is never published because nobody said where to keep its opening', async () => {
    const forgotten = { disclosure: 'hashOnly' } as unknown as { disclosure: 'public' };
    await expect(painter().declare(mask, amended, { ...forgotten, amends: leaf })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    expect(await everything()).not.toContain(line.contribution);
  });

  it('is countersigned by a custodian, and by a provider only once everybody can read who that is', async () => {
    const { as, accounts } = service;
    const tool = { ...colour.tool, account: accounts.studio };
    const making = { steps: [line, { ...colour, tool }] };
    const named = await painter().declare(mask, making, { disclosure: 'hashOnly', keep, amends: leaf });
    const sign = () => as('studio').assistance.countersign(mask, named.leafHash, 'toolProvider');
    await expect(sign()).rejects.toMatchObject({ code: 'provider-required' });
    await as('academy').assistance.countersign(mask, named.leafHash, 'custodian');
    await painter().disclose(kept());
    await sign();
    expect((await recordsOf()).at(-1)?.countersignatures.map(({ record }) => record.role)).toEqual([
      'custodian',
      'toolProvider',
    ]);
  });

  it('is read by the readers it is encrypted to, who can prove what it says', async () => {
    const [reader, second, stranger] = await Promise.all([
      painter().makeReader(),
      painter().makeReader(),
      painter().makeReader(),
    ]);
    const readers = [reader.recipient, second.recipient];
    await painter().declare(mask, amended, { disclosure: 'readers', readers, keep, amends: leaf });
    const shown = await everything();
    expect(shown).not.toContain('Chose two of four.');
    for (const recipient of readers) expect(shown).not.toContain(recipient);
    const auditor = service.as('auditor').assistance;
    for (const { identity } of [reader, second]) {
      const opened = await auditor.open(mask, identity);
      expect(opened).toEqual(kept());
      expect((await auditor.verify(opened)).amendedBy).toBeNull();
    }
    await expect(auditor.open(mask, stranger.identity)).rejects.toMatchObject({ code: 'reader-required' });
    await expect(auditor.open(mask, 'AGE-SECRET-KEY-1')).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(auditor.open(mask, reader.identity, leaf)).rejects.toMatchObject({ code: 'entry-unknown' });
    // Encrypted anew it is another text, and the same record.
    const again = { disclosure: 'readers', readers, keep, kept: kept(), amends: leaf } as const;
    await painter().declare(mask, amended, again);
    expect(await recordsOf()).toHaveLength(2);
  });

  it.each([
    ['none', []],
    ['a passphrase', ['correct horse']],
    ['a recipient with a letter changed', ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kudqn2wpsnq0qqf']],
    ['a recipient of another kind', [`age1pq1${'q'.repeat(60)}`]],
  ])('is not registered for readers that are %s', async (_, readers) => {
    const { works: before } = await service.as('auditor').status();
    const disclosing = { disclosure: 'readers', readers, keep } as const;
    await expect(
      service.as('painter').work.register(maskDraft, await fresh(), steps, { disclosing }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
    expect((await service.as('auditor').status()).works).toBe(before);
  });
});
