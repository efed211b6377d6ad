import { licenseSources, offerSeed, registerSeed } from '../seed/seedWorks.ts';
import { toSourceCode, type AssistanceStep } from '../../src/assistance/record/AssistanceStep.ts';
import { toDisclosed } from '../../src/assistance/record/LoggedAssistance.ts';
import { productsMessage } from '../../src/assistance/words/stepMessages.ts';
import { createFormat } from '../../src/messages/createFormat.ts';
import assistance from '../../src/messages/en/assistance.json' with { type: 'json' };
import type { RegisteredWork } from '../../src/sdk/work.ts';
import type { Decision } from '../../src/check/Decision.ts';
import { heading, line, money, short, table } from '../print.ts';
import type { Plot } from './Plot.ts';
import { payeeName, personName, type StoryContext } from './StoryContext.ts';

/** Stage 1: a mask becomes a token by its painter's signature; the painter needs no gas money. */
export async function registerMask(context: StoryContext, { mask }: Plot): Promise<RegisteredWork> {
  const { clientOf, provider, seeds } = context;
  heading(
    1,
    'work',
    'WorkRegistry',
    `${personName(context, mask.creator)} registers “${mask.title.en}”: a signature, relayed by the service.`,
  );
  const registered = await registerSeed(mask, context.seeded, context);
  await offerSeed(mask, context.seeded, context);
  const work = await clientOf(mask.creator).work.find(registered.workId);
  const receipt = await provider.getTransactionReceipt(registered.transaction);
  const others = await clientOf(mask.creator).trace.work(registered.workId);
  table(
    ['what', 'on chain'],
    [
      ['work', short(work.workId)],
      ['content (SHA-256)', short(work.contentHash)],
      ['kept for ever', work.retained.join(', ')],
      ['can be licensed', work.ceiling.join(', ')],
      ['token holder may', work.holderUses.join(', ')],
      [
        'shared by',
        others.shares.payees
          .map(({ account, shareBps }) => `${payeeName(context, account)} ${shareBps / 100} %`)
          .join(', '),
      ],
      ['block, gas', `${registered.block}, ${receipt?.gasUsed ?? 0n}`],
    ],
  );
  line(`  ${seeds.terms.filter(({ id }) => mask.offers.includes(id)).length} offers of it are open.`);
  return registered;
}

/** Stage 2: what AI did and what people did, signed and logged, the log's root anchored. */
export async function declareSteps(
  context: StoryContext,
  { mask }: Plot,
  { workId }: RegisteredWork,
): Promise<void> {
  heading(
    2,
    'assistance',
    'ProvenanceLog',
    'Who did what, signed by the painter, in a log nobody can rewrite.',
  );
  const [record] = await waitFor(
    () => context.clientOf(mask.creator).assistance.of(workId),
    (records) => records.every(({ anchor }) => anchor !== null),
  );
  if (record === undefined) {
    line('  The seeds declare nothing for this mask.');
    return;
  }
  table(
    ['step', 'by', 'with', 'watched'],
    (toDisclosed(record)?.steps ?? []).map((step) => [
      step.stage,
      step.actor,
      productsText(step),
      step.humanOversight,
    ]),
  );
  line(
    `  In sum ${toSourceCode(record.record.summary)}, as the token says; entry ${record.index} of the log, anchored in block ${record.anchor?.block ?? '?'}.`,
  );
}

function productsText(step: AssistanceStep): string {
  const products = productsMessage(step);
  return products === null ? 'own hands' : createFormat('en', { english: { assistance } })(products);
}

/** Stage 3: a refusal, a licence, a permission, and two derivatives under licence. */
export async function licenseMask(context: StoryContext, { mask, skin, medallion }: Plot): Promise<void> {
  heading(
    3,
    'licence',
    'LicenceRegistry',
    `${personName(context, skin.creator)} asks, licenses and makes “${skin.title.en}” from the mask.`,
  );
  const { clientOf, accountOf, seeded } = context;
  const workId = seeded.works.get(mask.id) ?? 0n;
  const studio = clientOf(skin.creator);
  const ask = (use: string) =>
    studio.licence.check({ workId: `${workId}`, licensee: accountOf(skin.creator), use: use as 'adapt' });
  const rows = [['before', 'embedInGame', ...toAnswer(await ask('embedInGame'))]];
  await licenseSources(skin, seeded, context);
  rows.push(['licensed', 'embedInGame', ...toAnswer(await ask('embedInGame'))]);
  rows.push(['licensed', 'aiTraining', ...toAnswer(await ask('aiTraining'))]);
  table(['when', 'use', 'answer', 'because', 'clause', 'block'], rows);
  const [licence] = await studio.licence.licences({ workId, licensee: accountOf(skin.creator) });
  if (licence !== undefined)
    line(`  The licence cost ${money(licence.price, licence.currency)}, which the mask now holds.`);

  const lineage: string[][] = [];
  for (const work of [skin, medallion]) {
    await licenseSources(work, seeded, context);
    const { workId: made } = await registerSeed(work, seeded, context);
    await offerSeed(work, seeded, context);
    const { ceiling } = await clientOf(work.creator).work.find(made);
    const { shares } = await clientOf(work.creator).trace.work(made);
    const owed = shares.sources.reduce((sum, { shareBps }) => sum + shareBps, 0);
    lineage.push([
      work.title.en,
      personName(context, work.creator),
      short(made),
      `${owed / 100} %`,
      `${ceiling.length} uses`,
    ]);
  }
  table(['derivative', 'by', 'work', 'owes its source', 'can license'], lineage);
}

function toAnswer({ verdict, reason, clause, block }: Decision): string[] {
  return [verdict, reason, clause.replace(/0x[0-9a-f]{60}/, '0x…'), `${block.number}`];
}

async function waitFor<T>(ask: () => Promise<T>, done: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (done(answer) || tries > 100) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
