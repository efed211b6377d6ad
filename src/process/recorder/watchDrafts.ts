import { watch } from 'node:fs';
import type { ProcessEvent } from '../ProcessEvent.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Hex } from '../../kernel/values.ts';
import { hashFile, keepContent } from './keepContent.ts';
import type { Recorder } from './openRecorder.ts';
import { readFingerprint, scanDrafts, type Draft } from './scanDrafts.ts';

export interface WatchOptions {
  /** Ends the watching. What had changed just before is recorded first. */
  signal: AbortSignal;
  /** Milliseconds a file has to stay as it is before it is taken for finished; 1,000 unless given. */
  stable?: number | undefined;
  /** Milliseconds between two looks at the whole folder, in case the system says nothing; 5,000 unless given. */
  rescan?: number | undefined;
  /** Whether contents are kept beside the session; they are unless it is false. */
  keep?: boolean | undefined;
  onEvent(event: ProcessEvent, number: number): void;
  /** A file that cannot be recorded; the others go on. */
  onSkipped(label: string, error: LedgerError): void;
}

/**
 * Records each new or changed file of a folder as a draft, once it is finished, until it is told to end. Files and
 * folders whose names begin with a dot, temporary files and links are passed over.
 *
 * @throws LedgerError `input-invalid` for a folder that cannot be read, `store-unreachable` if nothing can be recorded.
 */
export async function watchDrafts(recorder: Recorder, folder: string, options: WatchOptions): Promise<void> {
  const { signal, stable = 1000, rescan = 5000 } = options;
  const known = knownDrafts(recorder);
  await scanDrafts(folder);
  const bell = ring(folder, signal);
  try {
    while (!signal.aborted) {
      const waiting = await recordFinished(recorder, folder, known, options);
      await bell.wait(waiting ? Math.min(stable, rescan) : rescan);
    }
    if (await recordFinished(recorder, folder, known, options)) {
      await new Promise((resolve) => setTimeout(resolve, stable));
      await recordFinished(recorder, folder, known, options);
    }
  } finally {
    bell.close();
  }
}

/** What is known of the files, by label. */
interface Known {
  /** The last content that was recorded. */
  hashes: Map<string, Hex>;
  /** How a file looked when it was recorded. */
  done: Map<string, string>;
  /** How a file that changed looks, and since when. */
  changed: Map<string, { print: string; since: number }>;
}

function knownDrafts({ session }: Recorder): Known {
  const drafts = session.events.filter(({ kind }) => kind === 'draft');
  return {
    hashes: new Map(drafts.map(({ label, contentHash }) => [label, contentHash])),
    done: new Map(),
    changed: new Map(),
  };
}

/** Records what has stayed as it is for long enough; says whether something has not yet. */
async function recordFinished(
  recorder: Recorder,
  folder: string,
  known: Known,
  options: WatchOptions,
): Promise<boolean> {
  const { stable = 1000 } = options;
  let waiting = false;
  for (const draft of await scanDrafts(folder)) {
    const { label, path, print } = draft;
    const own = path === recorder.file || path.startsWith(`${recorder.file}.`);
    if (own || known.done.get(label) === print) continue;
    const before = known.changed.get(label);
    const finished = before?.print === print && performance.now() - before.since >= stable;
    if (before?.print !== print) known.changed.set(label, { print, since: performance.now() });
    if (!finished || !(await recordDraft(recorder, draft, known, options))) waiting = true;
  }
  return waiting;
}

/** Whether the file was recorded, or cannot be; it was not if it changed meanwhile. */
async function recordDraft(
  recorder: Recorder,
  { label, path, print }: Draft,
  known: Known,
  { keep = true, onEvent, onSkipped }: WatchOptions,
): Promise<boolean> {
  try {
    let hash = await hashFile(path);
    const changed = known.hashes.get(label) !== hash;
    if (changed && keep) hash = await keepContent(recorder.file, path);
    if (readFingerprint(path) !== print) return false;
    if (changed) {
      const event = recorder.record({ kind: 'draft', contentHash: hash, label });
      known.hashes.set(label, hash);
      onEvent(event, recorder.session.events.length);
    }
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'input-invalid') throw error;
    // It was there a moment ago: it is gone, or not for us to read.
    onSkipped(label, error);
  }
  known.done.set(label, print);
  known.changed.delete(label);
  return true;
}

/** Waits until the system says that something changed in the folder, but not longer than asked. */
function ring(folder: string, signal: AbortSignal) {
  let wake = () => {};
  let rung = false;
  const onChange = () => {
    rung = true;
    wake();
  };
  const watcher = watch(folder, { recursive: true }, onChange);
  // Where the system cannot watch, looking again has to do.
  watcher.on('error', () => watcher.close());
  signal.addEventListener('abort', onChange);
  return {
    wait: async (milliseconds: number): Promise<void> => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      // One change often comes as several.
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    close: () => {
      signal.removeEventListener('abort', onChange);
      watcher.close();
    },
  };
}
