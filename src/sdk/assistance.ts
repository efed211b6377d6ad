import { z } from 'zod';
import { LoggedAssistance, type AssistanceRecord } from '../assistance/Assistance.ts';
import { assistanceData } from '../assistance/assistanceData.ts';
import { asMaking, Making, type MakingDraft } from '../assistance/Making.ts';
import { requireConsistent } from '../assistance/summary/requireConsistent.ts';
import { summarise } from '../assistance/summary/summarise.ts';
import { parseInput } from '../document.ts';
import type { Session } from './session.ts';

/** What AI did and what people did. */
export function assistanceClient(session: Session) {
  const { http } = session;
  return {
    parseMaking,
    /**
     * Signs and logs how a work of the signer's was made. It has to come to the summary on the token.
     *
     * @throws LedgerError `input-invalid`, `work-unknown`, `creator-required`, `assistance-conflict`.
     */
    declare: async (workId: bigint, draft: MakingDraft): Promise<LoggedAssistance> => {
      const { signer, account, deployment } = await session.signing();
      const making = parseMaking(draft, workId);
      const record: AssistanceRecord = {
        type: 'assistance',
        version: 1,
        workId,
        author: account,
        ...making,
        summary: summarise(making),
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

/**
 * A making as its creator wrote it, before anything is signed.
 *
 * @throws LedgerError `input-invalid`, naming the step and the field; `assistance-conflict`.
 */
function parseMaking(draft: MakingDraft, workId?: bigint): Making {
  const making = parseInput(Making, asMaking(draft));
  requireConsistent(making, workId);
  return making;
}
