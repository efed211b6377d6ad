import { expect, it } from 'vitest';
import { createQueue } from '../../../../src/kernel/async/createQueue.ts';

it('tasks run one after another, in the order they were given', async () => {
  const inTurn = createQueue();
  const seen: string[] = [];
  const task = (name: string, milliseconds: number) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    seen.push(`${name} ends`);
    return name;
  };
  const all = await Promise.all([inTurn(task('slow', 20)), inTurn(task('fast', 0))]);
  expect(all).toEqual(['slow', 'fast']);
  expect(seen).toEqual(['slow begins', 'slow ends', 'fast begins', 'fast ends']);
});

it('a task that fails tells its caller, and keeps no other from its turn', async () => {
  const inTurn = createQueue();
  const failed = inTurn(() => Promise.reject(new Error('broken')));
  const next = inTurn(() => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('broken');
  await expect(next).resolves.toBe('done');
});
