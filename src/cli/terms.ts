import type { Command } from 'commander';
import { languages, type Language } from '../terms/languages.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import type { Session } from '../sdk/client/session.ts';
import { hash, oneOf, workId } from './command/arguments.ts';
import { blocks } from './terminal/format.ts';
import { createMoneyFormat } from './money/createMoneyFormat.ts';
import { presetCommand } from './terms/preset.ts';
import { readJson } from './terminal/readInput.ts';
import { example, run } from './command/run.ts';

/** Terms as people and machines read them. */
export function termsCommands(licence: Command): void {
  presetCommand(licence);

  licence
    .command('words <terms>')
    .description('Say terms in sentences: a draft or a document in a JSON file, or terms by their id')
    .option('--language <language>', `one of ${languages.join(', ')}; as your terminal unless given`)
    .addHelpText(
      'after',
      example('lianpu licence words terms.json --language id', 'lianpu licence words 0x…'),
    )
    .action(
      run<{ language?: string }>(async (cli, terms) => {
        const language = languageOf(cli.options.language);
        const session = cli.reading();
        const document = await documentOf(session, terms);
        const words = await wordsOf(session, document, language);
        return { data: { language, words }, text: () => words.join('\n') };
      }),
    );

  licence
    .command('document <terms>')
    .description('Print the ODRL document of terms: of a draft in a JSON file, or of terms by their id')
    .addHelpText('after', example('lianpu licence document terms.json > policy.json'))
    .action(
      run(async (cli, terms) => {
        const document = await documentOf(cli.reading(), terms);
        return { data: document, text: () => JSON.stringify(document, null, 2) };
      }),
    );

  licence
    .command('headers <work>')
    .description('Print what a site that shows a work says to crawlers, from all open offers of the work')
    .option('--path <path>', 'where the site shows it; everywhere unless given')
    .addHelpText('after', example('lianpu licence headers WORK --path /masks/'))
    .action(
      run<{ path?: string }>(async (cli, id) => {
        const { licenceClient } = await import('../sdk/licence.ts');
        const told = await licenceClient(cli.reading()).crawlers(workId(id), cli.options.path);
        const { headers, robots, tdmrep, html, cawg, xmp } = told.statements;
        const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
        const titled = (title: string, text: string) => `# ${title}\n${text.trimEnd()}`;
        return {
          data: told,
          text: () =>
            blocks(
              titled('HTTP headers', lines.join('\n')),
              titled('/robots.txt', robots),
              titled('/.well-known/tdmrep.json', JSON.stringify(tdmrep, null, 2)),
              titled('HTML head', html),
              titled('C2PA assertion (CAWG)', JSON.stringify(cawg, null, 2)),
              titled('XMP (PLUS, IPTC)', xmp),
            ),
        };
      }),
    );
}

/** A document from a file, or what a draft in a file comes to; or that of terms by their id. */
export async function documentOf(session: Session, terms: string): Promise<unknown> {
  if (/^0x[0-9a-fA-F]{64}$/.test(terms)) {
    const { licenceClient } = await import('../sdk/licence.ts');
    return (await licenceClient(session).terms(hash(terms, 'TERMS'))).document;
  }
  const value = await readJson(terms);
  if (typeof value !== 'object' || value === null || !('uses' in value)) return value;
  const [{ readDraft }, { composeTerms, TermsDraft }] = await Promise.all([
    import('./terminal/readInput.ts'),
    import('../terms/Terms.ts'),
  ]);
  return composeTerms(TermsDraft.parse(await readDraft(terms, TermsDraft))).document;
}

/** Amounts in whole units where the service knows the currency; in smallest units where it does not, or does not answer. */
export async function wordsOf(session: Session, document: unknown, language: Language): Promise<string[]> {
  const { policyInWords } = await import('../terms/words/termsInWords.ts');
  const { currencyOf } = await import('../terms/words/valueWords.ts');
  const { readPolicy } = await import('../odrl/read/readPolicy.ts');
  const policy = await readPolicy(document);
  const named = JSON.stringify(document).matchAll(/urn:lianpu:currency:(?:native|0x[0-9a-f]{40})/g);
  const currencies = [...named].map(([unit]) => currencyOf(unit)).filter((one) => one !== undefined);
  if (currencies.length === 0) return policyInWords(policy, { language });
  const known = await session.status().then(
    () => true,
    (error: unknown) => {
      if (error instanceof LedgerError) return false;
      throw error;
    },
  );
  return policyInWords(policy, {
    language,
    ...(known ? { money: await createMoneyFormat(session, currencies) } : {}),
  });
}

/** The language asked for, or that of the terminal; English for another. */
export function languageOf(given: string | undefined): Language {
  if (given !== undefined) return oneOf(languages, given, '--language');
  const terminal = process.env['LC_ALL'] || process.env['LANG'] || 'en';
  return languages.find((language) => terminal.startsWith(language)) ?? 'en';
}
