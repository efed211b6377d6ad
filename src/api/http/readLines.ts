/** Bytes of the longest line that is read; of a longer one only its number counts. */
export const longestLine = 64 * 1024;

/** A line of a stream; `undefined` for one that is too long. */
interface Line {
  /** Counted from 1. */
  number: number;
  text: string | undefined;
}

/** The lines of a stream as they come, without those that are empty. What is kept is one line at most. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (last: Uint8Array): Line | undefined => {
    number += 1;
    const isLong = length + last.length > longestLine;
    const text = isLong
      ? undefined
      : Buffer.concat([...parts, last])
          .toString('utf8')
          .trim();
    [parts, length] = [[], 0];
    return text === '' ? undefined : { number, text };
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const line = take(chunk.subarray(start, end));
      if (line !== undefined) yield line;
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length <= longestLine) parts.push(rest);
    else parts = [];
  }
  if (length === 0) return;
  const line = take(new Uint8Array());
  if (line !== undefined) yield line;
}
