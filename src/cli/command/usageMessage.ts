import type { CommanderError } from 'commander';
import { message, type Message, type MessageId } from '../../messages/Message.ts';

/** Commander's errors by their codes. */
const messages: Readonly<Record<string, MessageId<'cli'>>> = {
  'commander.unknownCommand': 'cli.usage-command-unknown',
  'commander.unknownOption': 'cli.usage-option-unknown',
  'commander.excessArguments': 'cli.usage-arguments-excess',
  'commander.missingArgument': 'cli.usage-argument-missing',
  'commander.missingMandatoryOptionValue': 'cli.usage-option-missing',
  'commander.optionMissingArgument': 'cli.usage-option-empty',
  'commander.invalidArgument': 'cli.usage-option-invalid',
};

/**
 * What is wrong with a command line, in words of the catalogue. Commander puts the argument it means in quotes, and a
 * likely one, if there is one, into a question.
 *
 * @example
 * usageMessage(error) // of: error: unknown option '--colour'\n(Did you mean --creator?)
 */
export function usageMessage({ code, message: text }: CommanderError): Message {
  const [, name = ''] = /'([^']*)'/.exec(text) ?? [];
  const [, choices = ''] = /Allowed choices are (.*)\.$/.exec(text) ?? [];
  const [, likely] = /\(Did you mean (?:one of )?(.*)\?\)/.exec(text) ?? [];
  const found = message(messages[code] ?? 'cli.usage-invalid', { name, choices });
  return likely === undefined ? found : message('cli.usage-likely', { problem: found, likely });
}
