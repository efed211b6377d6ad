import type { Command } from 'commander';
import { z } from 'zod';
import { countersignerRoles } from '../assistance/record/Countersignature.ts';
import { Opening } from '../assistance/record/Opening.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { assistanceClient } from '../sdk/assistance.ts';
import { toJson } from '../kernel/values.ts';
import { hash, oneOf, workId } from './command/arguments.ts';
import {
  disclosingOf,
  readOpening,
  withDisclosing,
  type DisclosingOptions,
} from './assistance/disclosing.ts';
import { exitCodes } from './command/exitCodes.ts';
import { pairs } from './terminal/format.ts';
import { readBytes } from './terminal/readInput.ts';
import { readDeclaration } from './assistance/readDeclaration.ts';
import { example, run } from './command/run.ts';
import { placeText, showMaking, showRecord, showRecords } from './assistance/showAssistance.ts';
import { writeNew } from './terminal/writeNew.ts';

export function assistanceCommands(assistance: Command): void {
  assistance.addHelpText('after', example('lianpu assistance show WORK'));

  withDisclosing(
    assistance
      .command('declare <work> <steps>')
      .description('Sign and log how a work of yours was made, by a JSON file of its steps'),
  )
    .addHelpText(
      'after',
      example(
        'lianpu assistance declare WORK steps.json --key-file painter.key',
        'lianpu assistance declare WORK steps.json --disclosure hashOnly --opening opening.json --key-file painter.key',
      ),
    )
    .action(
      run<DisclosingOptions>(async (cli, id, file) => {
        const [work, making] = [workId(id), await readDeclaration(file)];
        const disclosing = await disclosingOf(cli.options);
        const client = assistanceClient(await cli.signing());
        cli.progress('logging');
        const logged = await client.declare(work, making, disclosing);
        return { data: logged, text: () => showRecord(logged) };
      }),
    );

  withDisclosing(
    assistance
      .command('amend <work> <leaf> <steps>')
      .description('Log a record of yours in the place of one that stands; nothing is erased'),
  )
    .addHelpText('after', example('lianpu assistance amend WORK 0x… steps.json --key-file painter.key'))
    .action(
      run<DisclosingOptions>(async (cli, id, leaf, file) => {
        const [work, amends, making] = [workId(id), hash(leaf, 'LEAF'), await readDeclaration(file)];
        const disclosing = await disclosingOf(cli.options);
        const client = assistanceClient(await cli.signing());
        cli.progress('logging');
        const logged = await client.declare(work, making, { ...disclosing, amends });
        return { data: logged, text: () => showRecord(logged) };
      }),
    );

  assistance
    .command('countersign <work> <leaf>')
    .description('Vouch for a record, as the provider of a tool it names or as an accredited custodian')
    .requiredOption('--role <role>', `one of ${countersignerRoles.join(', ')}`)
    .option('--remark <text>', 'what you vouch for in particular')
    .addHelpText(
      'after',
      example('lianpu assistance countersign WORK 0x… --role custodian --key-file academy.key'),
    )
    .action(
      run<{ role: string; remark?: string }>(async (cli, id, leaf) => {
        const [work, leafHash] = [workId(id), hash(leaf, 'LEAF')];
        const role = oneOf(countersignerRoles, cli.options.role, '--role');
        const client = assistanceClient(await cli.signing());
        cli.progress('countersigning');
        const logged = await client.countersign(work, leafHash, role, cli.options.remark ?? null);
        return { data: logged, text: () => pairs(['role', role], ['log', placeText(logged)]) };
      }),
    );

  assistance
    .command('disclose <opening>')
    .description('Disclose a withheld record of yours to everybody')
    .addHelpText('after', example('lianpu assistance disclose opening.json --key-file painter.key'))
    .action(
      run(async (cli, file) => {
        const opening = await readOpening(file);
        const client = assistanceClient(await cli.signing());
        cli.progress('disclosing');
        const logged = await client.disclose(opening);
        return {
          data: logged,
          text: () => pairs(['discloses', logged.record.discloses], ['log', placeText(logged)]),
        };
      }),
    );

  assistance
    .command('open <work> [leaf]')
    .description('Read a record that is encrypted to you')
    .requiredOption('--identity <file>', 'a file with your AGE-SECRET-KEY-1…')
    .option('--opening <file>', 'where to keep what proves to others what it says')
    .addHelpText('after', example('lianpu assistance open WORK --identity reader.key'))
    .action(
      run<{ identity: string; opening?: string }>(async (cli, id, leaf) => {
        const work = workId(id);
        const leafHash = leaf === undefined ? undefined : hash(leaf, 'LEAF');
        const identity = identityIn(new TextDecoder().decode(await readBytes(cli.options.identity)));
        const opening = await assistanceClient(cli.reading()).open(work, identity, leafHash);
        const encoded = z.encode(Opening, opening);
        if (cli.options.opening !== undefined) {
          await writeNew(cli.options.opening, `${toJson(encoded, 2)}\n`);
        }
        return { data: encoded, text: () => showMaking(opening.record) };
      }),
    );

  assistance
    .command('verify <opening>')
    .description('Check that an opening is of a record that the log holds; exits 3 if it is not')
    .addHelpText('after', example('lianpu assistance verify opening.json'))
    .action(
      run(async (cli, file) => {
        const opening = await readOpening(file);
        try {
          const logged = await assistanceClient(cli.reading()).verify(opening);
          return {
            data: { holds: true, logged },
            text: async () => `${await showMaking(opening.record)}\n\nholds: ${placeText(logged)}`,
          };
        } catch (error) {
          if (!(error instanceof LedgerError) || !refusals.includes(error.code)) throw error;
          const { code, message, details } = error;
          return {
            data: { holds: false, code, message, details },
            text: () => `does not hold: ${message}`,
            exitCode: exitCodes.denied,
          };
        }
      }),
    );

  assistance
    .command('reader <file>')
    .description('Make a key to read with: the file stays with you, the recipient goes to who encrypts')
    .addHelpText('after', example('lianpu assistance reader reader.key'))
    .action(
      run(async (cli, file) => {
        const { identity, recipient } = await assistanceClient(cli.reading()).makeReader();
        await writeNew(file, `# public key: ${recipient}\n${identity}\n`);
        return { data: { recipient }, text: () => pairs(['recipient', recipient]) };
      }),
    );

  assistance
    .command('show <work>')
    .description('Show how a work was made, as its creator stated it, and who vouches for that')
    .addHelpText('after', example('lianpu assistance show WORK'))
    .action(
      run(async (cli, id) => {
        const records = await assistanceClient(cli.reading()).of(workId(id));
        return { data: { records }, text: () => showRecords(records) };
      }),
    );
}

/** What says that an opening is of nothing in the log, where other errors leave it open. */
const refusals: readonly string[] = ['entry-unknown', 'assistance-conflict', 'work-unknown'];

/** The key in a file as `age-keygen` writes it, with comments. */
function identityIn(text: string): string {
  return text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? text;
}
