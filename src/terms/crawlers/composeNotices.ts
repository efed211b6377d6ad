import { refuseValue } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { cawgAssertion } from './cawgAssertion.ts';
import { contentUsage } from './contentUsage.ts';
import type { CrawlerNotices } from './CrawlerNotices.ts';
import { plusDataMining } from './plusDataMining.ts';
import type { Signals } from './deriveSignals.ts';
import { offersMining, tdmReservation } from './tdmReservation.ts';
import { escaped, xmpPacket } from './xmpPacket.ts';

export interface Shown {
  /** Where the site shows it, such as `/masks/`; everything unless given. */
  path?: string | undefined;
  /** Where the terms can be read, and where their document is. */
  policyUrl?: string | undefined;
  documentUrl?: string | undefined;
  /** The terms in English, one sentence each. */
  words?: readonly string[] | undefined;
}

/**
 * The same signals in every way that machines are told by: `Content-Usage` (draft-ietf-aipref-attach-05, sections 2 and 3),
 * the TDM Reservation Protocol, `Link` with `license` (RFC 8288, RFC 4946), CAWG, PLUS and IPTC.
 *
 * They signal and do not enforce. None allows what the terms do not.
 *
 * @throws LedgerError `input-invalid` for a path or an address that no header can hold.
 */
export function composeNotices(signals: Signals, shown: Shown = {}): CrawlerNotices {
  const { policyUrl, documentUrl, words = [] } = shown;
  const path = toPath(shown.path ?? '/');
  for (const url of [policyUrl, documentUrl]) if (url !== undefined) requireUrl(url);
  const usage = contentUsage(signals);
  const reservation = tdmReservation(signals);
  const policy = reservation === 1 && offersMining(signals) ? policyUrl : undefined;
  return {
    headers: {
      'Content-Usage': usage,
      'tdm-reservation': `${reservation}`,
      ...(policy === undefined ? {} : { 'tdm-policy': policy }),
      ...(documentUrl === undefined ? {} : { Link: `<${documentUrl}>; rel="license"` }),
    },
    robots: `User-Agent: *\nContent-Usage: ${path} ${usage}\n`,
    tdmrep: [
      {
        location: path,
        'tdm-reservation': reservation,
        ...(policy === undefined ? {} : { 'tdm-policy': policy }),
      },
    ],
    html: [
      `<meta name="tdm-reservation" content="${reservation}">`,
      ...(policy === undefined ? [] : [`<meta name="tdm-policy" content="${escaped(policy)}">`]),
      ...(documentUrl === undefined ? [] : [`<link rel="license" href="${escaped(documentUrl)}">`]),
      '',
    ].join('\n'),
    cawg: cawgAssertion(signals, policyUrl),
    plus: plusDataMining(signals),
    xmp: xmpPacket({ signals, policyUrl, documentUrl, words }),
  };
}

/** A path as `robots.txt` has it (RFC 9309, 2.2.2): what would end it is percent-encoded. */
function toPath(path: string): string {
  if (path.startsWith('/') && path.isWellFormed() && path.length <= 2000) {
    return path.replace(/[^!$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu, (mark) => encodeURIComponent(mark));
  }
  throw refuseValue('path', message('errors.a-path'), path);
}

function requireUrl(url: string): void {
  if (/^https?:\/\/[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+$/.test(url)) return;
  throw refuseValue('url', message('errors.a-web-address'), url);
}
