import { z } from 'zod';
import { CrawlerStatements } from './CrawlerStatements.ts';

const Signal = z.enum(['allowed', 'constrained', 'notAllowed', 'unsaid']);

/** What machines are told of a work: what they may do, and every statement that says so. */
export const Told = z.object({
  signals: z.object({
    textAndDataMining: Signal,
    /** Of models that are not generative. */
    aiTraining: Signal,
    generativeTraining: Signal,
    aiGeneration: Signal,
    search: Signal,
  }),
  statements: CrawlerStatements,
});
export type Told = z.output<typeof Told>;
