import type { RequestHandler } from 'express';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { Ledger } from '../ports/Ledger.ts';

export interface Meter {
  observe: RequestHandler;
  show: RequestHandler;
  /** Times a request that Express does not see: to be called with its status. */
  time(method: string, route: string): (status: number) => void;
}

/** What an operator watches, in Prometheus' text format: requests by route, and how far index and log are. */
export function meter(ledger: Ledger): Meter {
  const registers = [new Registry()];
  const [registry] = registers;
  const seconds = new Histogram({
    name: 'lianpu_request_seconds',
    help: 'Time a request took',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers,
  });
  const indexBlock = new Gauge({
    name: 'lianpu_index_block',
    help: 'The block the index stands at',
    registers,
  });
  const logSize = new Gauge({ name: 'lianpu_log_size', help: 'Entries of the log', registers });
  return {
    observe: (request, response, next) => {
      const stop = seconds.startTimer({ method: request.method });
      response.on('finish', () => {
        const route = (request.route as { path?: string } | undefined)?.path ?? 'other';
        stop({ route, status: response.statusCode });
      });
      next();
    },
    time: (method, route) => {
      const start = performance.now();
      return (status) => seconds.observe({ method, route, status }, (performance.now() - start) / 1000);
    },
    show: async (_, response) => {
      indexBlock.set(await ledger.read((facts) => Promise.resolve(facts.block.number)));
      logSize.set(ledger.log.size());
      response.type(registry?.contentType ?? 'text').send(await registry?.metrics());
    },
  };
}
