import { createFormat } from '../../messages/createFormat.ts';
import { message } from '../../messages/Message.ts';
import { pickLanguage } from '../../messages/pickLanguage.ts';
import { readTexts } from '../../messages/readTexts.ts';
import type { CommandContext } from './CommandContext.ts';
import type { Say } from './Say.ts';

/**
 * What commands get. They speak the language that `--lang` names, else that of the environment (POSIX: LC_ALL,
 * LC_MESSAGES, LANG), else English.
 */
export function createContext(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandContext {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = languageIn(args) ?? ([LC_ALL, LC_MESSAGES, LANG].find(Boolean) || 'en');
  const language = pickLanguage([locale]);
  const translated = language === 'en' ? undefined : readTexts(language);
  const format = createFormat(language, { english: readTexts('en'), translated });
  const say: Say = (id, values) => format(message(id, values));
  return {
    say,
    format,
    locale,
    // Loaded when a command runs: help needs none of it.
    run:
      (act) =>
      async (...given) => {
        const { runCommand } = await import('./runCommand.ts');
        await runCommand({ say, language }, act, given);
      },
  };
}

/** Help and errors need a language before the command line is parsed. */
function languageIn(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
}
