import type { JsonRpcProvider } from 'ethers';
import type { Deployment } from '../../src/ports/Deployment.ts';
import type { Hex } from '../../src/kernel/values.ts';
import type { SeedContext, Seeded } from '../seed/seedWorks.ts';
import { short } from '../print.ts';

export interface StoryContext extends SeedContext {
  seeded: Seeded;
  deployment: Deployment;
  provider: JsonRpcProvider;
  url: string;
}

/** The English name of one of the cast. */
export function personName({ seeds }: StoryContext, personId: string): string {
  return seeds.people.find(({ id }) => id === personId)?.names.en ?? personId;
}

/** The English name behind an account. */
export function payeeName(context: StoryContext, account: Hex): string {
  const person = context.seeds.people.find(({ id }) => context.accountOf(id) === account);
  return person?.names.en ?? short(account);
}
