import type { ChainGround, Ground, TrustedRoot } from '../../verify/Ground.ts';
import type { Cli } from '../command/Cli.ts';
import type { CommandContext } from '../command/CommandContext.ts';

/** Verifies against the given roots, else against the chain, which is connected when it is first asked. */
export async function withGround<T>(
  cli: Cli<object>,
  context: CommandContext,
  roots: readonly TrustedRoot[],
  verify: (ground: Ground) => Promise<T>,
): Promise<T> {
  if (roots.length === 0) return await withChain(cli, context, verify);
  const { rootGround } = await import('../../sdk/verify.ts');
  return await verify(rootGround(...roots));
}

/** Verifies against the chain behind `--rpc`. */
export async function withChain<T>(
  { options, progress }: Cli<object>,
  { say }: CommandContext,
  verify: (ground: ChainGround) => Promise<T>,
): Promise<T> {
  const { chainGround } = await import('../../sdk/verify.ts');
  const ground = chainGround(options.rpc, {
    onRebuild: (block) => progress(say('cli.verify.progress-rebuild', { block: `${block}` })),
  });
  try {
    return await verify(ground);
  } finally {
    ground.close();
  }
}
