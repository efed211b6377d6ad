import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opening } from '../../src/assistance/record/Opening.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { colourStep, lineStep, maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { createSession } from '../support/session.ts';
import { openStage, type Stage } from './stage.ts';

describe('how a work was made, on its page', () => {
  let stage: Stage;
  let amended: bigint;
  let withheld: bigint;
  let opening: Opening | undefined;
  let session: Hex;
  beforeAll(async () => {
    stage = await openStage();
    const { as, accounts } = stage.service;
    const tool = { ...colourStep.tool, account: accounts.studio };
    const first = await as('painter').work.register(maskDraft, await picture('#0a0a0a'), steps);
    amended = first.workId;
    const recorded = createSession(
      [{ kind: 'draft', time: 1, content: 'a', label: 'a' }],
      'a session',
      accounts.painter,
    );
    ({ session } = recorded);
    await as('painter').process.log(recorded);
    const use = { kind: 'colourSuggestion' as const, suggested: 4, kept: 1, palette: ['#b5201c'] };
    const making = { steps: [lineStep, { ...colourStep, tool, use }], sessions: [session] };
    const second = await as('painter').assistance.declare(amended, making, {
      amends: first.assistance?.leafHash,
    });
    await as('studio').assistance.countersign(amended, second.leafHash, 'toolProvider', 'Our tool, our log.');
    await as('academy').assistance.countersign(amended, second.leafHash, 'custodian');
    const keep = (kept: Opening) => {
      opening = kept;
      return Promise.resolve();
    };
    ({ workId: withheld } = await as('painter').work.register(maskDraft, await picture('#0b0b0b'), steps, {
      disclosing: { disclosure: 'hashOnly', keep },
    }));
  });
  afterAll(async () => {
    await stage.close();
  });

  it('what stands comes first, with its sum, its facts and who vouches for it; what was amended is kept', async () => {
    const page = await stage.visit(`#/works/${amended}`);
    const standing = page.locator('.assistance > .record');
    await standing.waitFor();
    expect(await standing.locator('.sum').getAttribute('data-share')).toBe('combined');
    expect(await standing.locator('[data-use=colourSuggestion] .use').innerText()).toContain('1 of 4');
    expect(
      await standing
        .locator('[data-role]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-role'))),
    ).toEqual(['toolProvider', 'custodian']);
    expect(await standing.innerText()).toContain('Our tool, our log.');
    expect(await standing.locator(`[title="${session}"]`).count()).toBe(1);
    expect(await page.locator('.amended .steps').isVisible()).toBe(false);
    await page.click('.amended summary');
    expect(await page.locator('.amended .steps > li').count()).toBe(2);
  });

  it('the labels the laws ask for are shown with reason and clause', async () => {
    const page = await stage.visit(`#/works/${amended}`);
    await page.locator('.assistance > .record summary').first().click();
    const duty = page.locator('[data-duty=cnExplicitLabel]').first();
    expect(await duty.getAttribute('data-required')).toBe('yes');
    expect(await duty.innerText()).toContain('GB 45438-2025');
    expect(await page.locator('[data-duty=euMarking]').first().innerText()).toContain('Art. 50(2)');
  });

  it('of a withheld record the page says what is public, and that the rest is withheld, until it is disclosed', async () => {
    const page = await stage.visit(`#/works/${withheld}`);
    await page.locator('.record[data-disclosure=hashOnly] .withheld').waitFor();
    expect(await page.locator('.record .steps').count()).toBe(0);
    expect(await page.locator('.record .sum').getAttribute('data-share')).toBe('combined');
    expect(await page.content()).not.toContain(colourStep.contribution);
    if (opening === undefined) throw new Error('expected an opening');
    await stage.service.as('painter').assistance.disclose(opening);
    await page.reload();
    await page.locator('.record .steps > li').first().waitFor();
    expect(await page.locator('.record .withheld').count()).toBe(0);
  });

  it('nothing bars a reader of either (WCAG 2.2 AA)', async () => {
    for (const work of [amended, withheld]) {
      const page = await stage.visit(`#/works/${work}`, { width: 360 });
      await page.locator('.record').first().waitFor();
      for (const summary of await page.locator('.assistance summary').all()) await summary.click();
      await page.evaluate(axe.source);
      const barriers = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('.assistance');
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      });
      expect(barriers).toEqual([]);
    }
  });
});
