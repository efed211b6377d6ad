import { Router, type Request } from 'express';
import { z } from 'zod';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Ledger } from '../../ports/Ledger.ts';
import { CheckResults, Checks, type CheckResult } from '../../check/CheckResult.ts';
import { checkLicence } from '../../check/checkLicence.ts';
import { createMemo, decisionJson } from '../../check/decisionJson.ts';
import { Changes } from '../../check/changes/Change.ts';
import { Question } from '../../check/Question.ts';
import type { MaybePromise } from '../../kernel/async/MaybePromise.ts';
import { readJson } from '../../kernel/json/readJson.ts';
import { Address, toJson, WorkId } from '../../kernel/values.ts';
import { listChanges } from '../../check/changes/listChanges.ts';
import type { PickFormat, ProblemFormat } from '../http/createProblemFormats.ts';
import { toProblem } from '../http/problem.ts';
import { longestLine, readLines } from '../http/readLines.ts';
import { requireLines } from '../http/requireLines.ts';
import { route } from '../http/route.ts';
import { sendPieces } from '../http/sendPieces.ts';

/** Characters of answers that are put together before they are handed on. */
const piece = 16 * 1024;

/** Works that one question can name. */
const mostWorks = 500;

/** Many questions in one call, and what changed since. */
export const checkRoutes = [
  route('post', '/v1/checks/bulk', {
    summary: 'The same of up to 1,000 questions; a bad one is answered with its problem',
    body: Checks,
    answer: CheckResults,
    handle: async function* (ledger, { body: { questions } }, reader) {
      const memo = createMemo();
      let text = '{"answers":[';
      for (const [at, question] of questions.entries()) {
        const answer = checkAny(ledger, () => question, reader);
        // What is there at once is not waited for.
        const checked = answer instanceof Promise ? await answer : answer;
        text += `${at === 0 ? '' : ','}${checkedJson(checked, memo)}`;
        if (text.length < piece) continue;
        yield text;
        text = '';
      }
      yield `${text}]}`;
    },
  }),
  route('get', '/v1/changes', {
    summary: 'Lists changes since a block to the given works, or to works an account licenses',
    query: z.object({
      since: z.coerce.number().int().min(0),
      licensee: Address.optional(),
      work: z.union([WorkId.transform((id) => [id]), z.array(WorkId).max(mostWorks)]).optional(),
    }),
    answer: Changes,
    handle: (ledger, { query: { since, licensee, work } }) =>
      listChanges(ledger, since, { licensee, workIds: work }),
  }),
];

/** Questions by the stream, a line each (NDJSON), answered line by line as they come, however many. */
export function checkRouter(ledger: Ledger, pickFormat: PickFormat): Router {
  const router = Router();
  router.post('/v1/checks/stream', async (request, response) => {
    requireLines(request);
    await sendPieces(
      response.status(200).type('application/x-ndjson'),
      answerLines(ledger, request, pickFormat),
    );
  });
  return router;
}

async function* answerLines(
  ledger: Ledger,
  request: Request,
  pickFormat: PickFormat,
): AsyncGenerator<string> {
  const reader = () => pickFormat(request.get('accept-language'));
  const memo = createMemo();
  for await (const { number, text } of readLines(request)) {
    const answer = await checkAny(ledger, () => questionIn(text), reader);
    yield `{"line":${number},${checkedJson(answer, memo).slice(1)}\n`;
  }
}

function questionIn(text: string | undefined): unknown {
  if (text !== undefined) return readJson(text);
  throw new LedgerError('content-too-large', message('errors.line-long', { most: longestLine }));
}

/** The answer, or a problem where the question is at fault. */
function checkAny(
  ledger: Ledger,
  question: () => unknown,
  reader: () => ProblemFormat,
): MaybePromise<CheckResult> {
  const problemWith = (error: unknown) => problemOrThrow(error, reader);
  try {
    const decision = checkLicence(ledger, parseInput(Question, question()));
    return decision instanceof Promise ? decision.catch(problemWith) : decision;
  } catch (error) {
    return problemWith(error);
  }
}

/** @throws what is no fault of a question: it ends the whole. */
function problemOrThrow(error: unknown, reader: () => ProblemFormat): CheckResult {
  if (!(error instanceof LedgerError)) throw error;
  const problem = toProblem(error, reader());
  if (problem.status >= 500) throw error;
  return problem;
}

function checkedJson(checked: CheckResult, memo: ReturnType<typeof createMemo>): string {
  return 'verdict' in checked ? decisionJson(checked, memo) : toJson(checked);
}
