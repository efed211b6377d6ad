import { iso31661 } from 'iso-3166';
import { expect, it } from 'vitest';
import { groups } from '../../../../src/odrl/territories/groups.ts';
import { identical } from '../../../../src/odrl/territories/otherCodes.ts';
import { regions } from '../../../../src/odrl/territories/regions.ts';
import {
  findTerritory,
  isTerritory,
  listPlaces,
  relateTerritories,
} from '../../../../src/odrl/territories/territories.ts';

it('a country is in its regions up to the world, and a subdivision in its country', () => {
  for (const place of ['CN', '030', '142', '001']) expect(relateTerritories('CN-BJ', place)).toBe('within');
  for (const place of ['035', '142', '001']) expect(relateTerritories('ID', place)).toBe('within');
  for (const place of ['013', '419', '003', '019', '001'])
    expect(relateTerritories('MX', place)).toBe('within');
  expect(relateTerritories('001', 'MX')).toBe('around');
  expect(relateTerritories('005', 'MX')).toBe('apart');
});

it('every country is in the world, in one region of each kind, and the regions hold it', () => {
  for (const { alpha2 } of iso31661) {
    expect(isTerritory(alpha2), alpha2).toBe(true);
    expect(findTerritory(alpha2)).toBe(alpha2);
    expect(relateTerritories(alpha2, '001'), alpha2).toBe('within');
    const continents = ['002', '009', '019', '142', '150'].filter(
      (region) => relateTerritories(alpha2, region) === 'within',
    );
    expect(continents, alpha2).toHaveLength(alpha2 === 'AQ' ? 0 : 1);
  }
});

it('TW is in Eastern Asia, where CLDR lists it and UN M49 has no row', () => {
  for (const place of ['030', '142', '001']) expect(relateTerritories('TW', place)).toBe('within');
});

it('a subdivision that ISO lists as identical to a country is that country', () => {
  for (const [subdivision, country] of Object.entries(identical)) {
    expect(findTerritory(subdivision), subdivision).toBe(country);
    expect(isTerritory(subdivision), subdivision).toBe(true);
    expect(relateTerritories(country, subdivision.slice(0, 2)), subdivision).toBe('apart');
  }
  expect(relateTerritories('NO-21', 'SJ')).toBe('within');
  expect(relateTerritories('NO-21', 'NO')).toBe('apart');
});

it('a group holds its members, and no place of theirs that has a code of its own', () => {
  for (const [group, members] of Object.entries(groups)) {
    expect(findTerritory(group.toLowerCase())).toBe(group);
    for (const member of members.split(' ')) {
      expect(relateTerritories(member, group), `${member} ${group}`).toBe('within');
    }
  }
  expect(groups['EU']?.split(' ')).toHaveLength(27);
  expect(groups['SCHENGEN']?.split(' ')).toHaveLength(29);
  expect(relateTerritories('RE', 'EU')).toBe('apart');
  expect(relateTerritories('EU', 'EEA')).toBe('within');
  expect(relateTerritories('EFTA', 'EEA')).toBe('overlap');
  expect(relateTerritories('ASEAN', '035')).toBe('same');
});

it('relations of two places mirror each other', () => {
  const mirror = { same: 'same', within: 'around', around: 'within', apart: 'apart', overlap: 'overlap' };
  const places = listPlaces(['GB', 'CN']);
  for (const one of places.filter((_, at) => at % 7 === 0)) {
    for (const other of places) {
      const there = relateTerritories(one, other);
      const back = relateTerritories(other, one);
      expect(back, `${one} ${other}`).toBe(there === 'open' ? 'open' : mirror[there]);
    }
  }
});

it('what is no territory is none', () => {
  const none = ['XX', 'UK', 'EL', '000', '830', 'CN-', 'CN-ABCD', 'CN-ZZ', 'XX-11', '', '14', 'constructor'];
  for (const code of [...none, '__proto__']) {
    expect(isTerritory(code), code).toBe(false);
    expect(findTerritory(code), code).toBeUndefined();
  }
  for (const code of ['cn', 'CHN', 'EU']) expect(isTerritory(code), code).toBe(false);
  expect(Object.keys(regions)).toHaveLength(31);
});
