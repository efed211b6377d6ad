import type { ServerResponse } from 'node:http';

/** Characters that are sent together. */
const together = 64 * 1024;

/**
 * Sends an answer while it is made, no faster than its reader reads. Pieces that come at once are sent together, and none
 * waits for the next. What goes wrong before the first is sent can still be answered with a problem.
 */
export async function sendPieces(response: ServerResponse, pieces: AsyncIterable<string>): Promise<void> {
  let text = '';
  const flush = () => {
    if (text === '' || response.destroyed) return true;
    const isRead = response.write(text);
    text = '';
    return isRead;
  };
  for await (const piece of pieces) {
    if (text === '') setImmediate(flush);
    text += piece;
    if (text.length >= together && !flush() && !response.destroyed) await untilRead(response);
    if (response.destroyed) return;
  }
  response.end(text);
}

/** Whether an answer comes as the pieces of its JSON. */
export function isPieces(answer: unknown): answer is AsyncIterable<string> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function untilRead(response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
