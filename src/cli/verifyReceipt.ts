import type { JsonRpcProvider } from 'ethers';
import { parseInput } from '../kernel/json/parseInput.ts';
import type { Bundle } from '../log/Bundle.ts';
import { verifyBundle } from '../verify/verifyBundle.ts';
import { ReceiptFile } from '../check/receipt/Receipt.ts';
import { receiptData } from '../check/receipt/receiptData.ts';
import {
  faultOfBlock,
  faultOfVerdict,
  faultWithin,
  readReceipt,
  type ReadReceipt,
  type ReceiptFault,
} from '../verify/verifyReceipt.ts';
import type { Hex } from '../kernel/values.ts';
import { address } from './command/arguments.ts';
import type { Cli } from './command/Cli.ts';
import { exitCodes } from './command/exitCodes.ts';
import { blocks, pairs, timeText } from './terminal/format.ts';
import type { Answer } from './command/run.ts';
import { createContext } from './command/createContext.ts';
import { moneyFormat } from './money/createMoneyFormat.ts';
import { describeDecision } from './check/describeDecision.ts';
import type { VerifyOptions } from './verify.ts';
import { askChain, rootIn } from './verifyEntry.ts';

interface Verified {
  verdict: 'holds' | 'does-not-hold' | 'cannot-tell';
  against: 'chain' | 'root';
  fault: ReceiptFault | null;
  /** Whether it was decided once more, from the chain’s own events. */
  decidedAgain: boolean;
}

/** Checks a receipt: the signature, its place in the log, the block, the documents, and the decision itself. */
export async function verifyReceipt(cli: Cli<VerifyOptions>, value: unknown): Promise<Answer> {
  const file = parseInput(ReceiptFile, value);
  const receipt = readReceipt(file);
  const verified = await verify(cli, file, receipt);
  const { decision, author, stated } = receipt.record;
  const { index, size, root, anchor } = file.entry;
  const context = createContext([], process.env);
  return {
    data: { ...verified, author, stated, index, size, root, anchor, decision },
    text: () =>
      blocks(
        headOf(verified, file.entry),
        pairs(['signed by', author], ['stated', timeText(stated)], ['entry', `${index} of ${size}`]),
        describeDecision(decision, moneyFormat(new Map(), context), context),
      ),
    exitCode: exitCodeOf(verified),
  };
}

async function verify(cli: Cli<VerifyOptions>, file: ReceiptFile, receipt: ReadReceipt): Promise<Verified> {
  const root = rootIn(cli.options);
  const against = root?.against ?? 'chain';
  const failed = (fault: ReceiptFault): Verified => ({
    verdict: 'does-not-hold',
    against,
    fault,
    decidedAgain: false,
  });
  const within = faultWithin(file, receipt) ?? faultOfSigner(cli, receipt);
  if (within !== null) return failed(within);
  const entry = await faultOfEntries(cli, file);
  if (entry !== null) return failed(entry);

  const provider = root === undefined ? (await cli.chain()).provider : undefined;
  const signed = await isSigned(provider, receipt);
  if (!signed) {
    const { author } = receipt.record;
    const fault = { what: 'the signature', expected: `one of ${author}`, got: 'none that is good' };
    // Without the chain nobody knows what a contract wallet would say of it.
    return provider === undefined ? { ...failed(fault), verdict: 'cannot-tell' } : failed(fault);
  }
  if (provider === undefined) return { verdict: 'holds', against, fault: null, decidedAgain: false };
  const fault = await faultOnChain(cli, provider, file, receipt);
  return fault === null ? { verdict: 'holds', against, fault: null, decidedAgain: true } : failed(fault);
}

function faultOfSigner({ options }: Cli<VerifyOptions>, { record }: ReadReceipt): ReceiptFault | null {
  if (options.signer === undefined) return null;
  const expected = address(options.signer, '--signer');
  if (record.author === expected) return null;
  return { what: 'the signer', expected, got: record.author };
}

/** The entry itself, and those of works that were in the log only. */
async function faultOfEntries(
  cli: Cli<VerifyOptions>,
  { entry, logged }: ReceiptFile,
): Promise<ReceiptFault | null> {
  const { key, contract } = cli.options;
  for (const [at, bundle] of [entry, ...logged].entries()) {
    // A root that was given is that of the receipt's own entry.
    if (at > 0 && rootIn(cli.options) !== undefined) break;
    const trusted = rootIn(cli.options) ?? (await askChain(cli, bundle));
    const { fault } = verifyBundle(bundle, trusted, {
      verifierKey: key,
      contract: contract === undefined ? undefined : address(contract, '--contract'),
    });
    if (fault !== null) return fault;
  }
  return null;
}

async function isSigned(
  provider: JsonRpcProvider | undefined,
  { record, signature }: ReadReceipt,
): Promise<boolean> {
  const { recovers, verifySignature } = await import('../chain/verifySignature.ts');
  const data = receiptData(record.deployment, record);
  if (recovers(record.author, data, signature)) return true;
  return provider !== undefined && (await verifySignature(provider, record.author, data, signature));
}

/** Rebuilds the facts of the block from the chain's events, and decides again. */
async function faultOnChain(
  cli: Cli<VerifyOptions>,
  provider: JsonRpcProvider,
  file: ReceiptFile,
  receipt: ReadReceipt,
): Promise<ReceiptFault | null> {
  const { decision, deployment } = receipt.record;
  const { number } = decision.block;
  const { asked } = await import('../chain/openChain.ts');
  const found = await asked(() => provider.getBlock(number));
  const block =
    found?.hash == null ? undefined : { number, hash: found.hash as Hex, timestamp: found.timestamp };
  const other = faultOfBlock(receipt, block);
  if (other !== null) return other;
  cli.progress(`reading the chain’s events up to block ${number}`);
  const [{ openStore }, { catchUp }, { readFacts }] = await Promise.all([
    import('../store/openStore.ts'),
    import('../index/follow.ts'),
    import('../store/readFacts.ts'),
  ]);
  const store = await openStore(':memory:');
  try {
    await asked(() => catchUp(store, provider, deployment, { upTo: number }));
    return await readFacts(store, (facts) => faultOfVerdict(file, receipt, facts));
  } finally {
    await store.destroy();
  }
}

function exitCodeOf({ verdict, against }: Verified): number {
  if (verdict === 'does-not-hold') return exitCodes.denied;
  if (verdict === 'cannot-tell') return exitCodes.cannotTell;
  return against === 'root' ? exitCodes.holdsOffline : exitCodes.done;
}

function headOf({ verdict, against, fault }: Verified, { chainId, anchor }: Bundle): string {
  if (fault !== null) {
    const word = verdict === 'cannot-tell' ? 'nobody can tell without the chain' : 'does NOT hold';
    return `${word}\n\n${pairs(['what', fault.what], ['expected', fault.expected], ['got', fault.got])}`;
  }
  return against === 'chain'
    ? `holds: chain ${chainId} anchored it in block ${anchor.block}, ${timeText(anchor.timestamp)}; decided again from its events, it is the same`
    : 'holds against the root that was given; the chain was not asked, and the decision was not made again';
}
