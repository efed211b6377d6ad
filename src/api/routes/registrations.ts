import { Router, type Request } from 'express';
import type { BatchReceipt } from '../../bulk/BatchReceipt.ts';
import { ingest } from '../../bulk/ingest.ts';
import type { Preparing } from '../../bulk/preparing.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import type { Ledger } from '../../ports/Ledger.ts';
import { toJson } from '../../kernel/values.ts';
import { passFrom, requireOperator } from '../../bulk/UploadPass.ts';
import type { PickFormat } from '../http/createProblemFormats.ts';
import { requireLines } from '../http/requireLines.ts';

/** Registrations by the stream: apart from the other routes, whose bodies are read whole. */
export function registrationRouter(ledger: Ledger, preparing: Preparing, pickFormat: PickFormat): Router {
  const router = Router();
  router.post('/v1/registrations', async (request, response) => {
    requireLines(request);
    const author = await findAuthor(ledger, request);
    const { format } = pickFormat(request.get('accept-language'));
    const taken = await ingest(ledger, preparing, request, author);
    const refusedLines = taken.refusedLines.map(({ line, code, fault }) => ({
      line,
      code,
      detail: format(fault),
    }));
    const receipt: BatchReceipt = { ...taken, refusedLines };
    response.status(200).type('json').send(toJson(receipt));
  });
  return router;
}

/** The operator whose pass came with a request; undefined without one. */
async function findAuthor(ledger: Ledger, request: Request) {
  const header = request.get('authorization');
  if (header === undefined) return undefined;
  const [, text] = /^Lianpu ([\w-]+)$/.exec(header) ?? [];
  if (text === undefined) {
    throw refuseInput([{ field: 'authorization', fault: message('errors.authorization') }]);
  }
  const pass = passFrom(text);
  await requireOperator(ledger, pass);
  return pass.author;
}
