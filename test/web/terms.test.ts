import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import axe from 'axe-core';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import { openStage, type Stage } from './stage.ts';

describe('terms, for those who offer and those who read them', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage.close();
  });

  const answer = async (page: Page, answers: Record<string, string>) => {
    for (const [name, value] of Object.entries(answers)) {
      await page.check(`input[name=${name}][value=${value}]`);
    }
  };

  it('five answers come to terms in words, to download and to offer', async () => {
    const page = await stage.visit('#/terms');
    await page.locator('.question').first().waitFor();
    expect(await page.locator('.question').count()).toBeLessThanOrEqual(5);
    await answer(page, { change: 'no', gain: 'share', ai: 'no', approve: 'yes', time: 'year' });
    expect(await page.locator('.words').count()).toBe(0);
    await page.fill('#price', '0.02');
    await page.fill('#share', '12.5');
    const words = await page.locator('.words li').allInnerTexts();
    expect(words).toContain('A licence costs 0.02 ETH.');
    expect(words.join(' ')).toContain('12.5 %');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
    const written = JSON.parse(await readFile(await download.path(), 'utf8')) as z.input<typeof TermsDraft>;
    expect(TermsDraft.parse(written)).toMatchObject({
      price: 20_000_000_000_000_000n,
      revenueShareBps: 1250,
      approvalRequired: true,
    });
    const { termsId } = await stage.service.as('painter').licence.offer(stage.mask, written);
    await page.goto(`${stage.service.url}/#/works/${stage.mask}`);
    await page.locator(`#offer-${termsId} summary`).click();
    await page.locator(`#offer-${termsId} .words li`, { hasText: 'You must credit the creator.' }).waitFor();
    expect(stage.complaints).toEqual([]);
  });

  it('another answer changes the words at once, in the reader’s language', async () => {
    const page = await stage.visit('#/terms');
    await page.locator('.question').first().waitFor();
    await answer(page, { change: 'yes', gain: 'no', ai: 'yes', approve: 'no', time: 'endless' });
    await page.locator('.words li', { hasText: 'train AI on it' }).first().waitFor();
    await answer(page, { ai: 'no' });
    expect((await page.locator('.words li').allInnerTexts()).join(' ')).not.toContain('train AI');
    await page.check('input[name=language][value=zh]');
    await page.locator('.words li', { hasText: '您必须：署名创作者。' }).waitFor();
    await page.locator('legend', { hasText: '他人可以改编它吗？' }).waitFor();
  });

  it('a price that is none is refused beside its field', async () => {
    const page = await stage.visit('#/terms');
    await page.locator('.question').first().waitFor();
    await answer(page, { change: 'no', gain: 'price', ai: 'no', approve: 'no', time: 'year' });
    for (const wrong of ['0', '-1', 'much', '1e3', '0.0000000000000000001']) {
      await page.fill('#price', wrong);
      expect(await page.locator('#price').getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('#price-fault').innerText()).not.toBe('');
      expect(await page.locator('.words').count()).toBe(0);
    }
  });

  it('nothing bars a reader (WCAG 2.2 AA), and the keyboard is enough', async () => {
    for (const look of [
      { dark: false, width: 360 },
      { dark: true, width: 1280 },
    ]) {
      const page = await stage.visit('#/terms', look);
      await page.locator('.question').first().waitFor();
      await answer(page, { change: 'no', gain: 'share', ai: 'no', approve: 'no', time: 'year' });
      await page.fill('#price', 'x');
      expect(await barriersOf(page)).toEqual([]);
      await page.fill('#price', '1');
      await page.fill('#share', '1');
      await page.locator('.result summary').click();
      expect(await barriersOf(page)).toEqual([]);
    }
    const page = await stage.visit('#/terms');
    await page.locator('input[name=change]').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.isChecked('input[name=change][value=shareAlike]')).toBe(true);
  });
});

async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
    );
  });
}
