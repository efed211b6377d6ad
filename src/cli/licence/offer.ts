import { Command } from 'commander';
import type { z } from 'zod';
import { native } from '../../kernel/values.ts';
import type { Session } from '../../sdk/client/session.ts';
import { presetNames, presetTerms } from '../../terms/draft/presets.ts';
import type { TermsDraft } from '../../terms/draft/TermsDraft.ts';
import { count, currency, oneOf, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { parseAmount } from '../money/GivenAmount.ts';
import { parseShare } from '../money/parseShare.ts';
import { toBaseUnits } from '../money/toBaseUnits.ts';
import { blocks, pairs } from '../terminal/format.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';
import { readDraft, readJson } from '../terminal/readInput.ts';
import { message } from '../../messages/Message.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';

interface Options {
  preset?: string;
  price?: string;
  currency?: string;
  share?: string;
  duration?: string;
  document?: string;
  inherit?: string[];
}

type Draft = z.input<typeof TermsDraft>;

export function offerTerms({ say, run }: CommandContext): Command {
  return new Command('offer')
    .argument('<work>', say('cli.argument-work'))
    .argument('[terms]', say('cli.licence.offer-terms'))
    .description(say('cli.licence.offer'))
    .option('--preset <name>', say('cli.licence.offer-preset', { presets: presetNames.join(', ') }))
    .option('--price <amount>', say('cli.licence.offer-price'))
    .option('--currency <address>', say('cli.licence.offer-currency'))
    .option('--share <share>', say('cli.licence.offer-share'))
    .option('--duration <seconds>', say('cli.licence.offer-duration'))
    .option('--document <file>', say('cli.licence.offer-document'))
    .option('--inherit <files...>', say('cli.licence.offer-inherit'))
    .addHelpText(
      'after',
      example(
        say,
        'lianpu licence offer WORK terms.json --key-file painter.key',
        'lianpu licence offer WORK --preset commercialUse --price "0.02 ETH"',
      ),
    )
    .action(
      run<Options>(async (cli, id, file) => {
        const work = workId(id);
        const compose = await readTerms(cli.options, file);
        const brought = await readBrought(cli.options);
        const session = await cli.open('signer');
        const draft = await compose(session);
        const { licenceClient } = await import('../../sdk/licence.ts');
        cli.progress(say('cli.licence.offer-progress'));
        const { termsId, doubts, ...origin } = await licenceClient(session).offer(work, draft, brought);
        const { data, text } = transactionAnswer(say, { workId: work, termsId, ...origin });
        const notUnderstood = doubts.map(
          (doubt) =>
            [say('cli.licence.not-understood'), say('cli.licence.not-understood-at', doubt)] as const,
        );
        return {
          data: { ...(data as object), doubts },
          text: async () => blocks(await text(), pairs(...notUnderstood)),
        };
      }),
    );
}

/** Terms by a file or by a preset, checked as far as that needs no service; the service knows the decimals of a price. */
async function readTerms(
  { preset, price, share, duration, currency: token }: Options,
  file: string | undefined,
): Promise<(session: Session) => Promise<Draft>> {
  const hasOptions = [price, share, duration, token].some((one) => one !== undefined);
  if (file !== undefined && preset === undefined && !hasOptions) {
    const { TermsDraft } = await import('../../terms/draft/TermsDraft.ts');
    const draft = await readDraft(file, TermsDraft);
    return () => Promise.resolve(draft);
  }
  if (preset === undefined || file !== undefined) {
    throw refuseInput([{ field: 'TERMS', fault: message('errors.terms-or-preset') }]);
  }
  const name = oneOf(presetNames, preset, '--preset');
  const given = {
    currency: token === undefined ? undefined : currency(token),
    revenueShareBps: share === undefined ? undefined : parseShare(share, '--share'),
    duration: duration === undefined ? undefined : count(duration, '--duration'),
  };
  const cost = price === undefined ? undefined : parseAmount(price, '--price');
  // What a preset does not take, or misses, is found before anything is asked.
  presetTerms(name, { ...given, price: cost === undefined ? undefined : '0' });
  return async (session) => {
    if (cost === undefined) return presetTerms(name, given);
    const where = { currency: given.currency ?? native, name: '--price' };
    return presetTerms(name, { ...given, price: `${await toBaseUnits(session, cost, where)}` });
  };
}

async function readBrought({ document, inherit }: Options) {
  return {
    ...(document === undefined ? {} : { document: await readJson(document) }),
    ...(inherit === undefined ? {} : { inherited: await Promise.all(inherit.map(readJson)) }),
  };
}
