/** Where a row comes from. All rows are appended, one an event, so a reorganisation takes back whole rows. */
interface Origin {
  block: number;
  /** The event's place in its block. */
  position: number;
  transaction: string;
}

/** Ids and hashes are `0x` and 64 hex digits, accounts in lower case, amounts decimal text. */
export interface Tables {
  /** The blocks the rows come from, and the head that was read last. */
  blocks: { number: number; hash: string; timestamp: number };
  /** One row. Every write raises `turn`, so of two writers who started from the same state one goes back. */
  cursor: { turn: number };
  works: Origin & {
    workId: string;
    creator: string;
    contentHash: string;
    metadataHash: string;
    retained: number;
    ceiling: number;
    holderUses: number;
    resaleBps: number;
    kind: number;
    moralRights: number;
    aiSummary: number;
    until: number;
    flags: number;
  };
  /** Works that were minted from an entry of the log, and who speaks in it. */
  vouches: Origin & { workId: string; author: string; entry: number; signed: number };
  labels: Origin & { workId: string; community: string; labels: number };
  regimes: Origin & { workId: string; registrar: string; minHolding: number; maxTransfers: number };
  /** Ends of works that were revised. */
  ends: Origin & { workId: string; until: number };
  /** Works whose metadata can no longer be amended. */
  freezes: Origin & { workId: string };
  /** The sources and payees of a work as JSON: it is read whole, to be brought to the contract whole. */
  shares: Origin & { workId: string; shares: string };
  sources: Origin & { workId: string; sourceId: string; termsId: string; shareBps: number; absolute: number };
  amendments: Origin & { workId: string; metadataHash: string; aiSummary: number };
  successions: Origin & { workId: string; creator: string; successor: string };
  transfers: Origin & { workId: string; from: string; to: string };
  /** A withdrawal repeats neither terms nor document. */
  offers: Origin & {
    workId: string;
    termsId: string;
    open: number;
    terms: string | null;
    documentHash: string | null;
  };
  /** Licensees who asked to be approved. */
  requests: Origin & { workId: string; termsId: string; licensee: string };
  approvals: Origin & { workId: string; termsId: string; licensee: string; approved: number };
  /** Licences as they were bought or renewed; `units` is what was held then. */
  licences: Origin & {
    workId: string;
    termsId: string;
    licensee: string;
    payer: string;
    units: number;
    price: string;
    since: number;
    until: number;
  };
  /** Units of licences that passed to another holder. */
  licenceTransfers: Origin & {
    workId: string;
    termsId: string;
    licensee: string;
    to: string;
    units: number;
    until: number;
  };
  /** What was said of breaches of licences; only what was recorded has evidence. */
  breaches: Origin & {
    workId: string;
    termsId: string;
    licensee: string;
    step: 'recorded' | 'forgiven' | 'revoked';
    breach: number;
    evidence: string | null;
  };
  payments: Origin & { workId: string; currency: string; reference: string; payer: string; amount: string };
  /** What a settlement moved, to a source or to a payee. */
  allocations: Origin & {
    workId: string;
    currency: string;
    sourceId: string | null;
    payee: string | null;
    amount: string;
  };
  claims: Origin & { payee: string; currency: string; amount: string };
  /** Payees' places as they were offered, or taken. */
  handOvers: Origin & { payee: string; recipient: string; successor: string; accepted: number };
  statements: Origin & {
    statementId: string;
    reporter: string;
    documentHash: string;
    currency: string;
    lines: number;
    due: string;
  };
  usages: Origin & {
    statementId: string;
    line: number;
    workId: string;
    termsId: string;
    use: number;
    count: string;
    revenue: string;
    licensed: number;
    due: string;
  };
  anchors: Origin & { size: number; root: string };
  accreditations: Origin & { account: string; roles: number };
  attestations: Origin & { registrar: string; holder: string; attested: number };
}

/** Everything that is projected from events, in one place, so that a reorganisation forgets no table. */
export const eventTables = [
  'works',
  'vouches',
  'labels',
  'regimes',
  'ends',
  'freezes',
  'shares',
  'sources',
  'amendments',
  'successions',
  'transfers',
  'offers',
  'requests',
  'approvals',
  'licences',
  'licenceTransfers',
  'breaches',
  'payments',
  'allocations',
  'claims',
  'handOvers',
  'statements',
  'usages',
  'anchors',
  'accreditations',
  'attestations',
] as const satisfies readonly (keyof Tables)[];
