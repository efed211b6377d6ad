import type { Result } from 'ethers';
import { account, id, integer, long } from './columns.ts';
import { table, toRow, type Decoders } from './table.ts';

/** Labels of communities, and regimes of trade, as they were fixed at registration. */
const labels = table('labels', { workId: id, community: account, labels: integer }, ['workId']);
const regimes = table(
  'regimes',
  { workId: id, registrar: account, minHolding: long, maxTransfers: integer },
  ['workId'],
);

export const ruleTables = { labels, regimes };

export const ruleDecoders: Decoders = {
  LabelsFixed: (e) => [toRow(labels, e)],
  RegimeFixed: (e) => [toRow(regimes, e['regime'] as Result, { workId: id.read(e['workId']) })],
};
