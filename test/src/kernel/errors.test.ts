import { format as layOut, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { exitCodes } from '../../../src/cli/command/exitCodes.ts';
import { errorCodes, errors } from '../../../src/kernel/errors.ts';
import { createFormat } from '../../../src/messages/createFormat.ts';
import problems from '../../../src/messages/en/problems.json' with { type: 'json' };
import { message } from '../../../src/messages/Message.ts';

const page = 'docs/reference/errors.md';
const say = createFormat<'problems'>('en', { english: { problems } });

it('the page of errors is the table of errors (vitest run test/src/kernel/errors.test.ts -u writes it)', async () => {
  const rows = errorCodes.map((code) => {
    const { status, exit, hint } = errors[code];
    const todo = hint === null ? 'See the message.' : say(message(hint));
    return `| \`${code}\` | ${status} | ${exitCodes[exit]} | ${say(message(`problems.${code}`))} | ${todo} |`;
  });
  const text = `# Errors

Every error has a **code** that does not change. The service answers errors as problems ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) with this code as \`code\` and the end of \`type\`; the SDK throws them as a \`LedgerError\`; a command shows the code, the message and what to do, and ends with the exit code. \`--json\` prints \`code\`, \`message\` and \`details\` as one JSON object on standard error.

The message shows what was expected and what came. For input of another shape, \`details.issues\` lists all faults with their fields. A refused licence check is an answer and not an error: see [reasons](reasons.md).

| code | HTTP status | exit code | when it occurs | what to do |
|---|---|---|---|---|
${rows.join('\n')}

## Exit codes

| exit code | meaning |
|---|---|
| ${exitCodes.done} | The command succeeded; a licence check permits the use. |
| ${exitCodes.failed} | The command failed, or a proof does not verify. |
| ${exitCodes.usage} | The input is at fault. |
| ${exitCodes.denied} | A licence check denies the use. |
| ${exitCodes.cannotTell} | There is no answer yet. |
| ${exitCodes.notFound} | The work, terms, report, entry, log or file is unknown. |
| ${exitCodes.holdsOffline} | The proof verifies against what was given; no chain was read. |
| ${exitCodes.unreachable} | The service, the chain or the store does not answer. |
| ${exitCodes.interrupted} | The command was interrupted. |
`;
  const options = await resolveConfig(page);
  await expect(await layOut(text, { ...options, parser: 'markdown' })).toMatchFileSnapshot(
    `../../../${page}`,
  );
});

it('a code’s status is one of a refused request or of a failing service', () => {
  for (const code of errorCodes) {
    expect([400, 403, 404, 409, 413, 415, 422, 429, 500, 503], code).toContain(errors[code].status);
  }
});
