import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AssistanceRecord, maxAmendments } from '../../src/assistance/record/Assistance.ts';
import { toPayload } from '../../src/log/logSigned.ts';
import { toDisclosed } from '../../src/assistance/record/LoggedAssistance.ts';
import { hexId, type Hex } from '../../src/kernel/values.ts';
import { colourStep as colour, lineStep as line, maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { toRecord } from '../support/records.ts';
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
const recordsOf = async (workId = mask) => await service.as('auditor').assistance.of(workId);
const fresh = async () => await picture(`#${(works += 1).toString(16).padStart(6, '0')}`);
/** Another making that comes to the same type. */
const amended = { steps: [line, { ...colour, contribution: 'Chose two of four.' }] };
const amendedAgain = { steps: [line, { ...colour, contribution: 'Chose none.' }] };

describe('a record that everybody can read', () => {
  beforeEach(async () => {
    const { workId, assistance } = await service.as('painter').work.register(maskDraft, await fresh(), steps);
    mask = workId;
    leaf = assistance?.leafHash ?? '0x';
  });

  it('is amended by its author, again and again, and nothing is erased', async () => {
    const second = await painter().declare(mask, amended, { amends: leaf });
    const third = await painter().declare(mask, amendedAgain, { amends: second.leafHash });
    const records = await recordsOf();
    expect(records.map((one) => [one.leafHash, one.amendedBy])).toEqual([
      [leaf, second.leafHash],
      [second.leafHash, third.leafHash],
      [third.leafHash, null],
    ]);
    expect(toDisclosed(records[0] ?? third)?.steps[1]?.contribution).toBe(colour.contribution);
    // Said again it is the entry that is there.
    expect((await painter().declare(mask, amendedAgain, { amends: second.leafHash })).index).toBe(
      third.index,
    );
    expect(await recordsOf()).toHaveLength(3);
  });

  it('is amended once: of several at the same time one stands, and the others are told', async () => {
    const results = await Promise.allSettled(
      ['one', 'two', 'three', 'four'].map((contribution) =>
        painter().declare(mask, { steps: [line, { ...colour, contribution }] }, { amends: leaf }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'assistance-conflict' });
    }
    expect((await recordsOf()).filter(({ amendedBy }) => amendedBy === null)).toHaveLength(1);
  });

  it('is amended so many times at most: to read them all stays cheap', async () => {
    const { ledger, accounts } = service;
    let amends = leaf;
    for (let at = 1; at < maxAmendments; at += 1) {
      const record = toRecord({ steps }, { workId: `${mask}`, author: accounts.painter, amends, stated: at });
      const payload = toPayload(AssistanceRecord, { record, signature: '0x' });
      const about = { type: 'assistance', subject: hexId(mask), author: accounts.painter } as const;
      amends = (await ledger.log.append({ envelope: about, payload })).leafHash;
    }
    expect(await recordsOf()).toHaveLength(maxAmendments);
    await expect(painter().declare(mask, amended, { amends })).rejects.toMatchObject({
      code: 'assistance-conflict',
      details: { statements: [{ field: 'records', says: maxAmendments }, { field: 'amends' }] },
    });
  });

  it('takes no amendment of something unknown, of another work, of what was amended, or by somebody else', async () => {
    const { workId, assistance } = await service.as('painter').work.register(maskDraft, await fresh(), steps);
    const unknown: Hex = `0x${'ab'.repeat(32)}`;
    for (const amends of [unknown, assistance?.leafHash ?? '0x']) {
      await expect(painter().declare(mask, amended, { amends })).rejects.toMatchObject({
        code: 'entry-unknown',
        details: { got: amends },
      });
    }
    expect(await recordsOf(workId)).toHaveLength(1);
    await painter().declare(mask, amended, { amends: leaf });
    await expect(painter().declare(mask, amendedAgain, { amends: leaf })).rejects.toMatchObject({
      code: 'assistance-conflict',
      details: { statements: [{ field: 'amendedBy' }, { field: 'amends', says: leaf }] },
    });
    await expect(
      service.as('studio').assistance.declare(mask, amended, { amends: leaf }),
    ).rejects.toMatchObject({
      code: 'creator-required',
    });
    // Without saying what it amends it would be a second truth.
    await expect(painter().declare(mask, amendedAgain)).rejects.toMatchObject({
      code: 'assistance-conflict',
      details: { statements: [{ field: 'leafHash' }, { field: 'amends', says: null }] },
    });
    expect(await recordsOf()).toHaveLength(2);
  });

  it('comes to another type only after the token does', async () => {
    const byHand = { steps: [line] };
    await expect(painter().declare(mask, byHand, { amends: leaf })).rejects.toMatchObject({
      code: 'assistance-conflict',
      details: { statements: [{ field: 'token.aiSummary' }, { field: 'summary.digitalSourceType' }] },
    });
    const { contracts, signerOf } = service;
    const digitalCreation = 1;
    const hash = (await service.as('painter').work.find(mask)).metadataHash;
    await (
      await contracts.works.connect(signerOf('painter')).amendMetadata(mask, hash, digitalCreation)
    ).wait();
    expect((await painter().declare(mask, byHand, { amends: leaf })).record.summary.share).toBe('none');
  });

  it('passes to the next creator with the role: who had it amends no more', async () => {
    const { contracts, signerOf, accounts, as } = service;
    await (await contracts.works.connect(signerOf('painter')).proposeCreator(mask, accounts.troupe)).wait();
    await (await contracts.works.connect(signerOf('troupe')).acceptCreator(mask)).wait();
    await expect(painter().declare(mask, amended, { amends: leaf })).rejects.toMatchObject({
      code: 'creator-required',
    });
    await expect(as('troupe').assistance.declare(mask, amended, { amends: leaf })).rejects.toMatchObject({
      code: 'creator-required',
    });
    const own = await as('troupe').assistance.declare(mask, amended);
    expect((await recordsOf()).map((one) => [one.leafHash, one.amendedBy])).toEqual([
      [leaf, null],
      [own.leafHash, null],
    ]);
  });

  it('is countersigned by an accredited custodian, once', async () => {
    const { as, accounts } = service;
    const remark = 'We watched the restoration.';
    const signed = await as('academy').assistance.countersign(mask, leaf, 'custodian', remark);
    expect(signed.record).toMatchObject({ role: 'custodian', author: accounts.academy, remark });
    expect((await as('academy').assistance.countersign(mask, leaf, 'custodian')).index).toBe(signed.index);
    expect((await recordsOf())[0]?.countersignatures).toMatchObject([{ index: signed.index }]);
    await expect(as('studio').assistance.countersign(mask, leaf, 'custodian')).rejects.toMatchObject({
      code: 'custodian-required',
    });
  });

  it('is countersigned by the provider it names, and by no other', async () => {
    const { as, accounts } = service;
    const tool = { ...colour.tool, account: accounts.studio };
    const named = await painter().declare(mask, { steps: [line, { ...colour, tool }] }, { amends: leaf });
    const sign = (who: 'studio' | 'platform', of: Hex) =>
      as(who).assistance.countersign(mask, of, 'toolProvider');
    await expect(sign('platform', named.leafHash)).rejects.toMatchObject({
      code: 'provider-required',
      details: { expected: [accounts.studio], got: accounts.platform },
    });
    await expect(sign('studio', leaf)).rejects.toMatchObject({ code: 'assistance-conflict' });
    expect((await sign('studio', named.leafHash)).record.role).toBe('toolProvider');
    await expect(painter().countersign(mask, named.leafHash, 'toolProvider')).rejects.toMatchObject({
      code: 'assistance-conflict',
      details: { statements: [{ field: 'record.author' }, { field: 'author' }] },
    });
    const unknown: Hex = `0x${'cd'.repeat(32)}`;
    await expect(sign('studio', unknown)).rejects.toMatchObject({ code: 'entry-unknown' });
  });
});
