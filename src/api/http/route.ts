import type { Request } from 'express';
import { z } from 'zod';
import { parseInput } from '../../kernel/json/parseInput.ts';
import type { Ledger } from '../../ports/Ledger.ts';
import type { ProblemFormat } from './createProblemFormats.ts';
import type { MaybePromise } from '../../kernel/async/MaybePromise.ts';
import { toJson } from '../../kernel/values.ts';

/** One thing the service does: what it takes, what it answers, and the verb behind it. */
export interface Route {
  method: 'get' | 'post';
  /** With parameters as Express writes them: `/v1/works/:workId`. */
  path: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** JSON, or null for none. */
  body: z.ZodType | null;
  answer: z.ZodType;
  status: number;
  /**
   * The answer, a promise of it, or the pieces of its JSON as they come.
   *
   * @param reader The language of problems that are part of the answer.
   */
  handle(
    ledger: Ledger,
    request: Pick<Request, 'params' | 'query' | 'body'>,
    reader: () => ProblemFormat,
  ): unknown;
  /** Makes what writes answers as JSON: `toJson`, unless there is a faster way to the same. */
  createWriter(): (answer: unknown) => string;
}

interface RouteOptions<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
> {
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
  status?: number;
  createWriter?: () => (answer: z.output<A>) => string;
  handle(
    ledger: Ledger,
    input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
    reader: () => ProblemFormat,
  ): MaybePromise<z.output<A>> | AsyncIterable<string>;
}

const nothing = z.object({});

/**
 * A route. What it is given is checked before the verb sees it: a parameter, a query or a body of another shape than
 * declared is refused with `input-invalid`, so what the documentation says is what happens.
 */
export function route<
  A extends z.ZodType,
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodNull,
>(method: Route['method'], path: string, options: RouteOptions<P, Q, B, A>): Route {
  const { summary, body, answer, status, handle } = options;
  const params = options.params ?? nothing;
  const query = options.query ?? nothing;
  // Made once: schemas take longer to make than to check with.
  const strictQuery = query.strict();
  return {
    method,
    path,
    summary,
    params,
    query,
    body: body ?? null,
    answer,
    status: status ?? 200,
    createWriter: (options.createWriter as Route['createWriter'] | undefined) ?? (() => toJson),
    handle: (ledger, request, reader) =>
      handle(
        ledger,
        {
          params: (isEmpty(request.params, options.params)
            ? request.params
            : parseInput(params, request.params, 'path')) as z.output<P>,
          query: (isEmpty(request.query, options.query)
            ? request.query
            : parseInput(strictQuery, request.query, 'query')) as z.output<Q>,
          body: (body === undefined ? null : parseInput(body, request.body)) as z.output<B>,
        },
        reader,
      ),
  };
}

/** Whether nothing is expected, and nothing came. */
function isEmpty(given: object, expected: z.ZodObject | undefined): boolean {
  return expected === undefined && Object.keys(given).length === 0;
}
