import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type Message } from '../../messages/Message.ts';

/** The static files of a log, wherever they are. */
export interface LogFiles {
  /** A folder or an address. */
  readonly place: string;
  /** The bytes of a file, or undefined if there is none. */
  open(path: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** Milliseconds to wait for a file to begin. */
const patience = 30_000;
/** Bytes of a file that are read at once. */
const chunkLength = 2 ** 20;

/** The files in a folder, be it the service's own or that of the static files in it, or behind an address. */
export async function filesAt(place: string): Promise<LogFiles> {
  if (/^https?:\/\//.test(place)) return filesBehind(place.replace(/\/+$/, ''));
  const inner = join(place, 'log');
  const isInner = await stat(join(inner, 'checkpoint')).then(
    () => true,
    () => false,
  );
  return filesIn(isInner ? inner : place);
}

/**
 * A whole file of a log.
 *
 * @param longest Bytes it can have: what is longer is not read to its end.
 * @throws LedgerError `content-too-large`.
 */
export async function readLogFile(
  files: LogFiles,
  path: string,
  longest: number,
): Promise<Buffer | undefined> {
  const stream = await files.open(path);
  if (stream === undefined) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longest) {
      throw new LedgerError('content-too-large', message('errors.log-file-size', { most: longest, path }));
    }
  }
  return Buffer.concat(chunks);
}

function filesIn(folder: string): LogFiles {
  return {
    place: folder,
    async open(path) {
      const file = await open(join(folder, path), 'r').catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return undefined;
        throw new LedgerError(
          'input-invalid',
          message('errors.file-unreadable', { file: join(folder, path), got: fileFault(cause) }),
          { cause },
        );
      });
      return file && createReadStream('', { fd: file, highWaterMark: chunkLength });
    },
  };
}

function filesBehind(url: string): LogFiles {
  const unreachable = (got: Message<'errors'>, cause?: unknown) =>
    new LedgerError('service-unreachable', message('errors.log-answer', { url, got }), { cause });
  return {
    place: url,
    async open(path) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), patience);
      let response: Response;
      try {
        response = await fetch(`${url}/${path}`, { signal: stop.signal });
      } catch (cause) {
        throw unreachable(message('errors.no-answer'), cause);
      } finally {
        clearTimeout(timer);
      }
      if (response.ok && response.body !== null) {
        // Servers of pages answer with one whatever they are asked for.
        if (!/^text\/html\b/.test(response.headers.get('content-type') ?? '')) return response.body;
        await response.body.cancel();
        throw new LedgerError('log-unknown', message('errors.log-web-page', { url }));
      }
      await response.body?.cancel();
      if (response.status === 404 || response.status === 410) return undefined;
      throw unreachable(message('errors.http-status', { status: response.status, path }));
    },
  };
}
