import type { Origin } from '../../kernel/values.ts';
import { pairs } from './format.ts';
import type { Answer } from '../command/run.ts';

/** What people call ids. */
const names: Record<string, string> = { workId: 'work', termsId: 'terms' };

/** What was written, and where on the chain it is. */
export function placed(
  data: Record<string, bigint | number | string | boolean | undefined> & Origin,
): Answer {
  const { block, transaction, ...what } = data;
  const written = Object.entries(what)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [names[name] ?? name, `${value}`] as const);
  return { data, text: () => pairs(...written, ['block', `${block}`], ['transaction', transaction]) };
}
