import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** A file of registrations as a mask tool streams them, a line of some 500 bytes each. */
export async function writeMasks(file: string, count: number): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (let first = 0; first < count; first += 1000) {
      const lines = Array.from({ length: Math.min(1000, count - first) }, (_, i) => toLine(first + i));
      await handle.write(`${lines.join('\n')}\n`);
    }
  } finally {
    await handle.close();
  }
}

function toLine(n: number): string {
  return JSON.stringify({
    creator: `0x${(n % 5000).toString(16).padStart(40, 'a')}`,
    content: { hash: `0x${hash('sha256', `mask ${n}`)}`, mediaType: 'image/png', bytes: 40_000 + (n % 9999) },
    title: { en: `Mask ${n}`, zh: `脸谱 ${n}` },
    creators: [{ name: { en: 'A mask tool' } }],
    kind: 'opera-mask',
    traits: { role: 'jing', colour: 'red', pattern: 'three-tile face', seed: n },
    aiSummary: 'trainedAlgorithmicMedia',
    termsId: `0x${'ab'.repeat(32)}`,
  });
}
