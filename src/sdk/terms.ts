/** Terms without a service: by questions, as documents, in words, for crawlers. */
export { LedgerError, type ErrorCode } from '../kernel/LedgerError.ts';
export { agreeTerms } from '../licence/agreeTerms.ts';
export { signalsOf, type Signals } from '../licence/crawlers/signalsOf.ts';
export { statementsFor, type Shown } from '../licence/crawlers/statementsFor.ts';
export type { CrawlerStatements } from '../licence/crawlers/CrawlerStatements.ts';
export {
  draftOfAnswers,
  questionnaire,
  type AnswerOptions,
  type Answers,
  type AskedQuestion,
} from '../licence/questionnaire.ts';
export { composeTerms, TermsDraft, termsIdOf, type Terms } from '../licence/Terms.ts';
export { policyInWords, termsInWords } from '../licence/words/termsInWords.ts';
export { readPolicy, toPolicy } from '../odrl/read/readPolicy.ts';
