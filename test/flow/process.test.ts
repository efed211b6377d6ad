import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { readSessionFile } from '../../src/process/recorder/readSessionFile.ts';
import { startSession } from '../../src/process/recorder/startSession.ts';
import type { Row } from '../../src/verify/Verification.ts';
import { computeWorkId } from '../../src/work/computeWorkId.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { startCli } from '../src/cli/spawnCli.ts';
import { maskDraft } from '../support/drafts.ts';
import { failedChecks } from '../support/grounds.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
/** What the story has made so far. */
const made = { session: '', pack: '', root: '', secret: 'a red face with a flame, as my teacher drew it' };

beforeAll(async () => (line = await freshCommandLine()));
afterAll(async () => await line.close());

const add = async (kind: string, ...args: string[]) =>
  await line.done(null, 'process', 'add', made.session, '--kind', kind, ...args);
const verify = async (...args: string[]) => {
  const { exit, ...report } = await line.ask('process', 'verify', ...args);
  return { exit, verdict: report.verdict, report, failed: failedChecks(report.rows as Row[]) };
};
const disclose = async (name: string, ...args: string[]) => {
  const out = join(line.folder, name);
  const told = await line.done(null, 'process', 'disclose', made.session, ...args, '--out', out);
  return { out, told };
};

describe('a session on the command line', () => {
  it('is begun, and records a prompt, a seed and a choice, with or without keeping them', async () => {
    made.session = join(line.folder, 'mask.session');
    const started = await line.done('painter', 'process', 'start', made.session);
    expect(started.author).toBe(line.service.accounts.painter);
    expect(await line.refused('painter', 'process', 'start', made.session)).toMatchObject({ exit: 2 });
    const prompt = await add('prompt', '--text', made.secret, '--label', 'first idea');
    expect(prompt).toMatchObject({ number: 1, contentHash: hashBytes(Buffer.from(made.secret)) });
    await add('seed', '--text', '1861', '--no-keep');
    const sketch = await line.write('sketch.txt', 'lines');
    expect(await add('choice', sketch)).toMatchObject({ number: 3, label: sketch });
    expect(
      await line.refused(null, 'process', 'add', made.session, '--kind', 'dance', '--text', 'x'),
    ).toMatchObject({ exit: 2 });
    expect(await line.refused(null, 'process', 'add', made.session, '--kind', 'edit')).toMatchObject({
      exit: 2,
    });
    expect(
      await line.refused(null, 'process', 'add', made.session, 'nowhere.png', '--kind', 'edit'),
    ).toMatchObject({ exit: 2 });
    const shown = await line.done(null, 'process', 'show', made.session);
    expect(shown).toMatchObject({ count: 3, torn: 0, jumps: [] });
    // For its owner's eyes, and still no salt: whoever has those can open commitments.
    expect(JSON.stringify(shown)).not.toContain('alt"');
  });

  it('watches a folder of drafts until Ctrl-C, logs its head, and lets no other recorder in', async () => {
    const drafts = join(line.folder, 'drafts');
    await mkdir(drafts);
    const args = [
      'process',
      'watch',
      made.session,
      drafts,
      '--stable',
      '100',
      '--rescan',
      '300',
      '--log-every',
      '1',
      '--json',
    ];
    const { url, keys } = line.service;
    const watcher = startCli(args, { LIANPU_URL: url, LIANPU_KEY: keys.painter });
    if (watcher.stdout === null || watcher.stderr === null) throw new Error('expected pipes');
    const [out, err] = [text(watcher.stdout), text(watcher.stderr)];
    const recorded = async (number: number) => {
      for (let tries = 0; readSessionFile(made.session).events.length < number; tries += 1) {
        if (tries > 300)
          throw new Error(
            `expected ${number} events, got ${await Promise.race([err, Promise.resolve('fewer')])}`,
          );
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await writeFile(join(drafts, 'face.svg'), 'first draft');
    await recorded(4);
    expect(
      await line.refused(null, 'process', 'add', made.session, '--kind', 'edit', '--text', 'x'),
    ).toMatchObject({
      exit: 7,
      code: 'store-unreachable',
    });
    await writeFile(join(drafts, 'face.svg'), 'second draft');
    await recorded(5);
    watcher.kill('SIGINT');
    const [code] = (await once(watcher, 'close')) as [number];
    expect({ code, err: await err }).toEqual({ code: 0, err: '' });
    const lines = (await out)
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, unknown>);
    expect(lines.slice(0, -1)).toMatchObject([
      { number: 4, kind: 'draft', label: 'face.svg' },
      { number: 5, kind: 'draft', label: 'face.svg' },
    ]);
    expect(lines.at(-1)).toMatchObject({ count: 5 });
    const session = readSessionFile(made.session);
    const heads = await line.service.as('auditor').process.heads(session.session);
    expect(heads.at(-1)?.record).toMatchObject({ count: 5, head: session.head });
  });

  it('keeps watching where the service is gone, says so, and ends all the same', async () => {
    const file = join(line.folder, 'alone.session');
    startSession(file, line.service.accounts.painter);
    const drafts = join(line.folder, 'alone');
    await mkdir(drafts);
    await writeFile(join(drafts, 'a.txt'), 'a');
    const watcher = startCli(['process', 'watch', file, drafts, '--stable', '50', '--log-every', '1'], {
      LIANPU_URL: 'http://127.0.0.1:1',
      LIANPU_KEY: line.service.keys.painter,
    });
    if (watcher.stderr === null) throw new Error('expected pipes');
    const err = text(watcher.stderr);
    for (let tries = 0; readSessionFile(file).events.length < 1 && tries < 300; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    watcher.kill('SIGINT');
    expect(await once(watcher, 'close')).toEqual([0, null]);
    expect(await err).toContain('service-unreachable');
    expect(readSessionFile(file).events).toHaveLength(1);
  });

  it('discloses what is chosen, and the pack holds against the chain, offline, and for the work', async () => {
    const png = await line.picture('#b5201c');
    await add('layerExport', png, '--label', 'final');
    await line.done('painter', 'process', 'log', made.session);
    // Logged again it is the entry that is there.
    const { index } = await line.done('painter', 'process', 'log', made.session);
    expect((await line.done('painter', 'process', 'log', made.session)).index).toBe(index);
    const { out, told } = await disclose(
      'pack.json',
      '--events',
      '2,4-6',
      '--without-label',
      '4',
      '--with-content',
      '5',
    );
    made.pack = out;
    expect(told).toMatchObject({ disclosed: 4, closed: 2 });
    // How many more there are depends on when the head was logged while watching.
    expect((told.heads as { count: number }[]).at(-1)?.count).toBe(6);
    const pack = await readFile(out, 'utf8');
    expect(pack).not.toContain('first idea');
    expect(pack).not.toContain(hashBytes(Buffer.from(made.secret)));

    const held = await verify(out);
    expect(held).toMatchObject({
      exit: 0,
      verdict: 'holds',
      report: { against: 'chain', closed: 2, jumps: [] },
    });
    const workId = computeWorkId(line.service.accounts.painter, hashBytes(await readFile(png)));
    expect(held.report.events.at(-1)).toMatchObject({ label: 'final', workId: `${workId}` });
    expect(Number(held.report.events.at(-1).before.timestamp)).toBeGreaterThan(1_700_000_000);
    expect(await verify(out, '--work', `${workId}`)).toMatchObject({ exit: 0 });
    expect(await verify(out, '--work', '7')).toMatchObject({
      exit: 3,
      failed: ['work-file'],
    });

    made.root =
      (JSON.parse(pack) as { heads: { anchor: { root: string } }[] }).heads.at(-1)?.anchor.root ?? '';
    const offline = ['--root', made.root, '--rpc', 'http://127.0.0.1:1'];
    expect(await verify(out, ...offline)).toMatchObject({
      exit: 6,
      verdict: 'holds',
      report: { against: 'root' },
    });
    // The work it is the file of is not registered yet: the proof is older.
    const draft = await line.json('mask.json', maskDraft);
    const registered = await line.done('painter', 'work', 'register', png, '--draft', draft);
    expect(registered.workId).toBe(`${workId}`);
    const before = held.report.events.at(-1).before.block as number;
    expect(before).toBeLessThan(registered.block);
  });

  it('tells by its exit code that a pack does not hold, or that nobody can tell', async () => {
    const pack = await readFile(made.pack, 'utf8');
    const changed = await line.write('changed.json', pack.replace('"kind":"seed"', '"kind":"edit"'));
    expect(await verify(changed)).toMatchObject({ exit: 3, verdict: 'does-not-hold' });
    expect(await verify(made.pack, '--root', `0x${'ab'.repeat(32)}`)).toMatchObject({ exit: 3 });
    const early = (JSON.parse(pack) as { heads: { anchor: { root: string } }[] }).heads[0]?.anchor.root ?? '';
    if (early !== made.root) expect(await verify(made.pack, '--root', early)).toMatchObject({ exit: 4 });
    const nowhere = await line.refused(null, 'process', 'verify', made.pack, '--rpc', 'http://127.0.0.1:1');
    expect(nowhere).toMatchObject({ exit: 7, code: 'chain-unreachable' });
    const moved = await line.write('moved.json', pack.replace(/"block":\d+/g, '"block":1'));
    const elsewhere = await verify(moved);
    expect(elsewhere.exit).toBe(3);
    expect(elsewhere.failed).toEqual(['anchor-block']);
    const other = await line.write('other.json', pack.replace(/"chainId":\d+/, '"chainId":1'));
    const mismatch = await verify(other);
    expect([mismatch.exit, mismatch.failed]).toEqual([3, ['head-signature', 'chain']]);
    const none = await line.write('none.json', '{"type":"processPack"}');
    expect(await line.refused(null, 'process', 'verify', none)).toMatchObject({
      exit: 2,
      code: 'input-invalid',
    });
    const twice = await line.write('twice.json', pack.replace('"version":1', '"version":1,"version":1'));
    expect(await line.refused(null, 'process', 'verify', twice)).toMatchObject({
      exit: 2,
      code: 'json-malformed',
    });
  });

  it('refuses to disclose what is not logged, not kept, or not there', async () => {
    const refused = async (...args: string[]) =>
      await line.refused(
        null,
        'process',
        'disclose',
        made.session,
        ...args,
        '--out',
        join(line.folder, 'no.json'),
      );
    await add('edit', '--text', 'not logged yet');
    expect(await refused('--events', '7')).toMatchObject({ exit: 5, code: 'entry-unknown' });
    expect(await refused('--events', '8')).toMatchObject({ exit: 2, code: 'input-invalid' });
    expect(await refused('--events', '2', '--with-content', '2')).toMatchObject({
      exit: 5,
      code: 'content-unknown',
    });
    expect(await refused('--events', '1', '--with-content', '3')).toMatchObject({ exit: 2 });
    expect(
      await line.refused(null, 'process', 'disclose', made.session, '--events', '1', '--out', made.pack),
    ).toMatchObject({
      exit: 2,
      details: { file: made.pack },
    });
  });

  it('people read the verdict, the gaps and what is withheld', async () => {
    const shown = await line.read('process', 'verify', made.pack, '--gap', '1');
    expect(shown.code).toBe(0);
    for (const words of ['holds, by the chain', '6 events, 2 not disclosed', '(withheld)', 'seed']) {
      expect(shown.stdout).toContain(words);
    }
    expect((await line.read('process', 'show', made.session)).stdout).toContain('first idea');
  });
});
