import { createDocument } from 'zod-openapi';
import { Problem } from '../kernel/Problem.ts';
import type { Route } from './http/route.ts';

/** The OpenAPI 3.1 document of the routes, from the schemas they check with. */
export function describeApi(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, summary, params, query, body, answer, status } of routes) {
    const place = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[place] ??= {};
    paths[place][method] = {
      summary,
      operationId: toOperationId(method, path),
      tags: [path.split('/')[2] ?? ''],
      requestParams: { path: params, query },
      ...(body === null ? {} : { requestBody: { content: { 'application/json': { schema: body } } } }),
      responses: {
        [status]: { description: summary, content: { 'application/json': { schema: answer } } },
        default: {
          description: 'What was wrong',
          content: { 'application/problem+json': { schema: Problem } },
        },
      },
    };
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Lianpu',
        version: '1',
        description: 'A rights and provenance ledger for digital cultural collectibles',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      paths,
    },
    {
      // Ids and amounts are bigints inside and decimal text in JSON, whose numbers end at 2^53.
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema._zod.def.type === 'bigint')
          Object.assign(jsonSchema, { type: 'string', pattern: '^-?[0-9]+$' });
      },
      allowEmptySchema: { unknown: true },
    },
  );
}

function toOperationId(method: string, path: string): string {
  const words = path.split('/').filter((part) => part !== '' && part !== 'v1');
  return [method, ...words.map((word) => word.replace(':', 'by-'))].join('-');
}
