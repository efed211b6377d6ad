import { writeSync } from 'node:fs';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { openRecorder } from '../../src/process/recorder/openRecorder.ts';

/** Records events until it is killed, and says the number of each that is recorded. */
const [, , file = ''] = process.argv;
const recorder = openRecorder(file);
tell(`from ${recorder.session.events.length}\n`);
for (;;) {
  const number = recorder.session.events.length + 1;
  const contentHash = hashBytes(Buffer.from(`${number}`));
  recorder.record({ kind: 'edit', contentHash, label: `event ${number} ${'x'.repeat(number % 700)}` });
  tell(`${number}\n`);
}

/** Said when it returns. A stream would keep it while whoever listens is slow, and a loop lets it do nothing later. */
function tell(text: string): void {
  for (;;) {
    try {
      writeSync(1, text);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
