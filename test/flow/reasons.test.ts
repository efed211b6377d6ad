import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson, hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { curePeriod } from '../../src/terms/Breach.ts';
import { reasons } from '../../src/check/reasons.ts';
import { composeTerms, computeTermsId } from '../../src/terms/Terms.ts';
import { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import { native, type Hex } from '../../src/kernel/values.ts';
import type { Use } from '../../src/work/Uses.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { maskDraft } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { passTime } from '../support/service.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
let names: Record<string, string>;
beforeAll(async () => {
  line = await freshCommandLine();
  names = await play();
}, 120_000);
afterAll(async () => await line.close());

const page = await readFile('docs/reference/reasons.md', 'utf8');
const sections = [...page.matchAll(/^## (\S+)\n(.*?)(?=^## |$(?![\n\s\S]))/gms)].map(
  ([, name = '', text = '']) => ({ name, text }),
);
const examples = [...page.matchAll(/```console\n\$ (.*)\n([^]*?)```/g)].map(
  ([, command = '', said = '']) => ({
    command,
    said: said.trim().split('\n'),
  }),
);

it('every reason has its page, and the service answers with it', async () => {
  expect(sections.map(({ name }) => name)).toEqual([...reasons]);
  for (const { name, text } of sections) {
    expect(text, name).toContain('```console');
    expect(text, name).toContain(`reason ${name}: `);
  }
  const answer = await fetch(`${line.service.url}/docs/reference/reasons.md`);
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
    expect.stringContaining('text/markdown'),
    page,
  ]);
  const decision = await line.service.as('auditor').licence.check({ workId: '5', use: 'display' });
  expect(decision.page).toBe('/docs/reference/reasons.md#work-unknown');
});

// In their order: the last leaves the service without its chain.
it.each(examples)(
  '$command',
  async ({ command, said }) => {
    if (said.some((text) => text.includes('index-behind'))) await loseChain();
    const env = {
      PATH: `${join(import.meta.dirname, '../../bin')}:${process.env['PATH'] ?? ''}`,
      LIANPU_URL: line.service.url,
      ...names,
    };
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} || true`], { env });
    const lines = stdout.split('\n').map((one) => one.trim().replace(/\s+/g, ' '));
    for (const one of said) {
      const literal = one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*');
      expect(lines, stdout).toContainEqual(expect.stringMatching(new RegExp(`^${literal}$`)));
    }
  },
  30_000,
);

async function loseChain(): Promise<void> {
  line.service.provider.destroy();
  await new Promise((resolve) => setTimeout(resolve, 6500));
}

/** What the page's examples are about. */
async function play(): Promise<Record<string, string>> {
  const { as, accounts, contracts, provider, ledger, signerOf } = line.service;
  const plain = { ...maskDraft, moralRights: [] };
  const offer = async (workId: bigint, more: object) =>
    (
      await as('painter').licence.offer(workId, {
        title: { en: 'Terms' },
        uses: ['display'],
        currency: native,
        price: '0',
        attribution: false,
        ...more,
      })
    ).termsId;
  const { workId: mask } = await as('painter').work.register(
    { ...plain, retained: ['aiTraining'], holderUses: ['display'], moralRights: ['attribution'] },
    await picture('#b5201c'),
  );
  const game = await offer(mask, {
    uses: ['embedInGame', 'display', 'reproduce', 'adapt'],
    passOn: ['display'],
    price: `${5n * 10n ** 16n}`,
    revenueShareBps: 1000,
    attribution: true,
    territories: { only: ['035'] },
  });
  const some = [
    game,
    await offer(mask, { uses: ['perform'], nonCommercial: true }),
    await offer(mask, {
      uses: ['distribute'],
      forbidden: [{ actions: ['distribute'], territories: ['150'] }],
    }),
  ];
  for (const termsId of some) await as('studio').licence.acquire(mask, termsId);
  await as('academy').licence.acquire(mask, game);
  await acquireStrange(mask, ['merchandise'], undefined);
  await acquireStrange(mask, ['textAndDataMining'], {
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    '@type': 'Offer',
    permission: [
      {
        action: ['urn:lianpu:odrl-profile:1#textAndDataMining'],
        constraint: [{ leftOperand: 'http://example.org/moonPhase', operator: 'eq', rightOperand: 'full' }],
      },
    ],
  });

  const made = { ...plain, kind: 'derivative' as const, holderUses: ['display' as const] };
  const { workId: skin } = await as('studio').work.register(
    { ...made, sources: [{ workId: `${mask}`, termsId: game }] },
    await picture('#203040'),
  );
  const short = await as('studio').licence.offer(skin, {
    title: { en: 'An hour' },
    uses: ['display'],
    currency: native,
    price: '0',
    duration: 3600,
  });
  await as('platform').licence.acquire(skin, short.termsId);

  const hours = await offer(mask, { uses: ['adapt', 'display'], passOn: ['display'], duration: 5 * 86_400 });
  await as('studio').licence.acquire(mask, hours);
  const { workId: poster } = await as('studio').work.register(
    { ...made, sources: [{ workId: `${mask}`, termsId: hours }] },
    await picture('#405060'),
  );
  const give = async (who: 'painter' | 'studio', workId: bigint) =>
    await (
      await contracts.works.connect(signerOf(who)).transferFrom(accounts[who], accounts.troupe, workId)
    ).wait();
  await give('painter', mask);
  await give('studio', poster);

  const { workId: element } = await as('academy').work.register(
    { ...plain, kind: 'heritage-element', labels: ['TK NC'] },
    await picture('#607080'),
  );
  const copied = await picture('#c0a010');
  await as('painter').work.register(plain, copied);
  await as('troupe').work.register(plain, copied);

  await as('painter').licence.recordBreach(mask, game, accounts.academy, 'unpaid', 'Nothing was paid.');
  await passTime(provider, curePeriod + 1);
  await as('painter').licence.revoke(mask, game, accounts.academy);
  await ledger.reach();
  const people = Object.entries(accounts).map(([who, account]) => [who.toUpperCase(), account]);
  return {
    ...(Object.fromEntries(people) as Record<string, string>),
    MASK: `${mask}`,
    SKIN: `${skin}`,
    POSTER: `${poster}`,
    ELEMENT: `${element}`,
    COPIED: hashBytes(copied),
  };
}

/** Terms that their creator offered without the service: it has no document of them, or one that it does not know. */
async function acquireStrange(workId: bigint, uses: Use[], document: object | undefined): Promise<void> {
  const { contracts, signerOf, ledger, accounts } = line.service;
  const draft = TermsDraft.parse({ title: { en: 'Strange' }, uses, currency: native, price: '0' });
  const { terms } = composeTerms(draft, document);
  await (await contracts.licences.connect(signerOf('painter')).offer(workId, terms)).wait();
  const studio = contracts.licences.connect(signerOf('studio'));
  await (await studio.acquire(workId, terms, accounts.studio, 1, 0n)).wait();
  if (document !== undefined) await ledger.files.write(Buffer.from(canonicalJson(document)));
  const known: Hex = computeTermsId(terms);
  expect(known).toMatch(/^0x/);
}
