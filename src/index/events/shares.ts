import type { Result } from 'ethers';
import { id, integer, text } from './columns.ts';
import { table, toPlain, toRow, type Decoders } from './table.ts';

/** The sources and payees of a work as JSON: it is read whole, to be brought to the contract whole. */
const shares = table('shares', { workId: id, shares: text }, ['workId']);
const sources = table(
  'sources',
  { workId: id, sourceId: id, termsId: text, shareBps: integer, absolute: integer },
  ['workId', 'sourceId'],
);

export const shareTables = { shares, sources };

export const shareDecoders: Decoders = {
  SharesFixed: (e) => {
    const workId = id.read(e['workId']);
    const [from, inherited, payees] = ['sources', 'inherited', 'payees'].map((name) =>
      [...(e[name] as Result)].map((struct) => toPlain(struct as Result)),
    );
    return [
      toRow(shares, e, { shares: JSON.stringify({ sources: from, inherited, payees }) }),
      ...(from ?? []).map((source) =>
        toRow(sources, source, { workId, sourceId: id.read(BigInt(String(source['workId']))) }),
      ),
    ];
  },
};
