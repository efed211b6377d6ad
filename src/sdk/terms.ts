/** Terms without a service: by questions, as documents, in words, for crawlers. */
export type { ErrorCode } from '../kernel/errors.ts';
export { LedgerError } from '../kernel/LedgerError.ts';
export { agreeTerms } from '../terms/agree/agreeTerms.ts';
export { deriveSignals, type Signals } from '../terms/crawlers/deriveSignals.ts';
export { composeNotices, type Shown } from '../terms/crawlers/composeNotices.ts';
export type { CrawlerNotices } from '../terms/crawlers/CrawlerNotices.ts';
export { draftFromAnswers, type AnswerOptions, type Answers } from '../terms/draft/questionnaire.ts';
export { questionnaireIn, type QuestionnaireItem } from '../terms/words/questionnaireIn.ts';
export { composeTerms, computeTermsId, type Terms } from '../terms/Terms.ts';
export { TermsDraft } from '../terms/draft/TermsDraft.ts';
export { policyInWords, termsInWords } from '../terms/words/termsInWords.ts';
export { readPolicy, toPolicy } from '../odrl/read/readPolicy.ts';
