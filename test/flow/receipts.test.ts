import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from '../../src/kernel/bytesText.ts';
import { canonicalJson, hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import type { Hex } from '../../src/kernel/values.ts';
import type { Row } from '../../src/verify/Verification.ts';
import { gameTerms, maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { passTime } from '../support/service.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
let [mask, terms]: [bigint, Hex] = [0n, '0x'];
beforeAll(async () => {
  line = await freshCommandLine();
  const { as } = line.service;
  ({ workId: mask } = await as('painter').work.register(maskDraft, await picture('#b5201c'), steps));
  ({ termsId: terms } = await as('painter').licence.offer(mask, {
    ...gameTerms,
    duration: 3600,
    territories: { only: ['035'] },
  }));
  await as('studio').licence.acquire(mask, terms);
});
afterAll(async () => await line.close());

const check = (...args: string[]) => line.ask('licence', 'check', `${mask}`, '--use', 'embedInGame', ...args);
const verify = async (file: string, ...args: string[]) => {
  const answer = await line.ask('verify', file, ...args);
  return { ...answer, checked: checked(answer.rows), failed: failed(answer.rows) };
};
const checked = (rows: Row[]) => new Set(rows.filter(({ ok }) => ok !== null).map(({ check }) => check));
const failed = (rows: Row[]) => rows.filter(({ ok }) => ok === false);
const studio = () => ['--licensee', line.service.accounts.studio];

describe('a receipt', () => {
  const receipts = new Map<string, string>();
  const take = async (name: string, ...args: string[]) => {
    const file = join(line.folder, `${name}.json`);
    receipts.set(name, file);
    return await check(...args, '--receipt', file);
  };
  const fileOf = (name: string) => receipts.get(name) ?? '';

  it('is given of each answer, permitted or not, with all it was decided by', async () => {
    expect(await take('permitted', ...studio(), '--territory', 'ID')).toMatchObject({
      exit: 0,
      verdict: 'permitted-with-duties',
      receipt: { author: line.service.accounts.operator },
    });
    expect(await take('denied', ...studio(), '--territory', 'FR')).toMatchObject({ exit: 3 });
    expect(await take('open', ...studio())).toMatchObject({ exit: 4, reason: 'fact-missing' });
    expect(await take('nobody', '--explain')).toMatchObject({ exit: 3, reason: 'no-licence' });
    const file = JSON.parse(await readFile(fileOf('permitted'), 'utf8')) as { documents: string[] };
    expect(file.documents).toHaveLength(1);
  });

  it('holds years later, whatever became of the licence since: it is decided again from the chain’s events', async () => {
    const { as, provider, ledger } = line.service;
    await as('painter').licence.withdraw(mask, terms);
    await passTime(provider, 10_000);
    await ledger.reach();
    expect(await check(...studio(), '--territory', 'ID')).toMatchObject({
      reason: 'licence-expired',
      offers: [],
    });
    for (const [name, verdict] of [
      ['permitted', 'permitted-with-duties'],
      ['denied', 'denied'],
      ['open', 'cannot-tell'],
      ['nobody', 'denied'],
    ] as const) {
      const answer = await verify(fileOf(name));
      expect(answer.checked).toContain('decision');
      expect(answer).toMatchObject({
        exit: 0,
        verdict: 'holds',
        against: 'chain',
        failed: [],
        author: line.service.accounts.operator,
        decision: { verdict },
      });
    }
  });

  it('of a file that was only logged holds by the log’s entry', async () => {
    const { as, accounts, ledger } = line.service;
    const content = { hash: hashBytes(Buffer.from('logged')), mediaType: 'image/png', bytes: 6 };
    const work = {
      title: { en: 'Logged' },
      kind: 'opera-mask',
      creators: [{ name: { en: 'A tool' } }],
      aiSummary: 'digitalCreation',
    };
    const { bulk } = as('operator');
    const { refusedLines } = await bulk.upload(
      `${JSON.stringify({ ...work, content, creator: accounts.painter })}\n`,
      await bulk.pass(),
    );
    expect(refusedLines).toEqual([]);
    await vi.waitUntil(async () => (await ledger.chain.anchored()).size === ledger.log.size(), 10_000);
    const file = join(line.folder, 'logged.json');
    const asked = ['--hash', content.hash, '--use', 'display', '--licensee', accounts.painter];
    expect(await line.ask('licence', 'check', ...asked, '--receipt', file)).toMatchObject({
      exit: 0,
      verdict: 'permitted',
      workId: expect.any(String) as string,
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ logged: [{}] });
    expect(await verify(file)).toMatchObject({ exit: 0 });
  });

  it('is read by people', async () => {
    const { stdout } = await line.read('verify', fileOf('nobody'));
    expect(stdout).toContain('holds: chain 31337');
    expect(stdout).toContain('1. 0x');
    expect(stdout).toContain('no-licence');
  });

  it('of another signer does not hold, where the signer is said', async () => {
    const { operator, painter } = line.service.accounts;
    expect((await verify(fileOf('denied'), '--signer', operator)).exit).toBe(0);
    expect(await verify(fileOf('denied'), '--signer', painter)).toMatchObject({
      exit: 3,
      failed: [{ check: 'signer', expected: painter, got: operator }],
    });
  });

  it('holds against a root that was given, without the chain, by signature, place and documents', async () => {
    const { entry } = JSON.parse(await readFile(fileOf('denied'), 'utf8')) as {
      entry: { root: string; size: number };
    };
    const { exit, checked } = await verify(fileOf('denied'), '--root', entry.root, '--size', `${entry.size}`);
    expect([exit, checked.has('author-signature'), checked.has('decision')]).toEqual([6, true, false]);
  });

  it('in which anything was changed does not hold, and the first thing that differs is named', async () => {
    const file = JSON.parse(await readFile(fileOf('permitted'), 'utf8'));
    const payload = JSON.parse(Buffer.from(file.entry.payload, 'base64').toString());
    const failureOf = async (change: (copy: typeof file) => void) => {
      const copy = structuredClone(file);
      change(copy);
      const answer = await verify(await line.write('changed.json', canonicalJson(copy)));
      return [answer.exit, answer.failed[0]?.check];
    };
    const rewritten = (change: (record: typeof payload.record) => void) => (copy: typeof file) => {
      const again = structuredClone(payload);
      change(again.record);
      copy.entry.payload = toBase64(Buffer.from(canonicalJson(again)));
    };
    expect(await failureOf((copy) => (copy.documents = []))).toEqual([3, 'terms-document']);
    expect(await failureOf((copy) => (copy.entry.index += 1))).toEqual([3, 'inclusion']);
    expect(await failureOf(rewritten(({ decision }) => (decision.verdict = 'permitted')))).toEqual([
      3,
      'entry-subject',
    ]);
    expect(await failureOf(rewritten((record) => (record.documents = [])))).toEqual([3, 'payload-hash']);
    expect(
      await failureOf((copy) => {
        const text = Buffer.from(fromBase64(copy.documents[0])).toString().replace('035', '150');
        copy.documents = [toBase64(Buffer.from(text))];
      }),
    ).toEqual([3, 'terms-document']);
  });

  it('that a service signed and that is not what the chain says does not hold', async () => {
    const { checkWithReceipt } = await import('../../src/check/receipt/checkWithReceipt.ts');
    const { proveReceipt } = await import('../../src/check/receipt/proveReceipt.ts');
    const { ledger, accounts } = line.service;
    const question = {
      workId: mask,
      licensee: accounts.studio,
      use: 'embedInGame',
      territory: 'ID',
    } as const;
    // A service whose index was made up: a licence stands in it that was never sold.
    const lying: typeof ledger = {
      ...ledger,
      recall: (query) =>
        ledger.recall((facts) =>
          query({
            ...facts,
            findHoldings: async (workId, licensee) => {
              const holding = await facts.findHoldings(workId, licensee);
              const licences = (holding?.licences ?? []).map(({ licence, offer }) => ({
                licence: { ...licence, until: 2 ** 33 },
                offer,
              }));
              return holding && { ...holding, licences };
            },
          }),
        ),
    };
    const { verdict, receipt } = await checkWithReceipt(lying, question);
    expect(verdict).toBe('permitted-with-duties');
    const file = await vi.waitFor(
      async () => {
        await ledger.reach();
        return await proveReceipt(ledger, receipt?.index ?? 0);
      },
      { timeout: 20_000, interval: 200 },
    );
    const written = await line.write('lie.json', canonicalJson(file));
    expect(await verify(written)).toMatchObject({
      exit: 3,
      failed: expect.arrayContaining([
        expect.objectContaining({ check: 'decision' }),
        expect.objectContaining({ field: 'verdict', expected: '"denied"', got: '"permitted-with-duties"' }),
      ]) as Row[],
    });
  });

  it('of an entry that is none is not found', async () => {
    await expect(line.service.as('auditor').licence.receipt(0)).rejects.toMatchObject({
      code: 'entry-unknown',
    });
  });

  it('is found in the log by the hash of its decision', async () => {
    const { ledger } = line.service;
    const { entry } = JSON.parse(await readFile(fileOf('denied'), 'utf8')) as {
      entry: { envelope: { subject: Hex }; payload: string; index: number };
    };
    const [found] = ledger.log.entriesOf('decision', entry.envelope.subject);
    expect(found?.index).toBe(entry.index);
    expect(hashBytes(found?.payload ?? new Uint8Array())).toBe(hashBytes(fromBase64(entry.payload)));
  });
});
