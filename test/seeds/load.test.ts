import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSeeds, worksOf } from '../../seeds/load.ts';
import { toLine } from '../../seeds/locate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-seeds-'));
  await cp('seeds', folder, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Replaces the first `from` in a file; says on which line it stood. */
async function spoil(file: string, from: string, to: string): Promise<number> {
  const text = await readFile(join(folder, file), 'utf8');
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`expected ${from} in ${file}`);
  await writeFile(join(folder, file), text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}

describe('loading seeds', () => {
  it('the project’s own seeds are sound and reach three generations', async () => {
    const seeds = await loadSeeds('seeds');
    expect(seeds.masks.length).toBeGreaterThanOrEqual(24);
    expect(seeds.heritage.length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...seeds.derivatives.map((work) => work.generation))).toBe(3);
    expect(new Set(worksOf(seeds).map((work) => work.id)).size).toBe(worksOf(seeds).length);
    expect(seeds.masks.find((mask) => mask.id === 'mask-ma-wu')?.claims).toHaveLength(2);
  });

  it.each([
    ['masks.json', '"shareBps": 8500', '"shareBps": 85000', '0.payees.0.shareBps', 0],
    ['masks.json', '"shareBps": 8500', '"shareBps": 8400', '0.payees', -3],
    ['masks.json', '"pattern": "whole-face"', '"pattern": "whole"', '0.traits.pattern', 0],
    ['masks.json', '"creator": "shen-yunzhi"', '"creator": "nobody"', '0.creator', 0],
    ['people.json', '"account": 1', '"acount": 1', '0.account', undefined],
    ['terms.json', '"price": "0.02"', '"price": "-1"', '0.price', 0],
    ['heritage.json', '"heritage-adapt"', '"heritage-adopt"', '0.offers.0', 0],
    ['derivatives.json', '"work": "mogao-257-nine-coloured-deer"', '"work": "gone"', '0.sources.0.work', 0],
    [
      'derivatives.json',
      '"work": "mogao-257-nine-coloured-deer"',
      '"work": "deer-guardian-tote"',
      undefined,
      undefined,
    ],
    [
      'heritage.json',
      '"retained": ["aiTraining"]',
      '"labels": ["TK A"], "retained": ["aiTraining"]',
      '0.labels',
      0,
    ],
    ['masks.json', '"registrar": "hengping-audit"', '"registrar": "lantern-fox"', '15.regime.registrar', 0],
    ['derivatives.json', '"restoration-adapt"', '"mask-research"', '0.offers.0', 0],
    [
      'derivatives.json',
      '"humanOversight": "human_validated"',
      '"humanOversight": "fully_autonomous"',
      '0.assistance.0.humanOversight',
      0,
    ],
    ['masks.json', '"factor": 4', '"factor": 1', '1.assistance.3.use.factor', 0],
    [
      'derivatives.json',
      '"resolutionMm": 0.1',
      '"resolutionMm": "fine"',
      '0.assistance.2.use.capture.resolutionMm',
      0,
    ],
    ['derivatives.json', '"terms": "heritage-adapt"', '"terms": "heritage-research"', '0.sources.0.terms', 0],
  ])('%s with %s as %s is refused, with line and field', async (file, from, to, field, offset) => {
    const line = await spoil(file, from, to);
    const error: unknown = await loadSeeds(folder).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'input-invalid', details: { file } });
    if (field !== undefined) expect(error).toMatchObject({ details: { field } });
    if (offset === 0) expect(error).toMatchObject({ details: { line } });
  });

  it('heritage of somebody whom nobody accredited is refused', async () => {
    await spoil('people.json', '"accredited": ["custodian", "community"]', '"accredited": ["registrar"]');
    await expect(loadSeeds(folder)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { file: 'heritage.json', field: '7.creator', got: 'ki-wirajaya' },
    });
  });

  it('text that is not JSON is refused, with its line', async () => {
    const line = await spoil('people.json', '"account": 1', '"account": ?');
    await expect(loadSeeds(folder)).rejects.toMatchObject({ code: 'json-malformed', details: { line } });
  });

  it('a string that is not closed is named by its own line', async () => {
    const line = await spoil('people.json', '"Shen Yunzhi"', '"Shen Yunzhi');
    await expect(loadSeeds(folder)).rejects.toMatchObject({ code: 'json-malformed', details: { line } });
  });

  it('a value is found on its line, whatever stands in strings before it', () => {
    expect(toLine('[\n {"a": "}]\\"",\n  "b": [1,\n 2]}\n]', [0, 'b', 1])).toBe(4);
  });
});
