import type { z } from 'zod';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { Problem } from '../../kernel/Problem.ts';
import { toJson } from '../../kernel/values.ts';

/** What follows the `?`: a value, or several under one name. */
type Query = Record<string, Value | readonly Value[]>;
type Value = string | number | bigint | boolean | undefined;

/** Asks the service and checks what it answers. */
export interface Http {
  /** Where the service is. */
  url: string;
  get<T extends z.ZodType>(answer: T, path: string, query?: Query): Promise<z.output<T>>;
  post<T extends z.ZodType>(answer: T, path: string, body: unknown): Promise<z.output<T>>;
  putBytes<T extends z.ZodType>(answer: T, path: string, bytes: Uint8Array): Promise<z.output<T>>;
  /** Lines of JSON (NDJSON), with an `authorization` if one is needed. */
  postLines<T extends z.ZodType>(
    answer: T,
    path: string,
    lines: Uint8Array,
    authorization?: string,
  ): Promise<z.output<T>>;
  getBytes(path: string): Promise<Uint8Array>;
}

/**
 * @param url Where the service is.
 * @param timeout Milliseconds to wait for an answer.
 * @param language The reader’s language, in which problems come (BCP 47); a browser sends its own.
 */
export function createHttp(url: string, timeout: number, language?: string): Http {
  const base = url.replace(/\/+$/, '');
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      const headers = new Headers(init.headers);
      if (language !== undefined) headers.set('accept-language', language);
      response = await fetch(`${base}${path}`, { ...init, headers, signal: AbortSignal.timeout(timeout) });
    } catch (cause) {
      throw new LedgerError('service-unreachable', message('errors.service-answer', { url: base }), {
        cause,
      });
    }
    if (!response.ok) throw await toRefusal(response);
    return response;
  };
  const read = async <T extends z.ZodType>(answer: T, response: Response): Promise<z.output<T>> => {
    const value: unknown = await response.json().catch(() => undefined);
    const result = answer.safeParse(value);
    if (result.success) return result.data;
    throw new LedgerError('service-failed', message('errors.answer-form'), {
      cause: result.error,
    });
  };
  const json = { 'content-type': 'application/json' };
  return {
    url: base,
    get: async (answer, path, query = {}) => {
      const pairs = Object.entries(query).flatMap(([name, value]) =>
        [value]
          .flat()
          .filter((one) => one !== undefined)
          .map((one) => [name, String(one)]),
      );
      const text = new URLSearchParams(pairs).toString();
      return await read(answer, await ask(text === '' ? path : `${path}?${text}`));
    },
    post: async (answer, path, body) =>
      await read(answer, await ask(path, { method: 'POST', headers: json, body: toJson(body) })),
    putBytes: async (answer, path, bytes) =>
      await read(answer, await ask(path, { method: 'PUT', body: new Blob([bytes.slice()]) })),
    postLines: async (answer, path, lines, authorization) => {
      const headers = {
        'content-type': 'application/x-ndjson',
        ...(authorization === undefined ? {} : { authorization }),
      };
      return await read(
        answer,
        await ask(path, { method: 'POST', headers, body: new Blob([lines.slice()]) }),
      );
    },
    getBytes: async (path) => new Uint8Array(await (await ask(path)).arrayBuffer()),
  };
}

async function toRefusal(response: Response): Promise<LedgerError> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (!problem.success) {
    return new LedgerError('service-failed', message('errors.problem-form', { status: response.status }));
  }
  const { code, detail, details } = problem.data;
  return new LedgerError(code, message('errors.verbatim', { text: detail }), { details });
}
