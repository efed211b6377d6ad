import type { Signer } from 'ethers';
import { expect, vi } from 'vitest';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import type { WorkRegistry } from '../../src/chain/generated/contracts/work/WorkRegistry.ts';
import { asked, placed } from '../../src/chain/openChain.ts';
import type { Deployment } from '../../src/ports/Deployment.ts';
import type { Ledger } from '../../src/ports/Ledger.ts';
import { encodeEnvelope } from '../../src/log/envelope.ts';
import { hashLeaf } from '../../src/log/tree/tree.ts';
import type { Terms } from '../../src/terms/Terms.ts';
import { hexId, zeroHash, type Hex, type Origin } from '../../src/kernel/values.ts';
import { loggedRegistrationTypes } from '../../src/work/logged/LoggedRegistration.ts';
import { encodeRegistrationPayload } from '../../src/work/logged/registrationPayload.ts';
import { toDomain, type Registration } from '../../src/work/Registration.ts';
import { computeWorkId } from '../../src/work/computeWorkId.ts';

interface Spoken {
  creator: Hex;
  registration: Registration;
  termsId?: Hex;
}

/** A registration as an entry of the log that its creator signed. */
export async function signedEntry(deployment: Deployment, signer: Signer, spoken: Omit<Spoken, 'creator'>) {
  const { registration, termsId = zeroHash } = spoken;
  const creator = (await signer.getAddress()).toLowerCase() as Hex;
  const domain = toDomain(deployment.chainId, deployment.log);
  const message = { ...registration, creator, termsId };
  const signature = (await signer.signTypedData(domain, loggedRegistrationTypes, message)) as Hex;
  return toEntry({ creator, registration, termsId }, creator, signature);
}

/** The same with the word of an operator in place of the creator's signature. */
export function vouchedEntry(author: Hex, spoken: Spoken) {
  return toEntry(spoken, author, '0x');
}

/** Puts an entry into a log that a service anchors, and waits until it has; the entry then has its proof. */
export async function appendEntry(
  { log, chain }: Pick<Ledger, 'log' | 'chain'>,
  { creator, registration, payload, leafHash, logged }: ReturnType<typeof toEntry>,
) {
  const subject = hexId(computeWorkId(creator, registration.contentHash));
  const envelope = { type: 'registration', subject, author: logged.author } as const;
  const entry = await log.append({ envelope, payload });
  expect(entry.leafHash).toBe(leafHash);
  const { index } = entry;
  let size = 0;
  await vi.waitUntil(async () => ({ size } = await chain.anchored()).size > index, { timeout: 20_000 });
  return { creator, registration, logged: { ...logged, index, proof: log.proveInclusion(index, size) } };
}

/** Mints what an entry says, as anybody may. */
export async function mintEntry(
  works: WorkRegistry,
  { creator, registration, logged }: Awaited<ReturnType<typeof appendEntry>>,
  terms: Terms[] = [],
): Promise<Origin> {
  return await asked(async () =>
    placed(await works.registerFromLog(creator, registration, [], logged, terms)),
  );
}

function toEntry({ creator, registration, termsId = zeroHash }: Spoken, author: Hex, signature: Hex) {
  const payload = encodeRegistrationPayload({ registration, termsId, signature });
  const subject = hexId(computeWorkId(creator, registration.contentHash));
  const leaf = encodeEnvelope({
    type: 'registration',
    subject,
    author,
    payloadHash: hashBytes(payload),
  });
  const logged = { author, termsId, signature };
  const leafHash: Hex = `0x${hashLeaf(leaf).toString('hex')}`;
  return { creator, registration, payload, leaf, leafHash, logged };
}
