import { Worker } from 'node:worker_threads';
import { prepareLines, type Prepared, type Recipient } from './prepareLines.ts';

/** Prepares blocks of lines, the large ones in threads of their own. */
export interface Preparing {
  /** How many blocks are worth preparing at once. */
  readonly width: number;
  prepare(block: Buffer, recipient: Recipient): Promise<Prepared>;
  close(): Promise<void>;
}

/** What a thread is asked, and answers. */
export interface PrepareRequest {
  block: Uint8Array;
  recipient: Recipient;
}
export type PrepareAnswer = { prepared: Prepared } | { failure: string };

/** Bytes below which a thread would cost more than it saves. */
const smallBlock = 128 * 1024;

/** @param threads How many prepare at once; they start with the first large block. */
export function openPreparing(threads: number): Preparing {
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const take = async (): Promise<Worker> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (all.length < threads) {
      const worker = new Worker(new URL('./prepareWorker.ts', import.meta.url), {
        // What a line needs is thrown away with it: a large nursery would only take memory.
        resourceLimits: { maxYoungGenerationSizeMb: 16 },
      });
      all.push(worker);
      return worker;
    }
    return await new Promise((resolve) => waiting.push(resolve));
  };
  const give = (worker: Worker) => {
    const next = waiting.shift();
    if (next === undefined) idle.push(worker);
    else next(worker);
  };
  return {
    width: 2 * threads,
    async prepare(block, recipient) {
      if (block.length < smallBlock) return prepareLines(block, recipient);
      const worker = await take();
      try {
        return await ask(worker, { block, recipient });
      } finally {
        give(worker);
      }
    },
    async close() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

async function ask(worker: Worker, request: PrepareRequest): Promise<Prepared> {
  const answer = await new Promise<PrepareAnswer>((resolve, reject) => {
    const onMessage = (message: PrepareAnswer) => settle(() => resolve(message));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => onError(new Error(`expected a thread, got its end (${code})`));
    const settle = (done: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      done();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(request, [request.block.buffer as ArrayBuffer]);
  });
  if ('failure' in answer) throw new Error(answer.failure);
  const { batch, ...rest } = answer.prepared;
  // Buffers come out of a thread as plain arrays of bytes.
  return {
    ...rest,
    batch: { ends: batch.ends, records: asBuffer(batch.records), leafHashes: asBuffer(batch.leafHashes) },
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
