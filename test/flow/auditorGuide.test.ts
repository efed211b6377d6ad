import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshService } from '../support/service.ts';

/** Where the page says the service is. */
const written = 'http://127.0.0.1:3000';
const mark = '@@ next command';

let service: Awaited<ReturnType<typeof freshService>>;
let folder: string;
beforeAll(async () => {
  service = await freshService();
  folder = await mkdtemp(join(tmpdir(), 'lianpu-page-'));
  let paid = 0n;
  for (const colour of ['#b5201c', '#203040', '#c0a010']) {
    ({ workId: paid } = await service.as('painter').work.register(maskDraft, await picture(colour), steps));
  }
  await service.as('studio').royalty.pay(paid, 5n * 10n ** 16n);
  const anchored = async () => (await service.ledger.chain.anchored()).size;
  await vi.waitFor(async () => expect(await anchored()).toBe(3), { timeout: 20_000, interval: 100 });
  await service.ledger.reach();
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

it('the commands of the guide for auditors answer as it says', async () => {
  const page = (await readFile('docs/guide/auditor.md', 'utf8')).replaceAll(written, service.url);
  const commands = [...page.matchAll(/```console\n([^]*?)```/g)].flatMap(([, block]) =>
    commandsIn(block ?? ''),
  );
  expect(commands.length).toBeGreaterThan(15);
  // One shell, in which each command finds the exit code of the one before.
  const script = commands.map(({ command }) => `(exit $s)\n${command}\ns=$?; echo '${mark}'`).join('\n');
  const bin = join(import.meta.dirname, '../../bin');
  const { stdout } = await promisify(execFile)('sh', ['-c', `s=0\n${script}`], {
    cwd: folder,
    env: {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      LANG: 'en_GB.UTF-8',
      LIANPU_URL: service.url,
      RPC_URL: service.rpcUrl,
    },
  });
  const answers = stdout.split(`${mark}\n`).slice(0, -1);
  expect(answers).toHaveLength(commands.length);
  commands.forEach(({ command, answer }, i) => {
    expect({ command, answer: answers[i] }).toEqual({ command, answer: expect.stringMatching(answer) });
  });
});

/** Each command, and a pattern of what it answers. */
function commandsIn(block: string): { command: string; answer: RegExp }[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...lines] = part.split('\n');
      const literal = lines.join('\n').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const pattern = literal.replace(/^…\n/gm, '[^]*').replaceAll('…', '[^\\n]*');
      return { command, answer: new RegExp(`^${pattern}$`) };
    });
}
