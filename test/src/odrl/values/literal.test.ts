import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareLiterals,
  equalLiterals,
  readLiteral,
  tryLiteral,
} from '../../../../src/odrl/values/Literal.ts';
import type { Value } from '../../../../src/odrl/Policy.ts';
import type { ValueKind } from '../../../../src/odrl/vocabulary.ts';
import { refused } from '../../../support/refused.ts';

const xsd = (type: string) => `http://www.w3.org/2001/XMLSchema#${type}`;
const value = (text: string, type: string): Value => ({ text, type: xsd(type) });
const read = (text: string, type: string, kind?: ValueKind) => readLiteral(value(text, type), kind);
const order = (one: string, other: string, type: string, otherType = type) =>
  Math.sign(compareLiterals(read(one, type), read(other, otherType)) ?? NaN);

describe('numbers', () => {
  it('are compared exactly, where the closest doubles are the same', () => {
    expect(order('9007199254740993', '9007199254740992', 'integer')).toBe(1);
    expect(order('0.1000000000000000055', '0.1', 'decimal')).toBe(1);
    expect(order('0.10', '0.1', 'decimal')).toBe(0);
    expect(order('0.1000000000000000055', '0.1000000000000000055000', 'decimal')).toBe(0);
    expect(order('-9007199254740993', '-9007199254740992', 'integer')).toBe(-1);
    expect(order('123456789012345678901234567890', '123456789012345678901234567891', 'decimal')).toBe(-1);
  });

  it('are the same number in every datatype', () => {
    expect(order('1.0E-1', '0.1', 'double', 'decimal')).toBe(0);
    expect(order('1e2', '100', 'double', 'integer')).toBe(0);
    expect(order('2.5e1', '25', 'float', 'long')).toBe(0);
    expect(order('25e-1', '2.5', 'double', 'decimal')).toBe(0);
    expect(order('-0', '0', 'double', 'integer')).toBe(0);
    expect(order('+7', '7.', 'integer', 'decimal')).toBe(0);
    expect(order('.5', '0.5', 'decimal')).toBe(0);
    expect(order('1e21', '1000000000000000000001', 'double', 'integer')).toBe(-1);
    expect(order('100.001', '100.0010', 'decimal')).toBe(0);
    expect(order('1.000000000000000000100', '1.0000000000000000001', 'decimal')).toBe(0);
    expect(order('12', '9', 'integer')).toBe(1);
    expect(order('1e999', '1e998', 'double')).toBe(0);
    expect(order('+.5', '0.5', 'decimal')).toBe(0);
    expect(order('9007199254740993.0e0', '9007199254740993', 'double', 'decimal')).toBe(0);
  });

  it('endless ones are beyond all others, and what is no number is not even itself', () => {
    expect(order('INF', '1e308', 'double')).toBe(1);
    expect(order('-INF', '-1e308', 'double')).toBe(-1);
    expect(order('INF', '+INF', 'double')).toBe(0);
    expect(order('NaN', 'NaN', 'double')).toBeNaN();
    expect(equalLiterals(read('NaN', 'double'), read('NaN', 'double'))).toBe(false);
    expect(equalLiterals(read('1', 'double'), read('NaN', 'double'))).toBe(false);
    expect(equalLiterals(read('INF', 'double'), read('INF', 'double'))).toBe(true);
  });

  it.each([
    ['1.5', 'integer'],
    ['', 'integer'],
    ['1e3', 'decimal'],
    ['1,5', 'decimal'],
    ['.', 'decimal'],
    ['1e1000', 'double'],
    ['1e', 'double'],
    ['Infinity', 'double'],
    ['INF', 'decimal'],
    ['0x10', 'integer'],
    ['1 ', 'integer'],
    ['1'.repeat(1_001), 'integer'],
    ['yes', 'boolean'],
  ])('%s is no %s', (text, type) => {
    expect(tryLiteral(value(text, type))).toBeUndefined();
    expect(() => read(text, type)).toThrow(expect.objectContaining({ code: 'policy-invalid' }));
  });

  it('any two decimals are in the order of their digits', () => {
    const digits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    const scale = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(digits, digits, scale, scale, (a, b, sa, sb) => {
        const [left, right] = [a * 10n ** BigInt(25 - sa), b * 10n ** BigInt(25 - sb)];
        expect(order(shown(a, sa), shown(b, sb), 'decimal')).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });
});

describe('moments', () => {
  it('with a zone are compared as points in time', () => {
    expect(order('2026-01-01T00:00:00Z', '2026-01-01T08:00:00+08:00', 'dateTime')).toBe(0);
    expect(order('2026-01-01T00:00:00-05:30', '2026-01-01T05:29:59Z', 'dateTime')).toBe(1);
    expect(order('2026-01-01T24:00:00Z', '2026-01-02T00:00:00Z', 'dateTime')).toBe(0);
    expect(order('2026-01-01T00:00:00.12Z', '2026-01-01T00:00:00.1200000001Z', 'dateTime')).toBe(-1);
    expect(order('2026-01-01T00:00:00.1201Z', '2026-01-01T00:00:00.12010Z', 'dateTime')).toBe(0);
    expect(order('2026-01-01T00:00:00.123Z', '2026-01-01T00:00:00.122Z', 'dateTimeStamp')).toBe(1);
    expect(order('-0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z', 'dateTime')).toBe(-1);
  });

  it('one with a zone and one without have no order within 14 hours, and have one beyond', () => {
    expect(order('2026-01-01T00:00:00', '2026-01-01T14:00:00Z', 'dateTime')).toBeNaN();
    expect(order('2026-01-01T14:00:00Z', '2026-01-01T00:00:00', 'dateTime')).toBeNaN();
    expect(order('2026-01-01T00:00:00', '2026-01-01T14:00:00.001Z', 'dateTime')).toBe(-1);
    expect(order('2026-01-01T14:00:00.001Z', '2026-01-01T00:00:00', 'dateTime')).toBe(1);
    expect(order('2026-01-01T00:00:00Z', '2026-01-01T14:00:00', 'dateTime')).toBeNaN();
    expect(order('2026-01-01T00:00:00Z', '2026-01-01T14:00:00.001', 'dateTime')).toBe(-1);
    expect(order('2026-01-01T00:00:00', '2025-12-31T09:59:59Z', 'dateTime')).toBe(1);
    const [bare, zoned] = [read('2026-01-01T00:00:00', 'dateTime'), read('2026-01-01T00:00:00Z', 'dateTime')];
    expect(equalLiterals(bare, zoned)).toBeUndefined();
    expect(equalLiterals(bare, read('2026-01-03T00:00:00Z', 'dateTime'))).toBe(false);
    expect(order('2026-01-01T00:00:00', '2026-01-01T00:00:01', 'dateTime')).toBe(-1);
    expect(order('2024-06-15T00:00:00', '2024Z', 'dateTime', 'gYear')).toBe(0);
    expect(order('2024-01-01T00:00:00', '2024Z', 'dateTime', 'gYear')).toBeNaN();
    expect(order('2024Z', '2024-12-31T23:00:00', 'gYear', 'dateTime')).toBeNaN();
  });

  it('a date is all of its day', () => {
    expect(order('2025-12-31T23:59:59Z', '2026-01-01Z', 'dateTime', 'date')).toBe(-1);
    expect(order('2026-01-01T00:00:00Z', '2026-01-01Z', 'dateTime', 'date')).toBe(0);
    expect(order('2026-01-01T23:59:59.999Z', '2026-01-01Z', 'dateTime', 'date')).toBe(0);
    expect(order('2026-01-02T00:00:00Z', '2026-01-01Z', 'dateTime', 'date')).toBe(1);
    expect(order('2026-01-01Z', '2026-01-02T00:00:00Z', 'date', 'dateTime')).toBe(-1);
    expect(order('2026-01-01Z', '2026-01-01T12:00:00Z', 'date', 'dateTime')).toBe(0);
    expect(order('2026-01-01+08:00', '2026-01-01Z', 'date')).toBe(-1);
    expect(order('2026-01-01-08:00', '2026-01-01Z', 'date')).toBe(1);
    expect(order('2026-01-01+14:00', '2025-12-31-10:00', 'date')).toBe(0);
    expect(order('2026-03-01+08:00', '2026-03Z', 'date', 'gYearMonth')).toBeNaN();
    expect(order('2026-03Z', '2026-04-01+08:00', 'gYearMonth', 'date')).toBeNaN();
    expect(order('2026-03-02', '2026-03', 'date', 'gYearMonth')).toBe(0);
    expect(order('2026-04-01', '2026-03', 'date', 'gYearMonth')).toBe(1);
    expect(order('2026-03-31', '2026-04', 'date', 'gYearMonth')).toBe(-1);
    expect(order('2024-12-31', '2024', 'date', 'gYear')).toBe(0);
    expect(order('2024-02', '2024-02-29', 'gYearMonth', 'date')).toBe(0);
    expect(order('2025-01-01', '2024', 'date', 'gYear')).toBe(1);
    expect(order('2026-04-01+08:00', '2026-03Z', 'date', 'gYearMonth')).toBeNaN();
    expect(order('2026-02-28T20:00:00-08:00', '2026-03-01+08:00', 'dateTime', 'date')).toBe(0);
  });

  it('times of day are compared with each other only', () => {
    expect(order('09:00:00', '17:30:00', 'time')).toBe(-1);
    expect(order('24:00:00', '00:00:00', 'time')).toBe(0);
    expect(order('09:00:00Z', '10:00:00+01:00', 'time')).toBe(0);
    expect(order('09:00:00', '09:00:00Z', 'time')).toBeNaN();
    expect(order('09:00:00', '2026-01-01', 'time', 'date')).toBeNaN();
    expect(equalLiterals(read('09:00:00', 'time'), read('2026-01-01', 'date'))).toBe(false);
  });

  it.each([
    ['2026-02-29', 'date'],
    ['2026-13-01', 'date'],
    ['2026-00-10', 'date'],
    ['2026-01-32', 'date'],
    ['26-01-01', 'date'],
    ['02026-01-01', 'date'],
    ['999999-01-01', 'date'],
    ['2026-01-01T25:00:00', 'dateTime'],
    ['2026-01-01T24:00:01', 'dateTime'],
    ['2026-01-01T24:00:00.1', 'dateTime'],
    ['2026-01-01T24:01:00', 'dateTime'],
    ['2026-01-01T10:60:00', 'dateTime'],
    ['2026-01-01T10:00:60', 'dateTime'],
    ['2026-01-01T10:00:00+14:01', 'dateTime'],
    ['2026-01-01T10:00:00+10:60', 'dateTime'],
    ['2026-01-01T10:00:00', 'dateTimeStamp'],
    ['2026-01-01 10:00:00', 'dateTime'],
    ['2026-01-01T10:00:00.', 'dateTime'],
    ['2026-01-01T10:00', 'dateTime'],
    ['10:00', 'time'],
    ['2026-1', 'gYearMonth'],
    ['2026-01-01x', 'date'],
    ['x2026-01-01', 'date'],
  ])('%s is no %s', (text, type) => {
    expect(tryLiteral(value(text, type))).toBeUndefined();
  });

  it.each(['2024-02-29', '2000-02-29', '-0004-01-01', '10000-01-01', '2026-01-01+14:00', '2026-01-01-14:00'])(
    '%s is a date',
    (text) => {
      expect(read(text, 'date')).toMatchObject({ kind: 'moment', span: 86_400_000 });
    },
  );

  it('any two dateTimes with zones are in the order of their points in time', () => {
    const moment = fc.record({
      at: fc.integer({ min: -6e13, max: 2e14 }),
      zone: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(order(written(a), written(b), 'dateTime')).toBe(Math.sign(a.at - b.at));
      }),
    );
  });
});

describe('durations', () => {
  it('of days and hours are exact', () => {
    expect(order('P1D', 'PT24H', 'duration')).toBe(0);
    expect(order('PT1M', 'PT59.999S', 'duration')).toBe(1);
    expect(order('PT1.0001S', 'PT1.00010S', 'dayTimeDuration')).toBe(0);
    expect(order('PT1.0001S', 'PT1.0002S', 'dayTimeDuration')).toBe(-1);
    expect(order('-P1D', 'P0D', 'duration')).toBe(-1);
    expect(order('-P2D', '-P1D', 'duration')).toBe(-1);
    expect(order('-PT0S', 'P0D', 'duration')).toBe(0);
    expect(order('P2W', 'P14D', 'duration')).toBe(0);
    expect(order('-P1W', '-P7D', 'duration')).toBe(0);
    expect(order('P1Y2M', 'P14M', 'yearMonthDuration')).toBe(0);
    expect(order('PT0.0001S', '-PT0.0001S', 'duration')).toBe(1);
    expect(order('-PT0.0001S', '-PT0.0002S', 'duration')).toBe(1);
    expect(order('-PT0.0002S', '-PT0.0001S', 'duration')).toBe(-1);
    expect(order('-PT0.0001S', 'PT0S', 'duration')).toBe(-1);
    expect(order('PT2H3M4S', 'PT7384S', 'duration')).toBe(0);
    expect(order('P1DT1.25S', 'PT86401.25S', 'duration')).toBe(0);
    expect(order('PT0.00100S', 'PT0.001S', 'duration')).toBe(0);
    expect(order('PT0.10012S', 'PT0.100119S', 'duration')).toBe(1);
    expect(order('P10W', 'P70D', 'duration')).toBe(0);
    expect(order('PT0.0001S', 'PT0S', 'duration')).toBe(1);
    expect(order('PT0S', '-PT0.0001S', 'duration')).toBe(1);
  });

  it('a month is more than 27 days and less than 32, and has no order to 28, 29, 30 or 31', () => {
    expect(order('P1M', 'P27D', 'duration')).toBe(1);
    expect(order('P1M', 'P32D', 'duration')).toBe(-1);
    for (const days of [28, 29, 30, 31]) expect(order('P1M', `P${days}D`, 'duration')).toBeNaN();
    expect(order('P1Y', 'P364D', 'duration')).toBe(1);
    expect(order('P1Y', 'P367D', 'duration')).toBe(-1);
    expect(order('P5M', 'P153D', 'duration')).toBeNaN();
    expect(order('P400Y', 'P146097D', 'duration')).toBe(0);
    expect(order('-P1M', 'P1D', 'duration')).toBe(-1);
    expect(order('P1MT0.0001S', 'P1M', 'duration')).toBe(1);
    expect(equalLiterals(read('P1M', 'duration'), read('P30D', 'duration'))).toBeUndefined();
    expect(order('P400YT0.0001S', 'P146097DT0.0002S', 'duration')).toBe(-1);
    expect(order('P400YT0.0001S', 'P146097DT0.0001S', 'duration')).toBe(0);
  });

  it.each(['P', 'PT', 'P1DT', '1D', 'P-1D', 'P1.5D', 'PT1.S', 'P1S', 'P1D1Y', '', 'P999999Y', 'P99999999D'])(
    '%s is no duration',
    (text) => {
      expect(tryLiteral(value(text, 'duration'))).toBeUndefined();
    },
  );

  it('keep to the parts of their datatype', () => {
    expect(tryLiteral(value('P1M', 'dayTimeDuration'))).toBeUndefined();
    expect(tryLiteral(value('P1Y', 'dayTimeDuration'))).toBeUndefined();
    expect(tryLiteral(value('P1D', 'yearMonthDuration'))).toBeUndefined();
    expect(tryLiteral(value('P1YT1H', 'yearMonthDuration'))).toBeUndefined();
  });
});

describe('other values', () => {
  it('an IRI is the same as the text of it', () => {
    const iri = readLiteral({ iri: 'urn:a' });
    expect(equalLiterals(iri, readLiteral({ iri: 'urn:a' }))).toBe(true);
    expect(equalLiterals(iri, read('urn:a', 'anyURI'))).toBe(true);
    expect(equalLiterals(iri, read('urn:a', 'string'))).toBe(true);
    expect(equalLiterals(read('urn:b', 'string'), iri)).toBe(false);
    expect(equalLiterals(iri, read('1', 'integer'))).toBe(false);
    expect(compareLiterals(iri, iri)).toBeUndefined();
  });

  it('texts are the same in the same language', () => {
    const text = (of: string, language?: string) =>
      readLiteral({ text: of, type: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString', language });
    expect(equalLiterals(text('mask', 'en'), text('mask', 'EN'))).toBe(true);
    expect(equalLiterals(text('mask', 'en'), text('mask', 'fr'))).toBe(false);
    expect(equalLiterals(text('mask', 'en'), text('face', 'en'))).toBe(false);
    expect(compareLiterals(text('a'), text('b'))).toBe(-1);
    expect(compareLiterals(text('b'), text('a'))).toBe(1);
    expect(compareLiterals(text('a'), text('a'))).toBe(0);
    expect(compareLiterals(text('a', 'en'), text('b', 'fr'))).toBeUndefined();
    expect(compareLiterals(text('a'), read('1', 'integer'))).toBeUndefined();
  });

  it('booleans are the same in both spellings', () => {
    expect(equalLiterals(read('true', 'boolean'), read('1', 'boolean'))).toBe(true);
    expect(equalLiterals(read('0', 'boolean'), read('false', 'boolean'))).toBe(true);
    expect(equalLiterals(read('true', 'boolean'), read('false', 'boolean'))).toBe(false);
    expect(equalLiterals(read('true', 'boolean'), read('1', 'integer'))).toBe(false);
    expect(compareLiterals(read('true', 'boolean'), read('false', 'boolean'))).toBeUndefined();
  });

  it('of an unknown datatype only the same text is the same', () => {
    const one = readLiteral({ text: '5', type: 'urn:t' });
    expect(equalLiterals(one, readLiteral({ text: '5', type: 'urn:t' }))).toBe(true);
    expect(equalLiterals(one, readLiteral({ text: '05', type: 'urn:t' }))).toBeUndefined();
    expect(equalLiterals(one, readLiteral({ text: '5', type: 'urn:u' }))).toBeUndefined();
    expect(equalLiterals(read('5', 'integer'), one)).toBeUndefined();
    expect(equalLiterals(one, read('5', 'integer'))).toBeUndefined();
    expect(compareLiterals(one, one)).toBeUndefined();
  });
});

describe('a left operand', () => {
  it('gives plain text the form that it asks for', () => {
    expect(read('2026-01-01', 'string', 'moment')).toMatchObject({ kind: 'moment' });
    expect(read('2026-01-01T00:00:00Z', 'string', 'moment')).toMatchObject({ zoned: true });
    expect(read('10:00:00', 'string', 'moment')).toMatchObject({ kind: 'time' });
    expect(read('P30D', 'string', 'duration')).toMatchObject({ kind: 'duration' });
    expect(readLiteral({ text: '10', type: '' }, 'count')).toMatchObject({ near: 10 });
    expect(read('10.5', 'string', 'number')).toMatchObject({ near: 10.5 });
    expect(read('10.5', 'string', 'percentage')).toMatchObject({ near: 10.5 });
    expect(read('10', 'string')).toMatchObject({ kind: 'text' });
  });

  it.each<[string, string, ValueKind]>([
    ['-1', 'integer', 'count'],
    ['1.5', 'decimal', 'count'],
    ['INF', 'double', 'count'],
    ['1500e-3', 'double', 'count'],
    ['-INF', 'double', 'percentage'],
    ['many', 'string', 'count'],
    ['-0.1', 'decimal', 'percentage'],
    ['100.1', 'decimal', 'percentage'],
    ['NaN', 'double', 'percentage'],
    ['NaN', 'double', 'number'],
    ['true', 'boolean', 'number'],
    ['5', 'integer', 'moment'],
    ['2026-01-01', 'date', 'duration'],
    ['P1D', 'duration', 'moment'],
    ['5', 'integer', 'concept'],
    ['true', 'boolean', 'territory'],
    ['5', 'integer', 'language'],
    ['tomorrow', 'string', 'moment'],
  ])('%s (%s) is refused as a %s, with what was expected and what came', (text, type, kind) => {
    expect(tryLiteral(value(text, type), kind)).toBeUndefined();
    expect(() => read(text, type, kind)).toThrow(
      refused('policy-invalid', 'expected', { got: JSON.stringify(text) }),
    );
  });

  it.each<[string, string, ValueKind]>([
    ['0', 'integer', 'count'],
    ['3.0', 'decimal', 'count'],
    ['1e2', 'double', 'count'],
    ['1.50e2', 'double', 'count'],
    ['1000e-3', 'double', 'count'],
    ['12345678901234567890', 'integer', 'count'],
    ['0', 'integer', 'percentage'],
    ['100.00', 'decimal', 'percentage'],
    ['INF', 'double', 'number'],
    ['FR', 'string', 'territory'],
    ['zh-Hant', 'string', 'language'],
  ])('%s (%s) is taken as a %s', (text, type, kind) => {
    expect(tryLiteral(value(text, type), kind)).toBeDefined();
  });
});

function shown(digits: bigint, scale: number): string {
  const text = `${digits < 0n ? -digits : digits}`.padStart(scale + 1, '0');
  const [whole, part] = [text.slice(0, text.length - scale), text.slice(text.length - scale)];
  return `${digits < 0n ? '-' : ''}${whole}${scale > 0 ? `.${part}` : ''}`;
}

function written({ at, zone }: { at: number; zone: number }): string {
  const local = new Date(at + zone * 60_000).toISOString().slice(0, -1);
  const [sign, off] = [zone < 0 ? '-' : '+', Math.abs(zone)];
  return `${local}${sign}${`${Math.floor(off / 60)}`.padStart(2, '0')}:${`${off % 60}`.padStart(2, '0')}`;
}
