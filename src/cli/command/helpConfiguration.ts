import type { HelpConfiguration, Option } from 'commander';
import type { MessageId } from '../../messages/Message.ts';
import type { Say } from './Say.ts';

/** Commander's headings. */
const titles: Readonly<Record<string, MessageId<'cli'>>> = {
  'Usage:': 'cli.title-usage',
  'Arguments:': 'cli.title-arguments',
  'Options:': 'cli.title-options',
  'Global Options:': 'cli.title-global-options',
  'Commands:': 'cli.title-commands',
};

/** Help pages in the reader's language, with the options that every command takes. */
export function helpConfiguration(say: Say): HelpConfiguration {
  return {
    showGlobalOptions: true,
    styleTitle: (title) => {
      const id = titles[title];
      return id === undefined ? title : say(id);
    },
    optionDescription: (option) => optionText(option, say),
  };
}

function optionText({ description, argChoices, defaultValue, envVar }: Option, say: Say): string {
  const value: unknown = defaultValue;
  const notes = [
    ...(argChoices === undefined ? [] : [say('cli.one-of', { names: argChoices.join(', ') })]),
    ...(typeof value === 'string' ? [say('cli.option-default', { value })] : []),
    ...(envVar === undefined ? [] : [say('cli.option-environment', { name: envVar })]),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}
