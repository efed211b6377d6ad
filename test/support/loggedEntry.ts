import type { Signer } from 'ethers';
import { hashBytes } from '../../src/canonical.ts';
import type { Deployment } from '../../src/ledger.ts';
import { encodeEnvelope } from '../../src/log/envelope.ts';
import { hashLeaf } from '../../src/log/tree.ts';
import { hexId, zeroHash, type Hex } from '../../src/values.ts';
import {
  encodeRegistrationPayload,
  loggedRegistrationTypes,
  type Logged,
} from '../../src/work/LoggedRegistration.ts';
import { domainOf, type Registration } from '../../src/work/Registration.ts';
import { workIdOf } from '../../src/work/workIdOf.ts';

interface Spoken {
  creator: Hex;
  registration: Registration;
  termsId?: Hex;
}

/** A registration as an entry of the log that its creator signed. */
export async function signedEntry(deployment: Deployment, signer: Signer, spoken: Omit<Spoken, 'creator'>) {
  const { registration, termsId = zeroHash } = spoken;
  const creator = (await signer.getAddress()).toLowerCase() as Hex;
  const domain = domainOf(deployment.chainId, deployment.log);
  const message = { ...registration, creator, termsId };
  const signature = (await signer.signTypedData(domain, loggedRegistrationTypes, message)) as Hex;
  return entryOf({ creator, registration, termsId }, creator, signature);
}

/** The same with the word of an operator in place of the creator's signature. */
export function vouchedEntry(author: Hex, spoken: Spoken) {
  return entryOf(spoken, author, '0x');
}

function entryOf({ creator, registration, termsId = zeroHash }: Spoken, author: Hex, signature: Hex) {
  const payload = encodeRegistrationPayload(registration, termsId, signature);
  const subject = hexId(workIdOf(creator, registration.contentHash));
  const leaf = encodeEnvelope({
    type: 'registration',
    subject,
    author,
    payloadHash: hashBytes(payload),
  });
  const logged: Omit<Logged, 'index' | 'proof'> = { author, termsId, signature };
  const leafHash: Hex = `0x${hashLeaf(leaf).toString('hex')}`;
  return { creator, registration, payload, leaf, leafHash, logged };
}
