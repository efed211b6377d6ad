import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const bin = `${import.meta.dirname}/../../../bin/lianpu`;

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command line as a process of its own. Nothing but PATH is taken from the environment of the tests. */
export function startCli(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(bin, args, { env: { PATH, LANG: 'en_GB.UTF-8', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const child = startCli(args, env);
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('expected pipes');
  const [[code], out, err] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(stdout),
    text(stderr),
  ]);
  return { code, stdout: out, stderr: err };
}

/** Exit code and error code of a command that is refused, which says nothing on stdout. */
export function toRefusal({ code, stdout, stderr }: Ran) {
  const error = JSON.parse(stderr) as { code: string; message: string; details: Record<string, unknown> };
  return { exit: code, stdout, ...error };
}
