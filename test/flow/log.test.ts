import { once } from 'node:events';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../src/kernel/json/canonicalJson.ts';
import type { Facts } from '../../src/ports/Ledger.ts';
import type { Bundle } from '../../src/log/Bundle.ts';
import { proveEntry } from '../../src/log/proveEntry.ts';
import { hexId } from '../../src/kernel/values.ts';
import type { Row } from '../../src/verify/Verification.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { toRefusal, runCli } from '../src/cli/spawnCli.ts';
import { maskDraft, steps } from '../support/drafts.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
/** A copy of the log as others keep one. */
let copy: string;
const anchored = async () => (await line.service.ledger.chain.anchored()).size;

beforeAll(async () => {
  line = await freshCommandLine();
  const painter = line.service.as('painter');
  for (const colour of ['#b5201c', '#203040', '#c0a010']) {
    const file = await line.picture(colour);
    await painter.work.register(maskDraft, new Uint8Array(await readFile(file)), steps);
  }
  await vi.waitFor(async () => expect(await anchored()).toBe(3), { timeout: 20_000, interval: 100 });
  copy = join(line.folder, 'copy');
  await cp(line.service.ledger.log.folder, copy, { recursive: true });
});
afterAll(async () => await line.close());

const ask = async (...args: string[]) => {
  const answer = await line.ask(...args);
  return { ...answer, failed: (answer.rows as Row[]).filter(({ ok }) => ok === false) };
};

describe('lianpu log verify', () => {
  it('audits the service’s log, and a folder with the key and contract it should have', async () => {
    const { log, deployment } = await line.service.as('auditor').status();
    const holds = { verdict: 'holds', size: 3, root: log.root, anchored: 3, failed: [] };
    const audited = await ask('log', 'verify');
    expect(audited).toMatchObject({ exit: 0, origin: log.origin, ...holds });
    expect((audited.rows as Row[]).map(({ check, ok }) => [check, ok])).toEqual([
      ['origin', true],
      ['checkpoint-signature', true],
      ['entries', true],
      ['anchors', true],
      ['checkpoint-root', true],
    ]);
    const known = ['--key', log.verifierKey, '--contract', deployment.log];
    const [own, others] = await Promise.all([
      ask('log', 'verify', line.service.folder, ...known),
      ask('log', 'verify', copy, ...known, '--url', 'http://127.0.0.1:1'),
    ]);
    expect([own, others]).toMatchObject([
      { exit: 0, ...holds },
      { exit: 0, ...holds },
    ]);
  });

  it('says where the chain was not asked', async () => {
    const nowhere = ['--url', 'http://127.0.0.1:1', '--rpc', 'http://127.0.0.1:1'];
    expect(await line.ask('log', 'verify', copy, '--offline', ...nowhere)).toMatchObject({
      exit: 6,
      verdict: 'holds',
      against: 'itself',
      anchors: null,
    });
    const { code, stdout } = await line.read('log', 'verify', copy, '--offline');
    expect([code, /not checked +anchors on the chain/.test(stdout)]).toEqual([6, true]);
  });

  it('names the entry that somebody altered', async () => {
    const altered = join(line.folder, 'altered');
    await cp(copy, altered, { recursive: true });
    const place = join(altered, 'tile', 'entries', '000.p', '3');
    const bytes = await readFile(place);
    bytes[89 + 60] = (bytes[89 + 60] ?? 0) ^ 1;
    await writeFile(place, bytes);
    expect(await ask('log', 'verify', altered)).toMatchObject({
      exit: 3,
      verdict: 'does-not-hold',
      failed: [{ check: 'entries' }, { check: 'tile', entry: 1, last: 1, file: 'tile/entries/000.p/3' }],
    });
    await rm(place);
    expect(await ask('log', 'verify', altered)).toMatchObject({
      exit: 3,
      failed: [{ check: 'entries' }, { check: 'tile', entry: 0, got: null }],
    });
  });

  it('is not told another contract’s or chain’s log for this one', async () => {
    const { works } = line.service.deployment;
    expect(await ask('log', 'verify', copy, '--contract', works)).toMatchObject({
      exit: 3,
      failed: [{ check: 'origin' }],
    });
  });

  it.each<[string, RequestListener, object]>([
    ['404', (_, response) => void response.writeHead(404).end(), { exit: 5, code: 'log-unknown' }],
    [
      'a web page',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
      { exit: 5, code: 'log-unknown' },
    ],
    [
      'a page that says it is text',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('<!doctype html>'),
      { exit: 2, code: 'checkpoint-invalid' },
    ],
    ['503', (_, response) => void response.writeHead(503).end(), { exit: 7, code: 'service-unreachable' }],
    ['nothing', (_, response) => void response.socket?.destroy(), { exit: 7, code: 'service-unreachable' }],
  ])('is refused where an address answers with %s', async (_, answer, refusal) => {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const refused = await line.refused(null, 'log', 'verify', `http://127.0.0.1:${port}/log`);
    server.close();
    expect(refused).toMatchObject({ ...refusal, stdout: '' });
  });

  it('is refused where there is no such folder, no chain, or no such key', async () => {
    const verify = (...args: string[]) => line.refused(null, 'log', 'verify', ...args);
    expect(await verify(join(line.folder, 'nothing'))).toMatchObject({ exit: 5, code: 'log-unknown' });
    expect(await verify(copy, '--rpc', 'http://127.0.0.1:1')).toMatchObject({
      exit: 7,
      code: 'chain-unreachable',
    });
    expect(await verify(copy, '--key', 'lianpu+00000000+AA==')).toMatchObject({
      exit: 2,
      code: 'input-invalid',
    });
    const ran = await runCli(['log', 'verify', copy, '--url', 'http://127.0.0.1:1', '--json']);
    expect(toRefusal(ran)).toMatchObject({ exit: 7, code: 'service-unreachable' });
  });
});

describe('lianpu log prove', () => {
  const prove = async (...args: string[]) => {
    const file = join(line.folder, `${args.join('-').replaceAll('/', '')}.json`);
    expect(await line.done(null, 'log', 'prove', ...args, '-o', file)).toMatchObject({ file });
    return file;
  };
  const nowhere = ['--url', 'http://127.0.0.1:1'];

  it('writes what proves an entry to whoever has a chain to ask, and no service', async () => {
    const { log, deployment } = await line.service.as('auditor').status();
    const file = await prove('1');
    const known = ['--key', log.verifierKey, '--contract', deployment.log];
    const { record } = JSON.parse(Buffer.from(line.service.ledger.log.entry(1)?.payload ?? []).toString());
    expect(await line.ask('verify', file, ...known, ...nowhere)).toMatchObject({
      exit: 0,
      verdict: 'holds',
      against: 'chain',
      index: 1,
      envelope: { type: 'assistance', author: record.author },
    });
    const { code, stdout } = await line.read('verify', file);
    expect(code).toBe(0);
    expect(stdout).toContain(`assistance record of work ${record.workId} by ${record.author}`);
    expect(stdout).toMatch(/steps +2 steps: 1 by people, 1 by AI, 0 by both/);
  });

  it('finds the entry about a work, and writes canonical JSON to stdout', async () => {
    const { record } = JSON.parse(Buffer.from(line.service.ledger.log.entry(2)?.payload ?? []).toString());
    const { code, stdout } = await line.read('log', 'prove', '--work', record.workId);
    expect([code, canonicalJson(JSON.parse(stdout))]).toEqual([0, stdout.trimEnd()]);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'lianpu-entry', index: 2 });
  });

  it('is checked against a root without the chain, which the exit code says', async () => {
    const file = await prove('0');
    const { root, size } = JSON.parse(await readFile(file, 'utf8')) as { root: string; size: number };
    const offline = ['--rpc', 'http://127.0.0.1:1', ...nowhere];
    const against = (...args: string[]) => ask('verify', file, ...offline, ...args);
    expect(await against('--root', root, '--size', `${size}`)).toMatchObject({ exit: 6, against: 'root' });
    expect(await against('--root', `0x${'0'.repeat(64)}`, '--size', `${size}`)).toMatchObject({
      exit: 3,
      verdict: 'does-not-hold',
      failed: [{ check: 'root', got: root }],
    });
    expect(await line.refused(null, 'verify', file, '--root', root)).toMatchObject({ exit: 2 });
    expect(await line.refused(null, 'verify', file, ...offline)).toMatchObject({
      exit: 7,
      code: 'chain-unreachable',
    });
  });

  it('does not hold with another transaction, nor with another payload', async () => {
    const bundle = JSON.parse(await readFile(await prove('2'), 'utf8')) as Bundle;
    const { hash } = (await line.service.provider.getBlock('latest')) ?? { hash: '' };
    const others: [object, string][] = [
      [{ ...bundle, anchor: { ...bundle.anchor, transaction: hash } }, 'anchor'],
      [{ ...bundle, payload: 'e30=' }, 'payload-hash'],
      [{ ...bundle, chainId: 1 }, 'checkpoint-origin'],
    ];
    for (const [other, check] of others) {
      const file = await line.json('other.json', other);
      expect(await ask('verify', file)).toMatchObject({ exit: 3, failed: [{ check }] });
    }
  });

  it('a file that is no bundle is refused with exit code 2', async () => {
    const text = await readFile(await prove('2'), 'utf8');
    const files: [string, string][] = [
      ['{', 'json-malformed'],
      [text.replace('{', '{"version":1,'), 'json-malformed'],
      [text.replace('"version":1', '"version":9007199254740993'), 'json-malformed'],
      [text.replace('"version":1', '"version":2'), 'input-invalid'],
      [text.replace('lianpu-entry', 'lianpu-poem'), 'input-invalid'],
      [text.replace('lianpu-entry', 'constructor'), 'input-invalid'],
      ['[]', 'input-invalid'],
      [`${'['.repeat(100)}${']'.repeat(100)}`, 'input-invalid'],
      [' '.repeat(17 * 2 ** 20), 'content-too-large'],
    ];
    for (const [content, code] of files) {
      const file = await line.write('malformed.json', content);
      expect(await line.refused(null, 'verify', file)).toMatchObject({ exit: 2, code });
    }
    expect(await line.refused(null, 'verify', 'nothing.json')).toMatchObject({ exit: 2 });
  });

  it('an entry that is not there, or not anchored yet, is refused', async () => {
    const refused = (...args: string[]) => line.refused(null, 'log', 'prove', ...args);
    expect(await refused('999')).toMatchObject({ exit: 5, code: 'entry-unknown' });
    expect(await refused('--work', '1')).toMatchObject({ exit: 5, code: 'entry-unknown' });
    expect(await refused('1', '--work', '1')).toMatchObject({ exit: 2, code: 'input-invalid' });
    expect(await refused('-1')).toMatchObject({ exit: 2 });
    const { ledger, accounts } = line.service;
    const { index } = await ledger.log.append({
      envelope: { type: 'process', subject: hexId(5n), author: accounts.painter },
      payload: Buffer.from('{}'),
    });
    // Asked as it would be before the index has read the anchor.
    const unanchored = {
      ...ledger,
      read: <T>(query: (facts: Facts) => Promise<T>) =>
        ledger.read((facts) => query({ ...facts, anchorFrom: () => Promise.resolve(null) })),
    };
    await expect(proveEntry(unanchored, index)).rejects.toMatchObject({ code: 'entry-unanchored' });
  });
});
