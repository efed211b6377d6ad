import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agreeTerms } from '../../../../src/terms/agree/agreeTerms.ts';
import { deriveSignals } from '../../../../src/terms/crawlers/deriveSignals.ts';
import { languageCodes } from '../../../../src/messages/languages.ts';
import {
  draftFromAnswers,
  itemNames,
  questionnaireAnswers,
  type Answers,
} from '../../../../src/terms/draft/questionnaire.ts';
import { questionnaireIn } from '../../../../src/terms/words/questionnaireIn.ts';
import { composeTerms } from '../../../../src/terms/Terms.ts';
import { TermsDraft } from '../../../../src/terms/draft/TermsDraft.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';

const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  change: fc.constantFrom(...questionnaireAnswers.change),
  gain: fc.constantFrom(...questionnaireAnswers.gain),
  ai: fc.constantFrom(...questionnaireAnswers.ai),
  approve: fc.constantFrom(...questionnaireAnswers.approve),
  time: fc.constantFrom(...questionnaireAnswers.time),
});
const toOptions = ({ gain }: Answers) => ({
  ...(gain === 'no' ? {} : { price: '20' }),
  ...(gain === 'share' ? { revenueShareBps: 500 } : {}),
});

it('asks at most five questions, each answer with its consequence in every language', () => {
  for (const language of languageCodes) {
    const questionnaire = questionnaireIn(language);
    expect(questionnaire.length).toBeLessThanOrEqual(5);
    const said = questionnaire.flatMap(({ text, answers }) => [
      text,
      ...answers.map((one) => one.consequence),
    ]);
    for (const one of said) expect(one).toMatch(/\S/);
    expect(new Set(said).size).toBe(said.length);
    if (language === 'zh') for (const one of said) expect(one).toMatch(/\p{Script=Han}/u);
  }
});

it('any answers come to terms that agree with their document, and do what they say', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const draft = TermsDraft.parse(draftFromAnswers(answers, toOptions(answers)));
      const { terms, document } = composeTerms(draft);
      expect(agreeTerms(terms, document)).toEqual({ doubts: [] });
      expect(draft.uses.includes('adapt')).toBe(answers.change !== 'no');
      expect(draft.shareAlike).toBe(answers.change === 'shareAlike');
      expect(draft.nonCommercial).toBe(answers.gain === 'no');
      expect(draft.uses.includes('merchandise')).toBe(answers.gain !== 'no');
      expect(draft.price > 0n).toBe(answers.gain !== 'no');
      expect(draft.revenueShareBps > 0).toBe(answers.gain === 'share');
      expect(draft.uses.includes('textAndDataMining')).toBe(answers.ai !== 'no');
      expect(draft.uses.includes('aiTraining')).toBe(answers.ai === 'yes');
      expect(draft.approvalRequired).toBe(answers.approve === 'yes');
      expect(draft.duration).toBe(answers.time === 'year' ? 31_536_000 : 0);
      if (answers.ai === 'no')
        expect(deriveSignals([toPolicy(document)])).toMatchObject({
          aiTraining: 'notAllowed',
          aiGeneration: 'notAllowed',
          textAndDataMining: 'notAllowed',
        });
    }),
  );
});

it('another answer to any question is other terms', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...itemNames), (answers, name) => {
      const hashes = questionnaireAnswers[name].map((answer) => {
        const changed = { ...answers, [name]: answer };
        return composeTerms(TermsDraft.parse(draftFromAnswers(changed, toOptions(changed)))).terms
          .documentHash;
      });
      expect(new Set(hashes).size).toBe(hashes.length);
    }),
  );
});

it('what is missing, unknown or not asked for is refused by its name', () => {
  const answers: Answers = { change: 'no', gain: 'no', ai: 'no', approve: 'no', time: 'year' };
  const refused = (field: string, given: object, options: object = {}) =>
    expect(() => draftFromAnswers(given, options)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        details: { issues: [expect.objectContaining({ field }) as unknown] },
      }),
    );
  for (const name of itemNames) {
    refused(name, { ...answers, [name]: undefined });
    refused(name, { ...answers, [name]: 'perhaps' });
    refused(name, { ...answers, [name]: 'constructor' });
  }
  refused('colour', { ...answers, colour: 'red' });
  refused('price', answers, { price: '5' });
  refused('price', { ...answers, gain: 'price' });
  refused('currency', answers, { currency: `0x${'12'.repeat(20)}` });
  refused('revenueShareBps', { ...answers, gain: 'price' }, { price: '5', revenueShareBps: 5 });
  refused('revenueShareBps', { ...answers, gain: 'share' }, { price: '5' });
});
