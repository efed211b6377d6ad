import { parentPort, workerData } from 'node:worker_threads';

/** Calls under way at once: the next is being answered while an answer is read. */
const atOnce = 2;

/** Sends calls of `POST /v1/checks/bulk` from a thread of its own, and reads all answers. */
async function askBulk(url: string, bodies: readonly string[]): Promise<number> {
  let [next, answered] = [0, 0];
  const ask = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const response = await fetch(`${url}/v1/checks/bulk`, { method: 'POST', body });
      const { answers } = (await response.json()) as { answers: { verdict?: string }[] };
      answered += answers.filter(({ verdict }) => verdict !== undefined).length;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return answered;
}

parentPort?.on('message', (bodies: string[]) => {
  void askBulk(workerData as string, bodies).then((answered) => parentPort?.postMessage(answered));
});
