import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventKinds } from '../../../src/process/ProcessEvent.ts';
import { readSession } from '../../../src/process/readSession.ts';
import { toPath, createSession, type Happening } from '../../support/session.ts';

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom(...eventKinds),
  time: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  content: fc.string(),
  label: fc.string({ maxLength: 30, unit: 'grapheme' }),
});
const happenings = fc.array(happening, { minLength: 2, maxLength: 8 });
const corrupt = (line: number) =>
  expect.objectContaining({
    code: 'store-corrupt',
    details: expect.objectContaining({ line }) as unknown,
  }) as unknown;
const read = (text: string | Uint8Array) => readSession(Buffer.from(text));

describe('the file of a session', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const session = createSession(list);
        const file = Buffer.from(toPath(session));
        expect(readSession(file)).toEqual({ ...session, length: file.length });
      }),
    );
  });

  it('cut anywhere has every event that was whole, and tells what was torn', () => {
    fc.assert(
      fc.property(happenings, fc.double({ min: 0, max: 1, noNaN: true }), (list, where) => {
        const session = createSession(list);
        const file = Buffer.from(toPath(session));
        const first = file.indexOf('\n') + 1;
        const cut = file.subarray(0, first + Math.floor(where * (file.length - first)));
        const whole = cut.toString().split('\n').length - 2;
        const found = readSession(cut);
        expect(found.events).toEqual(session.events.slice(0, whole));
        expect(found.length + found.torn).toBe(cut.length);
        expect(found.torn).toBe(cut.length - (cut.lastIndexOf('\n') + 1));
      }),
    );
  });

  it('whose last line a file system left full of zeros has lost nothing that was acknowledged', () => {
    const session = createSession(
      [...Array(3)].map((_, at) => ({ kind: 'draft' as const, time: at, content: `${at}`, label: '' })),
    );
    const text = toPath(session);
    const [last = ''] = text.trimEnd().split('\n').slice(-1);
    const before = text.slice(0, -last.length - 1);
    for (const tail of [
      `${'\0'.repeat(40)}`,
      `${'\0'.repeat(40)}\n`,
      `${last.slice(0, 50)}${'\0'.repeat(20)}\n`,
    ]) {
      const found = read(`${before}${tail}`);
      expect([found.events.length, found.torn]).toEqual([2, tail.length]);
    }
    // In the middle it is no torn line: what came after it was acknowledged.
    expect(() => read(`${before}${'\0'.repeat(40)}\n${last}\n`)).toThrow(corrupt(4));
  });

  it('in which an event is altered, dropped, put elsewhere or written twice is refused from that line on', () => {
    fc.assert(
      fc.property(
        happenings,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('alter', 'drop', 'swap', 'repeat'),
        (list, one, other, way) => {
          const lines = toPath(createSession(list)).trimEnd().split('\n');
          const count = lines.length - 1;
          const [at, to] = [1 + (one % count), 1 + (other % count)];
          const line = lines[at] ?? '';
          let first = at;
          if (way === 'alter') {
            const event = JSON.parse(line) as { time: number };
            lines[at] = JSON.stringify({ ...event, time: event.time + 1 });
          } else if (way === 'drop') {
            // The last event dropped is a session that ends there: what was logged of it tells.
            fc.pre(at < count);
            lines.splice(at, 1);
          } else if (way === 'repeat') {
            lines.splice(at, 0, line);
            first = at + 1;
          } else {
            fc.pre(at !== to && lines[at] !== lines[to]);
            [lines[at], lines[to]] = [lines[to] ?? '', line];
            first = Math.min(at, to);
          }
          expect(() => read(`${lines.join('\n')}\n`)).toThrow(corrupt(first + 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing', ''],
    ['no line break', '{"type":"processSession"'],
    ['another file', 'PK\u0003\u0004\n'],
    ['a list', '[]\n'],
    ['another version', '{"type":"processSession","version":2}\n'],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x0a])],
    ['a name that stands twice', toPath(createSession([])).replace('"version":1', '"version":1,"version":1')],
    ['a field too many', toPath(createSession([])).replace('"version":1', '"version":1,"more":1')],
  ])('that is %s is none', (_, file) => {
    expect(() => read(file)).toThrow(corrupt(1));
  });

  it.each([
    ['a time beyond 2^53', '"time":9007199254740993'],
    ['a time with a fraction', '"time":1.5'],
    ['a time as text', '"time":"1"'],
  ])('with %s is refused by line', (_, time) => {
    const file = toPath(createSession([{ kind: 'edit', time: 1, content: 'a', label: 'b' }]));
    expect(file).toContain('"time":1,');
    expect(() => read(file.replace('"time":1', time))).toThrow(corrupt(2));
  });
});
