import { z } from 'zod';
import { CrawlerNotices } from './CrawlerNotices.ts';

const Signal = z.enum(['allowed', 'constrained', 'notAllowed', 'unsaid']);

/** What machines are told of a work: what they may do, and every statement that says so. */
export const CrawlerRules = z.object({
  signals: z.object({
    textAndDataMining: Signal,
    /** Of models that are not generative. */
    aiTraining: Signal,
    generativeTraining: Signal,
    aiGeneration: Signal,
    search: Signal,
  }),
  statements: CrawlerNotices,
});
export type CrawlerRules = z.output<typeof CrawlerRules>;
