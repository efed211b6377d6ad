import { Contract, type Interface } from 'ethers';
import { toRefusal } from '../../src/chain/refusals/toRefusal.ts';
import type { Hex } from '../../src/kernel/values.ts';
import type { freshChain } from './chain.ts';
import { compiled } from './compile.ts';

/** What an actor does, or asks. */
export interface Line {
  actor: number;
  target: string;
  value: bigint;
  data: string;
}
export interface Outcome {
  done: boolean;
  answer: string;
}

type Target = 'works' | 'licences' | 'royalties';

/** Actors that play a whole story in one call (test/support/sol/Stage.sol). */
export async function openStage(chain: Awaited<ReturnType<typeof freshChain>>, count: number) {
  const { cast, contracts, deployment } = chain;
  const deployed = await compiled('Stage', cast.operator).deploy(count);
  await deployed.waitForDeployment();
  const stage = new Contract(await deployed.getAddress(), deployed.interface, cast.operator);
  const interfaces = Object.fromEntries(
    (['works', 'licences', 'royalties'] as const).map((name) => [name, contracts[name].interface]),
  ) as unknown as Record<Target, Interface>;
  const actors: Hex[] = [];
  for (let i = 0; i < count; i += 1) actors.push(lower((await stage.getFunction('actors')(i)) as string));
  const play = stage.getFunction('play');
  return {
    actors,
    interfaces,
    line: (actor: number, contract: Target, method: string, args: unknown[], value = 0n): Line => ({
      actor,
      target: deployment[contract],
      value,
      data: interfaces[contract].encodeFunctionData(method, args),
    }),
    /** Plays for good. */
    play: async (lines: Line[]) => {
      await play(lines);
    },
    /** Plays and leaves nothing behind. */
    rehearse: async (lines: Line[]): Promise<{ outcomes: Outcome[]; timestamp: number }> => {
      const value = lines.reduce((total, one) => total + one.value, 0n);
      const [outcomes, timestamp] = (await play.staticCall(lines, { value })) as [Outcome[], bigint];
      return { outcomes, timestamp: Number(timestamp) };
    },
  };
}

/** The name of the error that a call was refused with. */
export function toError({ answer }: Outcome): string {
  return String(toRefusal({ data: answer }).details['error']);
}

export function lower(address: string): Hex {
  return address.toLowerCase() as Hex;
}
