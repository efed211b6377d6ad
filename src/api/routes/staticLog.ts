import express, { Router } from 'express';
import { join, relative } from 'node:path';
import { bundlePath, bundleWidth } from '../../log/disk/recordBundle.ts';
import type { Log } from '../../log/Log.ts';

/** Tiles, partial ones too, and full bundles of records are never changed. */
const final = 'public, max-age=31536000, immutable';
const growing = 'public, max-age=2';

/**
 * The log as static files, as any web server could serve them (C2SP tlog-tiles, "Checkpoints", "Merkle Tree").
 * Nothing but the checkpoint, tiles and records is served.
 */
export function staticLog(log: Pick<Log, 'folder' | 'size'>): Router {
  const { folder } = log;
  const router = Router();
  router.get('/checkpoint', (_, response, next) => {
    response.set({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': growing });
    response.sendFile('checkpoint', { root: folder, cacheControl: false }, (error?: Error) => {
      if (error !== undefined && !response.headersSent) next();
    });
  });
  for (const name of ['tile', 'records']) {
    router.use(
      `/${name}`,
      express.static(join(folder, name), {
        index: false,
        redirect: false,
        cacheControl: false,
        setHeaders: (response, place) => {
          const last = bundlePath(Math.floor(log.size() / bundleWidth));
          response.setHeader('content-type', 'application/octet-stream');
          response.setHeader('cache-control', relative(folder, place) === last ? growing : final);
        },
      }),
    );
  }
  return router;
}
