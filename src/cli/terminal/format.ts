/** Text that can go to a terminal: nothing in it moves the cursor, changes colours or turns the direction of writing. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** One line of whatever somebody wrote. */
export function line(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}

/** The beginning and the end of an id, an address or a hash. */
export function short(id: bigint | string): string {
  const text = `${id}`;
  return text.length <= 16 ? text : `${text.slice(0, 8)}…${text.slice(-4)}`;
}

/** Seconds since 1970 as ISO 8601 in UTC, to the second. */
export function timeText(seconds: number): string {
  const time = new Date(seconds * 1000);
  if (Number.isNaN(time.getTime())) return `${seconds} s`;
  return `${time.toISOString().slice(0, -5)}Z`;
}

/** A text in the reader's language if there is one, else in English, else in any. */
export function inLanguage(texts: Readonly<Record<string, string>>, locale: string): string {
  const tag = locale.replace(/[.@].*$/, '').replace('_', '-');
  return line(texts[tag] ?? texts[tag.replace(/-.*$/, '')] ?? texts['en'] ?? Object.values(texts)[0] ?? '');
}

/** Names and values, one pair a line, the values under each other. Pairs without a value are left out. */
export function pairs(...given: (readonly [name: string, value: string | null])[]): string {
  const shown = given.filter((pair): pair is [string, string] => pair[1] !== null);
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${line(value)}`).join('\n');
}

/** Blocks of text with an empty line between them. */
export function blocks(...given: (string | null)[]): string {
  return given.filter((block) => block !== null && block !== '').join('\n\n');
}

/** A table, drawn when one is needed. */
export async function table(head: string[], rows: (string | number)[][]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const drawn = new Table({ head, style: { head: [], border: [], compact: true } });
  drawn.push(...rows.map((row) => row.map((cell) => line(`${cell}`))));
  return drawn.toString();
}
