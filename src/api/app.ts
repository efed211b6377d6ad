import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import type { Preparing } from '../bulk/preparing.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Ledger } from '../ports/Ledger.ts';
import { readJson } from '../kernel/json/readJson.ts';
import { assistanceRoutes } from './routes/assistance.ts';
import { checkRouter, checkRoutes } from './routes/checks.ts';
import { fileRouter } from './routes/files.ts';
import { checkRoute, licenceRoutes } from './routes/licences.ts';
import { logRoutes } from './routes/log.ts';
import { staticLog } from './routes/staticLog.ts';
import { leanFirst } from './http/leanFirst.ts';
import { meter, type Meter } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { createProblemFormats, type PickFormat } from './http/createProblemFormats.ts';
import { refuser, safety, type Refuse } from './http/refuser.ts';
import { registrationRouter } from './routes/registrations.ts';
import { processRoutes } from './routes/processes.ts';
import { isPieces, sendPieces } from './http/sendPieces.ts';
import { royaltyRoutes } from './routes/royalties.ts';
import { statusRoutes } from './routes/status.ts';
import { termsRoutes } from './routes/terms.ts';
import { traceRoutes } from './routes/traces.ts';
import { usageRoutes } from './routes/usages.ts';
import { workRoutes } from './routes/works.ts';

/** What decisions send their readers to. */
const reasonsPage = join(import.meta.dirname, '../../docs/reference/reasons.md');

export interface AppOptions {
  logger: Logger;
  /** A folder of built web pages; none are served without. */
  pages?: string | undefined;
  /** Where others reach the service; what a request asked for unless given. */
  publicUrl?: string | undefined;
  /** Prepares registrations that come by the stream. */
  preparing: Preparing;
  /** Writes an address may send in a minute. */
  writesPerMinute?: number | undefined;
}

export const routes = [
  ...statusRoutes,
  ...workRoutes,
  ...assistanceRoutes,
  ...processRoutes,
  ...licenceRoutes,
  ...checkRoutes,
  ...termsRoutes,
  ...usageRoutes,
  ...royaltyRoutes,
  ...traceRoutes,
  ...logRoutes,
];

/** The service, ready to listen. */
export function buildApp(ledger: Ledger, options: AppOptions): RequestListener {
  const metrics = meter(ledger);
  const pickFormat = createProblemFormats();
  const refuse = refuser(options.logger, pickFormat);
  const app = createExpress(ledger, options, { metrics, refuse, pickFormat });
  return leanFirst(ledger, { route: checkRoute, metrics, refuse, pickFormat, others: app });
}

/** Everything that is not asked so often that Express would cost more than the answer. */
function createExpress(
  ledger: Ledger,
  { pages, publicUrl, preparing, writesPerMinute = 600 }: AppOptions,
  { metrics, refuse, pickFormat }: { metrics: Meter; refuse: Refuse; pickFormat: PickFormat },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(metrics.observe);
  app.use((_, response, next) => {
    response.set(safety);
    next();
  });
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: writesPerMinute,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skip: ({ method, path }) => method === 'GET' || path.startsWith('/v1/checks'),
      handler: () => {
        throw new LedgerError(
          'too-many-requests',
          message('errors.too-many-writes', { most: writesPerMinute }),
        );
      },
    }),
  );
  app.use(fileRouter(ledger, publicUrl));
  app.use(registrationRouter(ledger, preparing, pickFormat));
  app.use(checkRouter(ledger, pickFormat));
  app.use('/log', staticLog(ledger.log));
  const document = describeApi(routes);
  app.get('/v1/openapi.json', (_, response) => void response.json(document));
  app.get('/docs/reference/reasons.md', (_, response) => {
    response.type('text/markdown').sendFile(reasonsPage);
  });
  app.get('/metrics', metrics.show);
  const text = express.text({ limit: '1mb', type: () => true });
  for (const { method, path, status, body, handle, createWriter } of routes) {
    const write = createWriter();
    const parsers = body === null ? [] : [text, parseBody];
    app[method](path, ...parsers, async (request, response) => {
      const answer = await handle(ledger, request, () => pickFormat(request.get('accept-language')));
      response.status(status).type('json');
      if (isPieces(answer)) await sendPieces(response, answer);
      else response.send(write(answer));
    });
  }
  if (pages !== undefined) app.use(express.static(pages));
  app.use((request) => {
    throw new LedgerError(
      'route-unknown',
      message('errors.route-unknown', { method: request.method, path: request.path }),
    );
  });
  app.use(((error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    refuse(error, request.path, response);
  }) satisfies ErrorRequestHandler);
  return app;
}

/** Reads a body as JSON, whatever it calls itself. */
const parseBody: RequestHandler = (request, _, next) => {
  const text: unknown = request.body;
  if (typeof text === 'string' && text !== '') request.body = readJson(text);
  next();
};
