import { Command } from 'commander';
import type { CrawlerRules } from '../../terms/crawlers/CrawlerRules.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { blocks } from '../terminal/format.ts';

export function printHeaders({ say, run }: CommandContext): Command {
  return new Command('headers')
    .argument('<work>', say('cli.argument-work'))
    .description(say('cli.terms.headers'))
    .option('--path <path>', say('cli.terms.headers-path'))
    .addHelpText('after', example(say, 'lianpu licence headers WORK --path /masks/'))
    .action(
      run<{ path?: string }>(async (cli, id) => {
        const { licenceClient } = await import('../../sdk/licence.ts');
        const rules = await licenceClient(await cli.open('reader')).crawlers(workId(id), cli.options.path);
        return { data: rules, text: () => describeRules(rules) };
      }),
    );
}

/** Every form under the name of the place it goes to. */
function describeRules({ statements }: CrawlerRules): string {
  const { headers, robots, tdmrep, html, cawg, xmp } = statements;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return blocks(
    titled('HTTP headers', lines.join('\n')),
    titled('/robots.txt', robots),
    titled('/.well-known/tdmrep.json', JSON.stringify(tdmrep, null, 2)),
    titled('HTML head', html),
    titled('C2PA assertion (CAWG)', JSON.stringify(cawg, null, 2)),
    titled('XMP (PLUS, IPTC)', xmp),
  );
}

function titled(title: string, text: string): string {
  return `# ${title}\n${text.trimEnd()}`;
}
