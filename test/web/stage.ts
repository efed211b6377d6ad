import type { BrowserContext, Page } from 'playwright-core';
import { native } from '../../src/kernel/values.ts';
import { launchBrowser } from '../support/browser.ts';
import { gameTerms, maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshService } from '../support/service.ts';

interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
}

/** The pages as `npm run build` made them (no test builds: others serve them meanwhile), a service behind them with a mask and a game skin made from it, and a browser. */
export async function openStage() {
  const [service, browser] = await Promise.all([freshService(), launchBrowser()]);
  const works = await play(service);
  const complaints: string[] = [];
  let context: BrowserContext | undefined;
  let stopped: Promise<void> | undefined;
  return {
    service,
    ...works,
    /** What the browser complained of, on any page. */
    complaints,
    /** A page in a browser that keeps nothing from the last visit. */
    visit: async (hash: string, { width = 1280, height = 900, dark = false }: Look = {}): Promise<Page> => {
      await context?.close();
      context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale: 'en',
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${service.url}/${hash}`);
      return page;
    },
    /** Stops the service, as a machine that goes down does. */
    stop: () => (stopped ??= service.close()),
    close: async () => {
      await browser.close();
      await (stopped ??= service.close());
    },
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A mask is registered and licensed to a studio, its skin earns one coin, and the money goes upstream. */
async function play({ as, accounts }: Awaited<ReturnType<typeof freshService>>) {
  const { painter, troupe, studio } = accounts;
  const shared = [
    { account: painter, shareBps: 8500 },
    { account: troupe, shareBps: 1500 },
  ];
  const draft = {
    ...maskDraft,
    creators: [{ name: { en: 'Shen Yunzhi', zh: '沈云织' }, account: painter }],
    traits: {
      pattern: 'whole-face',
      colours: [{ colour: 'red', hex: '#b5201c', meaning: { en: 'loyalty and courage', zh: '忠勇' } }],
      plays: [{ en: 'Huarong Pass', zh: '华容道' }],
    },
    claims: [
      { trait: 'colour', value: 'red', source: 'One handbook' },
      { trait: 'colour', value: 'purple', source: 'Another handbook' },
    ],
    payees: shared,
    regime: { registrar: accounts.auditor, minHolding: 30 * 86_400, maxTransfers: 12 },
  };
  const { workId: mask } = await as('painter').work.register(draft, await picture('#b5201c'), steps);
  const { termsId } = await as('painter').licence.offer(mask, gameTerms);
  await as('studio').licence.acquire(mask, termsId, { units: 2 });
  // Where it may be performed is said by a document only, and the offer was taken back.
  const { termsId: stageTerms } = await as('painter').licence.offer(mask, {
    ...gameTerms,
    uses: ['perform'],
    passOn: [],
    price: '0',
    territories: { only: ['035'] },
  });
  await as('platform').licence.acquire(mask, stageTerms);
  await as('painter').licence.withdraw(mask, stageTerms);
  await as('painter').licence.recordBreach(mask, termsId, studio, 'unattributed', 'No name in the credits.');
  const { workId: skin } = await as('studio').work.register(
    {
      title: { en: 'Guan Yu, game skin', zh: '关羽皮肤' },
      kind: 'derivative',
      creators: [{ name: { en: 'Lantern Fox Games' }, account: studio }],
      sources: [{ workId: `${mask}`, termsId }],
    },
    await picture('#1d4f91'),
  );
  await as('platform').royalty.pay(skin, 10n ** 18n);
  await as('platform').royalty.settle(skin, native);
  await as('painter').royalty.claim();
  return { mask, skin, termsId };
}
