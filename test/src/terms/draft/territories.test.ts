import { expect, it } from 'vitest';
import {
  isTerritory,
  territoriesAround,
  territoriesWithin,
} from '../../../../src/terms/draft/territories.ts';
import { relateTerritories, territoryOf } from '../../../../src/odrl/territories.ts';

it('a country is in its regions up to the world, and a subdivision in its country', () => {
  expect(territoriesAround('CN-BJ')).toEqual(['CN-BJ', 'CN', '030', '142', '001']);
  expect(territoriesAround('ID')).toEqual(['ID', '035', '142', '001']);
  expect(new Set(territoriesAround('MX'))).toEqual(new Set(['MX', '013', '419', '019', '001']));
  expect(territoriesAround('001')).toEqual(['001']);
});

it('every territory of the world is in the world, and its regions hold it', () => {
  const all = territoriesWithin('001');
  expect(all.filter((code) => code.length === 2)).toHaveLength(249);
  for (const code of all) {
    expect(isTerritory(code)).toBe(true);
    for (const region of territoriesAround(code)) expect(territoriesWithin(region)).toContain(code);
  }
});

it('what is no territory is none', () => {
  for (const code of [
    'XX',
    'cn',
    'CHN',
    '000',
    '830',
    'CN-',
    'CN-ABCD',
    'XX-11',
    '',
    '14',
    'constructor',
    '__proto__',
  ]) {
    expect(isTerritory(code)).toBe(false);
  }
});

it('documents are checked against the same territories', () => {
  // UN M49 has no region for TW.
  for (const code of territoriesWithin('001').filter((one) => one !== 'TW')) {
    expect(territoryOf(code)).toBe(code);
    for (const region of territoriesAround(code)) {
      expect(relateTerritories(code, region), `${code} ${region}`).toBe(region === code ? 'same' : 'within');
    }
  }
});
