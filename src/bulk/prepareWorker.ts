import { parentPort } from 'node:worker_threads';
import { prepareLines } from './prepareLines.ts';
import type { PrepareAnswer, PrepareRequest } from './preparing.ts';

parentPort?.on('message', ({ block, recipient }: PrepareRequest) => {
  try {
    const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
    const prepared = prepareLines(bytes, recipient);
    const { records, ends, leafHashes } = prepared.batch;
    answer({ prepared }, [records.buffer, ends.buffer, leafHashes.buffer] as ArrayBuffer[]);
  } catch (error) {
    answer({ failure: String((error as Error).stack) }, []);
  }
});

function answer(message: PrepareAnswer, transfer: ArrayBuffer[]): void {
  parentPort?.postMessage(message, transfer);
}
