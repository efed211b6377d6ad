import { z } from 'zod';
import { LoggedAssistance, type AssistanceRecord } from '../assistance/Assistance.ts';
import { AssistanceStep } from '../assistance/AssistanceStep.ts';
import { assistanceData } from '../assistance/assistanceData.ts';
import { summarise } from '../assistance/summarise.ts';
import { parseInput } from '../document.ts';
import type { Session } from './session.ts';

/** What AI did and what people did. */
export function assistanceClient(session: Session) {
  const { http } = session;
  const parseSteps = (steps: readonly z.input<typeof AssistanceStep>[]) =>
    parseInput(z.array(AssistanceStep), steps, 'steps');
  return {
    /** @throws LedgerError `input-invalid`, naming the step and the field. */
    parseSteps,
    /**
     * Signs and logs what AI did for a work of the signer's. The steps have to come to the summary on the token.
     *
     * @throws LedgerError `input-invalid`, `work-unknown`, `creator-required`, `assistance-conflict`.
     */
    declare: async (
      workId: bigint,
      steps: readonly z.input<typeof AssistanceStep>[],
    ): Promise<LoggedAssistance> => {
      const { signer, account, deployment } = await session.signing();
      const parsed = parseInput(z.array(AssistanceStep).min(1, 'expected at least one step'), steps, 'steps');
      const record: AssistanceRecord = {
        type: 'assistance',
        version: 1,
        workId,
        author: account,
        steps: parsed,
        summary: summarise(parsed),
        stated: Math.floor(Date.now() / 1000),
      };
      const { domain, types, message } = assistanceData({ deployment }, record);
      const signature = await signer.signTypedData(domain, types, message);
      const body = { chainId: deployment.chainId, record, signature };
      return await http.post(LoggedAssistance, '/v1/assistance', body);
    },
    of: async (workId: bigint): Promise<LoggedAssistance[]> => {
      const answer = z.object({ records: z.array(LoggedAssistance) });
      return (await http.get(answer, `/v1/works/${workId}/assistance`)).records;
    },
  };
}
