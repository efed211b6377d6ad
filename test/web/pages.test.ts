import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

describe('the pages', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage.close();
  });
  afterEach(() => {
    expect(stage.complaints.splice(0)).toEqual([]);
  });

  it('the gallery shows every work, with its picture and what the creator keeps', async () => {
    const page = await stage.visit('');
    await page.locator('.card').nth(1).waitFor();
    expect(await page.locator('.card').count()).toBe(2);
    const loaded = () =>
      [...document.querySelectorAll('img')].every((one) => one.complete && one.naturalWidth > 0);
    await page.waitForFunction(loaded);
    expect(await page.locator('.card img').first().getAttribute('alt')).toContain('Mask of Guan Yu');
    expect(await page.locator('.card .kept li').allInnerTexts()).toContain('AI training');
    await page.locator('.status .sound').waitFor();
  });

  it('a reader loads one script, without what only writers need', async () => {
    const page = await stage.visit('');
    await page.locator('.card').first().waitFor();
    await page.click('.card a');
    await page.locator('.work').waitFor();
    const loaded = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ encodedBodySize }) => encodedBodySize),
    );
    expect(loaded).toHaveLength(1);
    expect(loaded[0]).toBeLessThan(400_000);
  });

  it('cards stay where they are while the rest of the page comes in', async () => {
    for (const width of [360, 1280]) {
      const page = await stage.visit('', { width, height: 740 });
      await page.locator('.status .sound').waitFor();
      await page.locator('.card').first().waitFor();
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const sum = (entries: PerformanceEntryList) =>
              entries.reduce(
                (total, entry) => total + (entry as PerformanceEntry & { value: number }).value,
                0,
              );
            new PerformanceObserver((list) => resolve(sum(list.getEntries()))).observe({
              type: 'layout-shift',
              buffered: true,
            });
            setTimeout(() => resolve(0), 500);
          }),
      );
      expect(shift).toBeLessThan(0.01);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it('titles and texts are in the chosen language, on the next visit, too', async () => {
    const page = await stage.visit('');
    await page.locator('.card').first().waitFor();
    await page.check('input[value=zh]', { force: true });
    await page.locator('.card h2', { hasText: '关羽脸谱' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh');
    expect(await page.locator('.card h2 span').first().getAttribute('lang')).toBe('zh');
    await page.reload();
    await page.locator('.card h2', { hasText: '关羽脸谱' }).waitFor();
  });

  it('a kind has its own address, and shows its own works', async () => {
    const page = await stage.visit('');
    await page.click('.filter a[href="#/?kind=derivative"]');
    await page.locator('.filter [aria-current]', { hasText: 'Derivatives' }).waitFor();
    await page.locator('.card', { hasText: 'game skin' }).waitFor();
    expect(await page.locator('.card').count()).toBe(1);
    await page.click('.filter a[href="#/?kind=heritage-element"]');
    await page.locator('.gallery .plain', { hasText: 'No work' }).waitFor();
  });

  it('going back to the gallery finds it where it was left', async () => {
    const page = await stage.visit('', { width: 360, height: 320 });
    await page.locator('.card').nth(1).waitFor();
    await page.evaluate(() => scrollTo({ top: 200, behavior: 'instant' }));
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.card a')[1]?.click());
    await page.locator('.work').waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await page.locator('.card').nth(1).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(200);
  });

  it('a work’s page shows what the creator keeps, the colours’ meaning and both sides of a dispute', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await page.locator('.work').waitFor();
    const kept = await page.locator('.face .labels.kept li').allInnerTexts();
    expect(kept).toEqual(['AI training', 'AI generation']);
    expect(await page.locator('.colours circle').getAttribute('fill')).toBe('#b5201c');
    expect(await page.locator('.colours .meaning').innerText()).toBe('loyalty and courage');
    expect(await page.locator('.disagreements q').allInnerTexts()).toEqual(['red', 'purple']);
    expect(await page.locator('.steps > li').evaluateAll((all) => all.map((one) => one.className))).toEqual([
      'person',
      'ai',
    ]);
  });

  it('a work’s page shows how its token trades, and how many units of a licence are held under which breach', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await page.locator('.work').waitFor();
    expect(await page.locator('.facts [data-rule=holding]').innerText()).toContain('30');
    expect(await page.locator('.facts [data-rule=transfers]').innerText()).toContain('12');
    expect(await page.locator('.licences li [data-units]').first().getAttribute('data-units')).toBe('2');
    expect(await page.locator('.licences [data-breach]').getAttribute('data-breach')).toBe('unattributed');
  });

  it('a lineage leads down to what was made, and up to what it was made from', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await page.click(`.node a[href="#/works/${stage.skin}"]`);
    await page.locator('h1', { hasText: 'game skin' }).waitFor();
    expect(await page.locator('.here .share').innerText()).toBe('10 %');
    await page.click(`.node .name a[href="#/works/${stage.mask}"]`);
    await page.locator('h1', { hasText: 'Mask of Guan Yu' }).waitFor();
  });

  it('where each wei of a payment went adds up to what was paid', async () => {
    const page = await stage.visit(`#/works/${stage.skin}`);
    await page.locator('.payment').waitFor();
    const values = await page
      .locator('.parts data')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    const [total = 0n, ...parts] = values.map((value) => BigInt(value ?? '')).reverse();
    expect(total).toBe(10n ** 18n);
    expect(parts.sort()).toEqual([15n * 10n ** 15n, 85n * 10n ** 15n, 9n * 10n ** 17n].sort());
    expect(await page.locator('.parts .unsound').count()).toBe(0);
    expect(await page.locator('.paid').innerText()).toContain('1 ETH');
  });

  it('the audit says where all the money is, and that it is sound', async () => {
    const page = await stage.visit('#/audit');
    await page.locator('.judgement.sound').waitFor();
    const sums = await page
      .locator('.sums')
      .first()
      .locator('data')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    const [paidIn = 0n, ...where] = sums.map((value) => BigInt(value ?? '')).reverse();
    expect(paidIn).toBe(10n ** 18n + 2n * 10n ** 15n);
    expect(where.reduce((total, amount) => total + amount, 0n)).toBe(paidIn);
  });
});
