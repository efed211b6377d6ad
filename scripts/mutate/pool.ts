import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Built } from './judge.ts';
import type { Mutant } from './listMutants.ts';

export type Verdict =
  { state: 'invalid' | 'equivalent' | 'duplicate' } | { state: 'killed'; by: string } | { state: 'survived' };

/** How long the tests of one mutant may take, in milliseconds; they take two seconds. To compile always ends. */
const patience = 120_000;

/**
 * Judges mutants in processes of their own, so that one that never ends can be ended.
 *
 * @param judged Is told of each mutant when it is judged.
 * @param leftOut Is told, by each process, of the tests that are not asked.
 */
export async function judgeAll(
  mutants: Mutant[],
  processes: number,
  judged: (mutant: Mutant, verdict: Verdict) => void,
  leftOut: (tests: string[]) => void,
): Promise<void> {
  const waiting = mutants.values();
  const seen = new Set<string>();
  const work = async () => {
    let worker: ChildProcess | undefined;
    for (const mutant of waiting) {
      worker ??= await start(leftOut);
      try {
        judged(mutant, await judge(worker, mutant, seen));
      } catch (error) {
        if (!(error instanceof Overdue)) throw error;
        worker.kill('SIGKILL');
        worker = undefined;
        judged(mutant, { state: 'killed', by: 'time' });
      }
    }
    worker?.kill();
  };
  await Promise.all(Array.from({ length: processes }, work));
}

class Overdue extends Error {}

async function judge(worker: ChildProcess, mutant: Mutant, seen: Set<string>): Promise<Verdict> {
  const built = (await ask(worker, mutant)) as Built;
  if (built.state !== 'built') return built;
  if (seen.has(built.code)) return { state: 'duplicate' };
  seen.add(built.code);
  const answer = (await ask(worker, 'test', patience)) as string;
  return answer === 'survived' ? { state: 'survived' } : { state: 'killed', by: answer };
}

async function start(leftOut: (tests: string[]) => void): Promise<ChildProcess> {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  leftOut((await toAnswer(worker)) as string[]);
  return worker;
}

function ask(worker: ChildProcess, question: Mutant | 'test', limit?: number): Promise<unknown> {
  const answer = toAnswer(worker, limit);
  worker.send(question);
  return answer;
}

function toAnswer(worker: ChildProcess, limit?: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      act();
    };
    const timer = limit && setTimeout(() => settle(() => reject(new Overdue())), limit);
    worker.once('message', (answer) => settle(() => resolve(answer)));
    worker.once('exit', (code) =>
      settle(() => reject(new Error(`expected an answer, got exit code ${code}`))),
    );
  });
}
