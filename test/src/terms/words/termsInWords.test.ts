import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatTerms } from '../../../../src/messages/formatTerms.ts';
import { languageCodes, type Language } from '../../../../src/messages/languages.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { createMoney } from '../../../../src/terms/words/Money.ts';
import { policyMessages } from '../../../../src/terms/words/policyMessages.ts';
import en from '../../../../src/messages/en/terms.json' with { type: 'json' };
import id from '../../../../src/messages/id/terms.json' with { type: 'json' };
import zh from '../../../../src/messages/zh/terms.json' with { type: 'json' };
import { own } from '../../../../src/terms/profile/profile.ts';
import { ownTerms } from '../../../../src/terms/profile/profileTerms.ts';
import { termName } from '../../../../src/terms/words/termName.ts';
import { composeTerms } from '../../../../src/terms/Terms.ts';
import type { TermsDraft } from '../../../../src/terms/draft/TermsDraft.ts';
import { termsInWords } from '../../../../src/terms/words/termsInWords.ts';
import { anyDraft } from '../../../support/anyDraft.ts';

/** A format is made once: that takes longer than all it formats. */
const formats = { en: formatTerms('en'), zh: formatTerms('zh'), id: formatTerms('id') };
const money = createMoney(() => undefined);
const sentencesOf = (draft: TermsDraft, language: Language) =>
  policyMessages(toPolicy(composeTerms(draft).document), money).map(formats[language]);
const toWords = (draft: TermsDraft, language: Language) => sentencesOf(draft, language).join('\n');

/** What a draft says when it does not say a field. */
const unsaid: Partial<TermsDraft> = {
  passOn: [],
  price: 0n,
  revenueShareBps: 0,
  duration: 0,
  cap: 0,
  attribution: false,
  shareAlike: false,
  approvalRequired: false,
  transferable: false,
  absoluteShare: false,
  nonCommercial: false,
};

/** Whether duties say no more than fields of the draft that they go with: who owes a share reports already. */
function repeatsFields({ duties = [], revenueShareBps }: TermsDraft): boolean {
  return duties.every((duty) => {
    const said = Object.values(duty).filter((value) => value !== undefined);
    const known = ['attribute', 'shareAlike', 'obtainConsent', 'pay'].includes(duty.duty);
    return said.length === 1 && (known || (duty.duty === 'reportUsage' && revenueShareBps > 0));
  });
}

it('every field of a draft is said in every language: without it the words are others', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      for (const language of languageCodes) {
        const words = toWords(draft, language);
        for (const field of Object.keys(draft) as (keyof TermsDraft)[]) {
          if (['title', 'uses', 'currency'].includes(field) || draft[field] === undefined) continue;
          if (JSON.stringify(draft[field], bigints) === JSON.stringify(unsaid[field], bigints)) continue;
          if (field === 'absoluteShare' && draft.revenueShareBps === 0) continue;
          // The prohibition counts in any case.
          if (field === 'conflict') continue;
          if (field === 'duties' && repeatsFields(draft)) continue;
          const without = { ...draft, [field]: unsaid[field] };
          expect(toWords(without, language), `${field} in ${language}`).not.toBe(words);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('nothing of a document stays a name of a machine, and every language says as many sentences', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const counts = languageCodes.map((language) => {
        const sentences = sentencesOf(draft, language);
        const names = sentences.filter((one) =>
          /urn:lianpu:odrl|www\.w3\.org|creativecommons\.org/.test(one),
        );
        expect(names).toEqual([]);
        return sentences.length;
      });
      expect(new Set(counts).size).toBe(1);
    }),
    { numRuns: 100 },
  );
});

it('what is not understood is said, too, wherever it stands', () => {
  const strange = 'https://example.org/strange';
  const parts: object[] = [
    { permission: { action: strange } },
    { permission: { action: 'display', [strange]: 1 } },
    { permission: { action: 'display' }, [strange]: 1 },
    { permission: { action: 'display' }, profile: strange },
    { permission: { action: 'display', target: strange } },
    {
      permission: {
        action: 'display',
        constraint: { leftOperand: strange, operator: 'eq', rightOperand: 1 },
      },
    },
    {
      permission: {
        action: 'display',
        constraint: { leftOperand: 'count', operator: strange, rightOperand: 1 },
      },
    },
    { permission: { action: 'display', duty: { action: strange } } },
    { permission: { action: 'display', duty: { action: 'inform', consequence: { action: strange } } } },
    { permission: { action: 'display' }, prohibition: { action: 'print', remedy: { action: strange } } },
    { permission: { action: 'display' }, prohibition: { action: 'print', [strange]: 1 } },
    { permission: { action: 'display' }, obligation: { action: 'inform', [strange]: 1 } },
    { permission: { action: 'display' }, inheritFrom: strange },
  ];
  for (const part of parts) {
    for (const language of languageCodes) {
      expect(termsInWords(part, { language }).join('\n'), JSON.stringify(part)).toContain(strange);
    }
  }
});

it('amounts are written as the reader’s side writes money, territories and languages by their names', () => {
  const document = {
    permission: {
      action: 'display',
      constraint: [
        {
          or: ['CN-BJ', '142'].map((rightOperand) => ({
            leftOperand: 'spatial',
            operator: 'isPartOf',
            rightOperand,
          })),
        },
        { leftOperand: 'language', operator: 'isAnyOf', rightOperand: ['zh-Hant', 'id'] },
      ],
      duty: {
        action: {
          'rdf:value': { '@id': 'odrl:compensate' },
          refinement: {
            leftOperand: 'payAmount',
            operator: 'eq',
            rightOperand: 20,
            unit: 'urn:lianpu:currency:native',
          },
        },
      },
    },
  };
  const words = termsInWords(document, {
    language: 'en',
    money: { amount: (amount) => `${amount} coins`, symbol: () => 'coins' },
  });
  expect(words).toContain('A licence costs 20 coins.');
  expect(words).toContain('Only if the territory is within CN-BJ (China) or Asia (142).');
  expect(words).toContain('Only if the language is Traditional Chinese (zh-Hant) or Indonesian (id).');
});

it('every name of the vocabulary has words of its own in every language', () => {
  for (const name of Object.keys(ownTerms)) expect(termName(own(name)), name).not.toBe(own(name));
  const keys = (Object.keys(en) as (keyof typeof en)[]).filter((key) => key.startsWith('name-'));
  for (const key of keys) {
    for (const texts of [en, zh, id]) expect(texts[key]).toMatch(/\S/);
    expect(zh[key]).toMatch(/\p{Script=Han}/u);
    expect(zh[key]).not.toBe(en[key]);
  }
});

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}
