import { hashBytes } from '../../src/canonical.ts';
import { openRecorder } from '../../src/recorder/openRecorder.ts';

/** Records events until it is killed, and says the number of each that is recorded. */
const [, , file = ''] = process.argv;
const recorder = openRecorder(file);
process.stdout.write(`from ${recorder.session.events.length}\n`);
for (;;) {
  const number = recorder.session.events.length + 1;
  const contentHash = hashBytes(Buffer.from(`${number}`));
  recorder.record({ kind: 'edit', contentHash, label: `event ${number} ${'x'.repeat(number % 700)}` });
  process.stdout.write(`${number}\n`);
}
