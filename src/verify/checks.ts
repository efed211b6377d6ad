import { faultChecks } from '../log/audit/Fault.ts';

/**
 * The checks of each kind of proof, in the order they are made. The names are stable: programs compare them, and the
 * catalogue has a text for each.
 */
export const checks = {
  /** An entry of the log by itself. */
  entry: [
    'leaf',
    'payload-hash',
    'document',
    'contract',
    'checkpoint-origin',
    'checkpoint-size',
    'checkpoint-root',
    'checkpoint-signature',
    'inclusion',
  ],
  /** A root of the log by the ground. */
  anchor: [
    'root-size',
    'root',
    'chain',
    'anchor',
    'anchor-contract',
    'anchor-size',
    'anchor-root',
    'anchor-block',
    'anchor-block-hash',
    'anchor-time',
  ],
  /** A receipt, beside those of its entries. */
  receipt: [
    'entry-type',
    'entry-subject',
    'entry-author',
    'log-contract',
    'log-chain',
    'stated-time',
    'log-size',
    'terms-document',
    'logged-entries',
    'signer',
    'author-signature',
    'block',
    'block-time',
    'decision',
    'decision-field',
  ],
  /** A process pack, beside those of its anchors. */
  pack: [
    'head',
    'head-session',
    'head-author',
    'head-order',
    'last-head',
    'content',
    'work-file',
    'head-signature',
    'event-anchored',
  ],
  /** A whole log; those that fail at an entry are listed only where they do. */
  log: ['entries', 'anchors', ...faultChecks],
} as const;

export type Check = (typeof checks)[keyof typeof checks][number];
