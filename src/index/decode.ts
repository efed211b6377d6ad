import { Interface, toBeHex, type Log, type Result } from 'ethers';
import type { Deployment } from '../ledger.ts';
import { LicenceRegistry__factory } from '../chain/generated/factories/contracts/LicenceRegistry__factory.ts';
import { ProvenanceLog__factory } from '../chain/generated/factories/contracts/ProvenanceLog__factory.ts';
import { RoyaltyLedger__factory } from '../chain/generated/factories/contracts/RoyaltyLedger__factory.ts';
import { UsageLedger__factory } from '../chain/generated/factories/contracts/UsageLedger__factory.ts';
import { WorkRegistry__factory } from '../chain/generated/factories/contracts/WorkRegistry__factory.ts';
import type { eventTables, Tables } from '../store/tables.ts';

type EventTable = (typeof eventTables)[number];
type Fields<T extends EventTable> = Omit<Tables[T], 'block' | 'position' | 'transaction'>;

/** A row to append, and the table it belongs to. */
export type Row = { [T in EventTable]: { table: T; fields: Fields<T> } }[EventTable];

const events: Record<string, (args: Result) => Row[]> = {
  WorkRegistered: (e) => {
    const work = e['work'] as Result;
    return [
      row('works', {
        workId: id(e['workId']),
        creator: account(e['creator']),
        contentHash: text(e['contentHash']),
        metadataHash: text(e['metadataHash']),
        retained: Number(work['retained']),
        ceiling: Number(work['ceiling']),
        holderUses: Number(work['holderUses']),
        resaleBps: Number(work['resaleBps']),
        kind: Number(work['kind']),
        moralRights: Number(work['moralRights']),
        aiSummary: Number(work['aiSummary']),
        flags: Number(work['flags']),
      }),
    ];
  },
  SharesFixed: (e) => {
    const workId = id(e['workId']);
    const lists = e['shares'] as Result;
    const sources = objects(lists['sources']);
    const shares = { sources, inherited: objects(lists['inherited']), payees: objects(lists['payees']) };
    return [
      row('shares', { workId, shares: JSON.stringify(shares) }),
      ...sources.map((source) =>
        row('sources', {
          workId,
          sourceId: id(BigInt(text(source['workId']))),
          termsId: text(source['termsId']),
          shareBps: Number(source['shareBps']),
          absolute: Number(source['absolute']),
        }),
      ),
    ];
  },
  MetadataAmended: (e) => [
    row('amendments', {
      workId: id(e['workId']),
      metadataHash: text(e['metadataHash']),
      aiSummary: Number(e['aiSummary']),
    }),
  ],
  CreatorSucceeded: (e) => [
    row('successions', {
      workId: id(e['workId']),
      creator: account(e['creator']),
      successor: account(e['successor']),
    }),
  ],
  Transfer: (e) => [
    row('transfers', { workId: id(e['tokenId']), from: account(e['from']), to: account(e['to']) }),
  ],
  TermsOffered: (e) => [
    row('offers', {
      workId: id(e['workId']),
      termsId: text(e['termsId']),
      open: 1,
      terms: JSON.stringify(plain(e['terms'] as Result)),
      documentHash: text((e['terms'] as Result)['documentHash']),
    }),
  ],
  TermsWithdrawn: (e) => [
    row('offers', {
      workId: id(e['workId']),
      termsId: text(e['termsId']),
      open: 0,
      terms: null,
      documentHash: null,
    }),
  ],
  LicenceAcquired: (e) => [
    row('licences', {
      workId: id(e['workId']),
      termsId: text(e['termsId']),
      licensee: account(e['licensee']),
      payer: account(e['payer']),
      price: text(e['price']),
      since: Number(e['since']),
      until: Number(e['until']),
    }),
  ],
  WorkPaid: (e) => [
    row('payments', {
      workId: id(e['workId']),
      currency: account(e['currency']),
      reference: text(e['paymentRef']),
      payer: account(e['payer']),
      amount: text(e['amount']),
    }),
  ],
  SourceCredited: (e) => [
    row('allocations', {
      workId: id(e['workId']),
      currency: account(e['currency']),
      sourceId: id(e['sourceId']),
      payee: null,
      amount: text(e['amount']),
    }),
  ],
  PayeeCredited: (e) => [
    row('allocations', {
      workId: id(e['workId']),
      currency: account(e['currency']),
      sourceId: null,
      payee: account(e['payee']),
      amount: text(e['amount']),
    }),
  ],
  Claimed: (e) => [
    row('claims', {
      payee: account(e['payee']),
      currency: account(e['currency']),
      amount: text(e['amount']),
    }),
  ],
  StatementFiled: (e) => [
    row('statements', {
      statementId: text(e['statementId']),
      reporter: account(e['reporter']),
      documentHash: text(e['documentHash']),
      currency: account(e['currency']),
      lines: Number(e['lines']),
      due: text(e['due']),
    }),
  ],
  UsageJudged: (e) => [
    row('usages', {
      statementId: text(e['statementId']),
      line: Number(e['line']),
      workId: id(e['workId']),
      termsId: text(e['termsId']),
      use: Number(e['use']),
      count: text(e['count']),
      revenue: text(e['revenue']),
      licensed: Number(e['licensed']),
      due: text(e['due']),
    }),
  ],
  RootAnchored: (e) => [row('anchors', { size: Number(e['size']), root: text(e['root']) })],
};

/** The decoder of a deployment: the rows a log means; none for an event the store does not keep. */
export function decoderOf(deployment: Deployment): (log: Log) => Row[] {
  const contracts = new Map(
    (
      [
        [deployment.works, WorkRegistry__factory],
        [deployment.licences, LicenceRegistry__factory],
        [deployment.royalties, RoyaltyLedger__factory],
        [deployment.usages, UsageLedger__factory],
        [deployment.log, ProvenanceLog__factory],
      ] as const
    ).map(([address, factory]) => [address.toLowerCase(), new Interface(factory.abi)] as const),
  );
  return (log) => {
    const event = contracts.get(log.address.toLowerCase())?.parseLog(log);
    return (event && events[event.name]?.(event.args)) ?? [];
  };
}

function row<T extends EventTable>(table: T, fields: Fields<T>): Row {
  return { table, fields } as Row;
}

/** The structs of a list, as JSON holds them: numbers beyond 2^53 as decimal text. */
function objects(list: unknown): Record<string, unknown>[] {
  return [...(list as Result)].map((struct) => plain(struct as Result));
}

function plain(struct: Result): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(struct.toObject()).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? `${value}` : value,
    ]),
  );
}

function id(value: unknown): string {
  return toBeHex(value as bigint, 32);
}

function account(value: unknown): string {
  return text(value).toLowerCase();
}

function text(value: unknown): string {
  return String(value);
}
