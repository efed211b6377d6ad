import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Ledger } from '../../ports/Ledger.ts';
import { readJson } from '../../kernel/json/readJson.ts';
import type { Meter } from '../metrics.ts';
import type { PickFormat } from './createProblemFormats.ts';
import { answerJson, type Refuse } from './refuser.ts';
import type { Route } from './route.ts';

interface Lean {
  /** The route that is asked most: one that takes a body and nothing else, and answers at once. */
  route: Route;
  metrics: Meter;
  refuse: Refuse;
  pickFormat: PickFormat;
  /** Answers whatever is not plainly a request for that route. */
  others: RequestListener;
}

/** Answers that are sent together. */
const together = 24;

/** Bytes of a body that is read here; a longer one goes the long way, and is refused there. */
const longest = 64 * 1024;

/**
 * Answers one route before Express is asked, whose stack takes longer than the answer. What the route does, and how it
 * refuses, is the same.
 */
export function leanFirst(
  ledger: Ledger,
  { route, metrics, refuse, pickFormat, others }: Lean,
): RequestListener {
  const method = route.method.toUpperCase();
  const write = route.createWriter();
  /** Answers that are ready, with what counts their time. */
  let ready: { response: ServerResponse; text: string; stop: (status: number) => void }[] = [];
  const send = () => {
    const answers = ready;
    ready = [];
    for (const { response, text, stop } of answers) {
      answerJson(response, route.status, text);
      stop(route.status);
    }
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const stop = metrics.time(method, route.path);
    const fail = (error: unknown) => {
      refuse(error, route.path, response);
      stop(response.statusCode);
    };
    const reply = (answered: unknown) => {
      // Together with those of other requests that came at once: each is another's wait, and a burst is answered sooner
      // where those who wait are woken once. Not all of them: what waits the collector has to look at.
      const count = ready.push({ response, text: write(answered), stop });
      if (count === 1) setImmediate(send);
      else if (count === together) send();
    };
    readBody(request, (text) => {
      try {
        const answered = route.handle(ledger, { params: {}, query: {}, body: readJson(text) }, () =>
          pickFormat(request.headers['accept-language']),
        );
        if (answered instanceof Promise) answered.then(reply).catch(fail);
        else reply(answered);
      } catch (error) {
        fail(error);
      }
    });
  };
  return (request, response) => {
    if (request.method !== method || request.url !== route.path || !isPlain(request)) {
      others(request, response);
      return;
    }
    answer(request, response);
  };
}

const json = 'application/json';

/** A body of known and modest length, in UTF-8 as it is. */
function isPlain({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? Infinity);
  const type = headers['content-type'] ?? json;
  return (
    length > 0 &&
    length <= longest &&
    headers['content-encoding'] === undefined &&
    (type === json || findCharset(type) === 'utf-8')
  );
}

function findCharset(type: string): string {
  return (/charset=\s*"?([^\s;"]+)/i.exec(type)?.[1] ?? 'utf-8').toLowerCase();
}

/** Nobody is left to answer where a request ends before its body does. */
function readBody(request: IncomingMessage, done: (text: string) => void): void {
  let first: Buffer | undefined;
  let rest: Buffer[] | undefined;
  request.on('data', (chunk: Buffer) => {
    if (first === undefined) first = chunk;
    else (rest ??= []).push(chunk);
  });
  request.on('end', () => {
    const bytes = rest === undefined ? first : Buffer.concat([first ?? Buffer.alloc(0), ...rest]);
    done(bytes?.toString('utf8') ?? '');
  });
  request.on('error', () => undefined);
}
