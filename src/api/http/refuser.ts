import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { toJson } from '../../kernel/values.ts';
import type { PickFormat } from './createProblemFormats.ts';
import { ownError, toProblem } from './problem.ts';

/** Headers of every answer: nothing of it is run, framed or guessed at. */
export const safety = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'",
};

/** Answers a request with the problem an error is (RFC 9457). */
export type Refuse = (error: unknown, path: string, response: ServerResponse) => void;

/** @param logger Is told of what is no fault of the request. */
export function refuser(logger: Logger, pickFormat: PickFormat): Refuse {
  return (error, path, response) => {
    const own = ownError(error);
    const reader = pickFormat(response.req.headers['accept-language']);
    const problem = toProblem(own, reader);
    if (problem.status >= 500) logger.error({ err: error, path }, problem.code);
    response.setHeader('content-language', reader.language);
    response.setHeader('vary', 'accept-language');
    answerJson(response, problem.status, toJson(problem), 'application/problem+json; charset=utf-8');
  };
}

/** As they are written: a list of names and values in turn takes Node the least time. */
const safetyList = Object.entries(safety).flat();

/** Sends a whole body at once. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'application/json; charset=utf-8',
): void {
  const length = Buffer.byteLength(body);
  response.writeHead(status, [...safetyList, 'content-type', type, 'content-length', `${length}`]);
  // Of ASCII both are the same, and Latin-1 is copied as it is.
  response.end(body, length === body.length ? 'latin1' : 'utf8');
}
