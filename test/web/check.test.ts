import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

describe('“May I use this?” and what goes wrong', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage.close();
  });
  // The browser reports each answer that is no success; the pages say it in a sentence.
  afterEach(() => {
    expect(stage.complaints.splice(0).filter((text) => !text.startsWith('Failed to load resource'))).toEqual(
      [],
    );
  });

  const ask = async (page: Page, licensee: string, use: string) => {
    await page.fill('#licensee', licensee);
    await page.selectOption('#use', use);
    await page.click('.check button[type=submit]');
  };

  it('a licensed use is permitted with the duties of its terms', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await ask(page, stage.service.accounts.studio.toUpperCase().replace('0X', '0x'), 'embedInGame');
    await page.locator('.verdict.permitted-with-duties').waitFor();
    expect(
      await page
        .locator('.verdict [data-duty]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-duty'))),
    ).toEqual(['attribute', 'disclose-ai', 'report-and-pay', 'pay', 'cure-breach']);
    expect(await page.locator('.verdict .ground').getAttribute('data-reason')).toBe('licence');
  });

  it('a use that the creator keeps is denied to a licensee', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await ask(page, stage.service.accounts.studio, 'aiTraining');
    await page.locator('.verdict.denied').waitFor();
    expect(await page.locator('.verdict .ground').getAttribute('data-reason')).toBe(
      'use-retained-by-creator',
    );
    expect(await page.locator('.verdict code').getAttribute('title')).toBe('retained.aiTraining');
  });

  it('a denial leads to the offer that would permit the use', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await ask(page, stage.service.accounts.auditor, 'embedInGame');
    await page.locator('.verdict.denied [data-reason=no-licence]').waitFor();
    await page.click('.verdict li a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`offer-${stage.termsId}`);
    expect(new URL(page.url()).hash).toBe(`#/works/${stage.mask}`);
  });

  it('whoever has no account is told what is on offer, and what was looked at', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await ask(page, '', 'embedInGame');
    await page.locator('.verdict.denied [data-reason=no-licence]').waitFor();
    expect(await page.locator('.verdict li a').count()).toBe(1);
    await page.click('.trail summary');
    const steps = page.locator('.trail li');
    expect(await steps.first().innerText()).toContain('registered work');
    expect(await steps.evaluateAll((all) => all.map((one) => one.getAttribute('data-then')))).toContain(
      'denies',
    );
    expect(await page.locator('.ground a').getAttribute('href')).toBe(
      '/docs/reference/reasons.md#no-licence',
    );
  });

  it('what terms depend on is asked for, and can be said', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await ask(page, stage.service.accounts.platform, 'perform');
    await page.locator('.verdict.cannot-tell [data-missing=territory]').waitFor();
    await page.click('.more summary');
    await page.fill('#check-territory', 'Indonesia');
    await page.click('.check button[type=submit]');
    await page.locator('.decision .fault', { hasText: 'territory' }).waitFor();
    await page.fill('#check-territory', 'ID');
    await page.selectOption('#check-purpose', 'education');
    await page.click('.check button[type=submit]');
    await page.locator('.verdict.permitted-with-duties').waitFor();
  });

  it('a malformed address is refused beside its field, and is not sent', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await page.locator('.check').waitFor();
    const sent: string[] = [];
    // What the rest of the page reads may come later.
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    const faults = new Set<string>();
    for (const wrong of ['0x12', 'studio', `0x${'g'.repeat(40)}`]) {
      await ask(page, wrong, 'display');
      faults.add(await page.locator('#licensee-fault').innerText());
      expect(await page.locator('#licensee').getAttribute('aria-invalid')).toBe('true');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('licensee');
    }
    expect(faults.size).toBe(3);
    expect(faults.has('')).toBe(false);
    expect(sent).toEqual([]);
    await ask(page, stage.service.accounts.platform, 'display');
    await page.locator('.verdict').waitFor();
    expect(sent).toEqual([expect.stringContaining('/v1/checks')]);
    expect(await page.locator('#licensee-fault').innerText()).toBe('');
  });

  it('an unknown work and an address that is no page have a sentence of their own', async () => {
    const page = await stage.visit('#/works/12345');
    await page.locator('[data-code=work-unknown]', { hasText: 'No work' }).waitFor();
    await page.goto(`${stage.service.url}/#/works/abc`);
    await page.locator('.failure', { hasText: '“abc”' }).waitFor();
    await page.goto(`${stage.service.url}/#/nowhere`);
    await page.locator('.failure', { hasText: '/nowhere' }).waitFor();
  });

  it('a service that does not answer is named, and asked again on demand', async () => {
    const page = await stage.visit('');
    await page.locator('.card').first().waitFor();
    await page.context().setOffline(true);
    await page.click('.card a');
    await page
      .locator('[data-code=service-unreachable]', { hasText: new URL(stage.service.url).host })
      .waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.work').waitFor();
  });

  // The last: nothing answers after it.
  it('a service that stopped leaves a sentence on every page', async () => {
    const page = await stage.visit(`#/works/${stage.mask}`);
    await page.locator('.check').waitFor();
    await stage.stop();
    await ask(page, stage.service.accounts.studio, 'display');
    await page.locator('.decision .fault', { hasText: new URL(stage.service.url).host }).waitFor();
    for (const place of ['#/audit', '#/', `#/works/${stage.skin}`]) {
      await page.evaluate((hash) => void (location.hash = hash), place);
      await page.locator('[data-code=service-unreachable]').waitFor();
    }
  });
});
