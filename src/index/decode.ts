import { Interface, toBeHex, type Log, type Result } from 'ethers';
import type { Deployment } from '../ports/Deployment.ts';
import { Accreditations__factory } from '../chain/generated/factories/contracts/heritage/Accreditations__factory.ts';
import { LicenceRegistry__factory } from '../chain/generated/factories/contracts/licence/LicenceRegistry__factory.ts';
import { ProvenanceLog__factory } from '../chain/generated/factories/contracts/log/ProvenanceLog__factory.ts';
import { RoyaltyLedger__factory } from '../chain/generated/factories/contracts/royalty/RoyaltyLedger__factory.ts';
import { UsageLedger__factory } from '../chain/generated/factories/contracts/usage/UsageLedger__factory.ts';
import { WorkRegistry__factory } from '../chain/generated/factories/contracts/work/WorkRegistry__factory.ts';
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
        until: Number(work['until']),
        flags: Number(work['flags']),
      }),
    ];
  },
  WorkVouched: (e) => [
    row('vouches', {
      workId: id(e['workId']),
      author: account(e['author']),
      entry: Number(e['index']),
      signed: Number(e['signed']),
    }),
  ],
  SharesFixed: (e) => {
    const workId = id(e['workId']);
    const sources = objects(e['sources']);
    const shares = { sources, inherited: objects(e['inherited']), payees: objects(e['payees']) };
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
  LabelsFixed: (e) => [
    row('labels', {
      workId: id(e['workId']),
      community: account(e['community']),
      labels: Number(e['labels']),
    }),
  ],
  RegimeFixed: (e) => {
    const regime = e['regime'] as Result;
    return [
      row('regimes', {
        workId: id(e['workId']),
        registrar: account(regime['registrar']),
        minHolding: Number(regime['minHolding']),
        maxTransfers: Number(regime['maxTransfers']),
      }),
    ];
  },
  EndRevised: (e) => [row('ends', { workId: id(e['workId']), until: Number(e['until']) })],
  MetadataFrozen: (e) => [row('freezes', { workId: id(e['workId']) })],
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
  ApprovalRequested: (e) => [row('requests', licenceOf(e))],
  LicenseeApproved: (e) => [row('approvals', { ...licenceOf(e), approved: Number(e['approved']) })],
  LicenceTransferred: (e) => [
    row('licenceTransfers', {
      ...licenceOf(e),
      to: account(e['to']),
      units: Number(e['units']),
      until: Number(e['until']),
    }),
  ],
  BreachRecorded: (e) => [
    row('breaches', {
      ...licenceOf(e),
      step: 'recorded',
      breach: Number(e['breach']),
      evidence: text(e['evidence']),
    }),
  ],
  BreachForgiven: (e) => [row('breaches', { ...licenceOf(e), step: 'forgiven', breach: 0, evidence: null })],
  LicenceRevoked: (e) => [
    row('breaches', { ...licenceOf(e), step: 'revoked', breach: Number(e['breach']), evidence: null }),
  ],
  LicenceAcquired: (e) => [
    row('licences', {
      ...licenceOf(e),
      payer: account(e['payer']),
      units: Number(e['units']),
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
  HandOverProposed: (e) => [row('handOvers', { ...placeOf(e), accepted: 0 })],
  HandedOver: (e) => [row('handOvers', { ...placeOf(e), accepted: 1 })],
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
  Accredited: (e) => [row('accreditations', { account: account(e['account']), roles: Number(e['roles']) })],
  HolderAttested: (e) => [
    row('attestations', {
      registrar: account(e['registrar']),
      holder: account(e['holder']),
      attested: Number(e['attested']),
    }),
  ],
};

/** The decoder of a deployment: the rows a log means; none for an event the store does not keep. */
export function decoderOf(deployment: Deployment): (log: Log) => Row[] {
  const contracts = new Map(
    (
      [
        [deployment.accreditations, Accreditations__factory],
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

/** Which licence an event is about. */
function licenceOf(e: Result) {
  return { workId: id(e['workId']), termsId: text(e['termsId']), licensee: account(e['licensee']) };
}

/** Whose place an event is about. */
function placeOf(e: Result) {
  return {
    payee: account(e['payee']),
    recipient: account(e['recipient']),
    successor: account(e['successor']),
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
