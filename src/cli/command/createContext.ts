import { createFormat } from '../../messages/createFormat.ts';
import { message } from '../../messages/Message.ts';
import { pickLanguage } from '../../messages/pickLanguage.ts';
import { readTexts } from '../../messages/readTexts.ts';
import type { CommandContext } from './CommandContext.ts';

/**
 * What commands get to speak with: in the language that `--lang` names, else in that of the environment (POSIX:
 * LC_ALL, LC_MESSAGES, LANG), else in English.
 */
export function createContext(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandContext {
  const locale = readLocale(languageIn(args), environment);
  const language = pickLanguage([locale]);
  const translated = language === 'en' ? undefined : readTexts(language);
  const format = createFormat(language, { english: readTexts('en'), translated });
  return { say: (id, values) => format(message(id, values)), format, locale };
}

/** The reader's language: the one that `--lang` names, else that of the environment. */
export function readLocale(
  named: string | undefined,
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): string {
  return named ?? ([LC_ALL, LC_MESSAGES, LANG].find(Boolean) || 'en');
}

/** Help and errors need a language before the command line is parsed. */
function languageIn(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  return at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
}
