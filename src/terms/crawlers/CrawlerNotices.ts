import { z } from 'zod';

/** What a site that shows a work says to machines that read it. */
export const CrawlerNotices = z.object({
  /** Header fields of the answer with the picture, and of pages that show it. */
  headers: z.record(z.string(), z.string()),
  /** Lines for `/robots.txt`. */
  robots: z.string(),
  /** Entries for `/.well-known/tdmrep.json`. */
  tdmrep: z.array(
    z.object({
      location: z.string(),
      'tdm-reservation': z.union([z.literal(0), z.literal(1)]),
      'tdm-policy': z.string().optional(),
    }),
  ),
  /** Elements for the head of pages that show it. */
  html: z.string(),
  /** An assertion for a C2PA manifest. */
  cawg: z.object({
    label: z.string(),
    data: z.object({
      entries: z.record(
        z.string(),
        z.object({
          use: z.enum(['allowed', 'constrained', 'notAllowed']),
          constraint_info: z.string().optional(),
        }),
      ),
    }),
  }),
  /** The PLUS Data Mining code, and a packet of XMP that holds it. */
  plus: z.string(),
  xmp: z.string(),
});
export type CrawlerNotices = z.output<typeof CrawlerNotices>;
