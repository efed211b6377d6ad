import { Wallet, verifyTypedData } from 'ethers';
import { recoverSigner } from '../../src/bulk/recoverSigner.ts';
import { digesterFor } from '../../src/bulk/typedDigest.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { composeLine } from '../../src/work/logged/composeLine.ts';
import { loggedRegistrationData } from '../../src/work/logged/LoggedRegistration.ts';
import type { TypedData } from '../../src/ports/TypedData.ts';
import type { LoggedPayload } from '../../src/work/logged/registrationPayload.ts';
import { WorkLine } from '../../src/work/logged/WorkLine.ts';
import { measure, type Measure } from './measure.ts';

const count = 300;
const deployment = { chainId: 31337, log: `0x${'12'.repeat(20)}` } as const;

/** Records that are signed one by one: who signed each, against ethers. */
export async function benchSignatures(): Promise<Measure[]> {
  const wallet = new Wallet(`0x${'42'.repeat(32)}`);
  const creator = wallet.address.toLowerCase() as Hex;
  const signed: { payload: LoggedPayload; data: TypedData; signature: Hex }[] = [];
  for (let n = 0; n < count; n += 1) {
    const line = WorkLine.parse({
      creator,
      content: { hash: `0x${n.toString(16).padStart(64, '1')}`, mediaType: 'image/png', bytes: 1 },
      title: { en: 'Mask' },
      creators: [{ name: { en: 'A mask tool' } }],
      kind: 'opera-mask',
      aiSummary: 'trainedAlgorithmicMedia',
    });
    const { payload } = composeLine(line);
    const data = loggedRegistrationData(deployment, creator, payload);
    const signature = (await wallet.signTypedData(data.domain, data.types, data.message)) as Hex;
    signed.push({ payload, data, signature });
  }
  const digester = digesterFor(deployment);
  const requireCreator = (found: string | undefined) => {
    if (found?.toLowerCase() !== creator) throw new Error(`expected ${creator}, got ${String(found)}`);
  };
  return [
    await measure(
      { name: 'verify a signed registration', baseline: 'ethers.verifyTypedData' },
      count,
      () => {
        for (const one of signed) {
          requireCreator(recoverSigner(digester.digestOf(creator, one.payload), one.signature));
        }
      },
      () => {
        for (const { data, signature } of signed) {
          requireCreator(verifyTypedData(data.domain, data.types, data.message, signature));
        }
      },
    ),
  ];
}
