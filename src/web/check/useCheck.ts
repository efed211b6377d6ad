import { useState } from 'preact/hooks';
import type { Decision } from '../../check/Decision.ts';
import type { LedgerError } from '../../kernel/LedgerError.ts';
import type { Lianpu } from '../../sdk/connectLianpu.ts';
import { useReader } from '../reader/useReader.ts';
import { failureText } from '../service/Failure.ts';
import { ownError } from '../service/useAnswer.ts';

type Question = Parameters<Lianpu['licence']['check']>[0];

type Checked =
  | { state: 'not' }
  | { state: 'waiting' }
  | { state: 'decided'; decision: Decision }
  | { state: 'failed'; text: string };

/**
 * The answer to the last question, and what asks the next one.
 *
 * @param complain Is told of what the service finds wrong with the licensee.
 */
export function useCheck(complain: (text: string) => void): [Checked, (question: Question) => Promise<void>] {
  const { lianpu, say } = useReader();
  const [checked, setChecked] = useState<Checked>({ state: 'not' });
  const check = async (question: Question) => {
    setChecked({ state: 'waiting' });
    try {
      const decision = await lianpu.licence.check(question, { explain: true });
      setChecked({ state: 'decided', decision });
    } catch (thrown) {
      const error = ownError(thrown);
      if (isAboutLicensee(error)) {
        setChecked({ state: 'not' });
        complain(error.message);
      } else if (error.code === 'input-invalid') {
        setChecked({ state: 'failed', text: error.message });
      } else setChecked({ state: 'failed', text: failureText(error, say) });
    }
  };
  return [checked, check];
}

function isAboutLicensee({ code, details }: LedgerError): boolean {
  return code === 'input-invalid' && JSON.stringify(details).includes('licensee');
}
