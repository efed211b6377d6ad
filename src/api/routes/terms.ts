import { z } from 'zod';
import { findTerms } from '../../terms/findTerms.ts';
import { FoundTerms } from '../../terms/FoundTerms.ts';
import { profileDocument } from '../../terms/profile/profileDocument.ts';
import { languageCodes } from '../../messages/languages.ts';
import { findCrawlerRules } from '../../terms/crawlers/findCrawlerRules.ts';
import { CrawlerRules } from '../../terms/crawlers/CrawlerRules.ts';
import { Hash } from '../../kernel/values.ts';
import { route } from '../http/route.ts';
import { OneWork } from './works.ts';

export const termsRoutes = [
  route('get', '/v1/terms/profile', {
    summary: 'The ODRL profile that terms are written in, as JSON-LD',
    answer: z.record(z.string(), z.unknown()),
    handle: () => Promise.resolve(profileDocument()),
  }),
  route('get', '/v1/terms/:termsId', {
    summary: 'Terms in full: for contracts, as an ODRL document, and in words',
    params: z.object({ termsId: Hash }),
    query: z.object({ language: z.enum(languageCodes).default('en') }),
    answer: FoundTerms,
    handle: (ledger, { params, query }) => findTerms(ledger, params.termsId, query.language),
  }),
  route('get', '/v1/works/:workId/crawlers', {
    summary:
      'What a site that shows a work says to crawlers: headers, robots.txt, tdmrep.json, CAWG, PLUS and IPTC',
    params: OneWork,
    query: z.object({
      /** Where the site shows it. */
      path: z.string().max(2000).optional(),
      /** Where this service is reached by others, for the addresses of terms. */
      service: z.string().max(500).optional(),
    }),
    answer: CrawlerRules,
    handle: (ledger, { params, query }) => findCrawlerRules(ledger, params.workId, query),
  }),
];
