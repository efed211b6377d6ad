import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

describe('the pages, for every reader', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage.close();
  });

  for (const look of [
    { dark: false, width: 360 },
    { dark: true, width: 1280 },
  ]) {
    it(`nothing bars a reader, ${look.dark ? 'dark' : 'light'}, ${look.width} wide (WCAG 2.2 AA)`, async () => {
      const page = await stage.visit('', look);
      await page.locator('.status .sound').waitFor();
      await page.locator('.card').first().waitFor();
      expect(await barriersOf(page)).toEqual([]);

      await page.goto(`${stage.service.url}/#/works/${stage.mask}`);
      await page.click('.check button[type=submit]');
      expect(await barriersOf(page)).toEqual([]);
      await page.fill('#licensee', stage.service.accounts.studio);
      for (const use of ['embedInGame', 'aiTraining']) {
        await page.selectOption('#use', use);
        await page.click('.check button[type=submit]');
        await page
          .locator(use === 'aiTraining' ? '.verdict.denied' : '.verdict.permitted-with-duties')
          .waitFor();
        expect(await barriersOf(page)).toEqual([]);
      }

      await page.goto(`${stage.service.url}/#/works/${stage.skin}`);
      await page.locator('.payment').waitFor();
      expect(await barriersOf(page)).toEqual([]);
      await page.goto(`${stage.service.url}/#/audit`);
      await page.locator('.judgement').waitFor();
      expect(await barriersOf(page)).toEqual([]);
      await page.goto(`${stage.service.url}/#/works/1`);
      await page.locator('.failure').waitFor();
      expect(await barriersOf(page)).toEqual([]);
    });
  }

  it('the keyboard alone goes from the gallery to an answer', async () => {
    const page = await stage.visit('');
    await page.locator('.card').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await tabTo(page, () => document.activeElement?.closest('.card') != null);
    await page.keyboard.press('Enter');
    await page.locator('.work').waitFor();
    await tabTo(page, () => document.activeElement?.id === 'licensee');
    await page.keyboard.type(stage.service.accounts.platform);
    await page.keyboard.press('Enter');
    await page.locator('.verdict.denied').waitFor();
  });
});

/** What axe finds wrong: the rule, and where. */
async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

async function tabTo(page: Page, there: () => boolean): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate(there)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('expected to get there with the Tab key');
}
