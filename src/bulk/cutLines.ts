/** Bytes of lines that are prepared together. */
const blockLength = 512 * 1024;
/** Bytes kept of what has no newline: of a line that long nothing else counts. */
const longest = 2 * blockLength;

/** A stream of bytes as blocks of whole lines; only the last may lack its newline. */
export async function* cutLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(10) + 1;
    if (end > 0 && length + end >= blockLength) {
      yield Buffer.concat([...parts, chunk.subarray(0, end)]);
      [parts, length] = [[chunk.subarray(end)], chunk.length - end];
    } else if (end > 0 || length < longest) {
      parts.push(chunk);
      length += chunk.length;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
