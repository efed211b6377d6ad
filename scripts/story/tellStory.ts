import { registerMask, declareSteps, licenseMask } from './creation.ts';
import { reportUsage, settleAndClaim, traceAll, type Gain } from './money.ts';
import { findPlot } from './Plot.ts';
import { line } from '../print.ts';
import type { StoryContext } from './StoryContext.ts';

/**
 * Tells the life of one mask on real transactions, stage by stage. Every number is read back from the chain or from
 * the service's index of it.
 *
 * @returns whether every wei is accounted for, and what each wallet gained.
 */
export async function tellStory(context: StoryContext): Promise<{ sound: boolean; gains: Gain[] }> {
  const plot = findPlot(context.seeds);
  const registered = await registerMask(context, plot);
  await declareSteps(context, plot, registered);
  await licenseMask(context, plot);
  const report = await reportUsage(context, plot);
  const gains = await settleAndClaim(context, plot, report);
  const sound = await traceAll(context, plot);
  const workId = context.seeded.works.get(plot.skin.id) ?? 0n;
  line('\nThree commands to try in another terminal, while `npm start` is up:');
  const url = context.url === 'http://127.0.0.1:3000' ? '' : ` --url ${context.url}`;
  line(
    `  npx lianpu${url} licence check ${workId} --licensee ${context.accountOf(plot.platform)} --use merchandise`,
  );
  line(`  npx lianpu${url} trace work ${workId}`);
  line(`  npx lianpu${url} trace ledger`);
  return { sound, gains };
}
