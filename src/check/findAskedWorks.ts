import type { Deployment } from '../ports/Deployment.ts';
import type { CheckFacts } from './ports.ts';
import type { Question } from './Question.ts';

/** Works with one file that are looked at: more claims than anybody disputes. */
const most = 16;

/** The works that a token or a file can be: none for another contract's token or an unknown file, several for rival claims. */
export async function findAskedWorks(
  { deployment }: { deployment: Pick<Deployment, 'chainId' | 'works'> },
  facts: CheckFacts,
  { token, contentHash }: Question,
): Promise<bigint[]> {
  if (contentHash !== undefined) return (await facts.worksOfContent(contentHash)).slice(0, most);
  if (token === undefined) return [];
  const { chainId, works } = deployment;
  if (typeof token !== 'string') return token.contract === works.toLowerCase() ? [token.tokenId] : [];
  const [chain, contract, id = '0'] = token.toLowerCase().split('/');
  const isOurs = chain === `eip155:${chainId}` && contract === `erc721:${works.toLowerCase()}`;
  return isOurs ? [BigInt(id)] : [];
}
