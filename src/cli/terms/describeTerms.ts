import { pickLanguage } from '../../messages/pickLanguage.ts';
import type { Session } from '../../sdk/client/session.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';

/** A terms document in plain sentences, in the reader's language. */
export async function describeTerms(
  session: Session,
  document: unknown,
  context: CommandContext,
): Promise<string[]> {
  const [{ policyInWords }, { parseCurrencyIri }, { readPolicy }] = await Promise.all([
    import('../../terms/words/termsInWords.ts'),
    import('../../terms/profile/profile.ts'),
    import('../../odrl/read/readPolicy.ts'),
  ]);
  const policy = await readPolicy(document);
  const named = JSON.stringify(document).matchAll(/urn:lianpu:currency:(?:native|0x[0-9a-f]{40})/g);
  const currencies = [...named].map(([unit]) => parseCurrencyIri(unit)).filter((one) => one !== undefined);
  const money = await createMoneyFormat(session, currencies, context);
  return policyInWords(policy, { language: pickLanguage([context.locale]), money });
}
