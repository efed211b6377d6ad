/** Terms without a service: by questions, as documents, in words, for crawlers. */
export { LedgerError, type ErrorCode } from '../kernel/LedgerError.ts';
export { agreeTerms } from '../terms/agree/agreeTerms.ts';
export { signalsOf, type Signals } from '../terms/crawlers/signalsOf.ts';
export { statementsFor, type Shown } from '../terms/crawlers/statementsFor.ts';
export type { CrawlerStatements } from '../terms/crawlers/CrawlerStatements.ts';
export {
  draftOfAnswers,
  questionnaire,
  type AnswerOptions,
  type Answers,
  type AskedQuestion,
} from '../terms/draft/questionnaire.ts';
export { composeTerms, TermsDraft, termsIdOf, type Terms } from '../terms/Terms.ts';
export { policyInWords, termsInWords } from '../terms/words/termsInWords.ts';
export { readPolicy, toPolicy } from '../odrl/read/readPolicy.ts';
