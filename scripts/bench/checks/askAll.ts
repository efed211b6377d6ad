import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** How a server did. */
export interface Asked {
  perSecond: number;
  /** Milliseconds in which 99 of 100 answers came. */
  p99: number;
}

interface AskRequest {
  port: number;
  bodies: string[];
  connections: number;
  count: number;
}

/**
 * Asks a server as fast as it answers over some connections, each with one question under way. The requests are written
 * before, and of an answer only its length is read, so that what is measured is the server.
 *
 * @param count Questions asked in all.
 */
async function askAll({ port, bodies, connections, count }: AskRequest): Promise<Asked> {
  const requests = bodies.map((body) =>
    Buffer.from(
      `POST /v1/checks HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  );
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let sent = 0;
      let awaited = 0;
      const send = () => {
        if (next >= count) {
          socket.end();
          resolve();
          return;
        }
        sent = performance.now();
        awaited = 0;
        socket.write(requests[next++ % requests.length] as Buffer);
      };
      socket.setNoDelay(true);
      socket.on('connect', send).on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        if (awaited === 0) awaited = readLength(chunk);
        awaited -= chunk.length;
        if (awaited > 0) return;
        times.push(performance.now() - sent);
        send();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: count / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Bytes of an answer, by its head, which comes in one piece. */
function readLength(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n');
  const head = chunk.toString('latin1', 0, end);
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`expected an answer, got ${head.slice(0, 100)}`);
  return end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]);
}

parentPort?.postMessage(await askAll(workerData as AskRequest));
