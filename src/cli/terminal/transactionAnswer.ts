import type { Origin } from '../../kernel/values.ts';
import type { MessageId } from '../../messages/Message.ts';
import type { Say } from '../command/Say.ts';
import type { Answer } from '../command/Answer.ts';
import { pairs } from './format.ts';

const labels = {
  workId: 'cli.work',
  termsId: 'cli.terms',
  licensee: 'cli.licensee',
  units: 'cli.units',
  approved: 'cli.approved',
  breach: 'cli.breach',
  evidence: 'cli.evidence',
  to: 'cli.to',
  holder: 'cli.holder',
  attested: 'cli.attested',
  payee: 'cli.payee',
  successor: 'cli.successor',
} as const satisfies Record<string, MessageId<'cli'>>;

type Written = { readonly [K in keyof typeof labels]?: bigint | number | string | boolean | undefined };

/**
 * What a transaction wrote, with its block and its hash.
 *
 * @example
 * transactionAnswer(say, { workId, to, ...(await client.transfer(workId, to)) })
 */
export function transactionAnswer(say: Say, data: Written & Origin): Answer {
  const { block, transaction, ...written } = data;
  const rows = Object.entries(written).flatMap(([name, value]) =>
    value === undefined ? [] : [[say(labels[name as keyof Written]), valueText(say, value)] as const],
  );
  return {
    data,
    text: () => pairs(...rows, [say('cli.block'), `${block}`], [say('cli.transaction'), transaction]),
  };
}

function valueText(say: Say, value: bigint | number | string | boolean): string {
  if (typeof value === 'boolean') return say(value ? 'cli.yes' : 'cli.no');
  return `${value}`;
}
