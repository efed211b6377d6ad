import { createKeccak } from 'hash-wasm';
import { loggedRegistrationTypes } from '../work/logged/LoggedRegistration.ts';
import type { LoggedPayload } from '../work/logged/registrationPayload.ts';
import type { Hex } from '../kernel/values.ts';

/**
 * The EIP-712 digest of what creators sign for the log, as any library makes it of `loggedRegistrationTypes`, a hundred
 * times as fast: registrations come by the thousand.
 */
export interface Digester {
  digestOf(creator: Hex, payload: LoggedPayload): Buffer;
}

const keccak = await createKeccak(256);
const wordLength = 32;

/** The domain of a log's contract. */
export function digesterFor({ chainId, log }: { chainId: number; log: Hex }): Digester {
  const domainWords = [
    hashText('EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'),
    hashText('Lianpu'),
    hashText('1'),
    toWord(chainId),
    toWord(log),
  ];
  const domain = hashWords(domainWords);
  const { LoggedRegistration: stated, ...referenced } = loggedRegistrationTypes;
  const names = Object.keys(referenced).sort() as (keyof typeof referenced)[];
  const referencedText = (name: keyof typeof referenced) => typeText(name, referenced[name]);
  const type = hashText(typeText('LoggedRegistration', stated) + names.map(referencedText).join(''));
  const [regimeType, sourceType, payeeType] = (['Regime', 'Source', 'Payee'] as const).map((name) =>
    hashText(referencedText(name)),
  ) as [Buffer, Buffer, Buffer];
  return {
    digestOf(creator, { registration: r, termsId }) {
      const sources = r.sources.map((one) =>
        hashWords([
          sourceType,
          toWord(one.workId),
          toWord(one.termsId),
          toWord(one.shareBps),
          toWord(Number(one.absolute)),
        ]),
      );
      const payees = r.payees.map((one) => hashWords([payeeType, toWord(one.account), toWord(one.shareBps)]));
      const { registrar, minHolding, maxTransfers } = r.regime;
      const values: Record<string, Buffer> = {
        creator: toWord(creator),
        regime: hashWords([regimeType, toWord(registrar), toWord(minHolding), toWord(maxTransfers)]),
        sources: hashWords(sources),
        payees: hashWords(payees),
        termsId: toWord(termsId),
      };
      const words = stated.map(({ name }) => values[name] ?? toWord(r[name as 'kind']));
      const struct = hashWords([type, ...words]);
      return Buffer.from(
        keccak
          .init()
          .update(Buffer.concat([Buffer.of(0x19, 0x01), domain, struct]))
          .digest('binary'),
      );
    },
  };
}

function typeText(name: string, fields: readonly { name: string; type: string }[]): string {
  return `${name}(${fields.map((field) => `${field.type} ${field.name}`).join(',')})`;
}

function hashText(text: string): Buffer {
  return Buffer.from(keccak.init().update(text).digest('binary'));
}

function hashWords(words: readonly Buffer[]): Buffer {
  return Buffer.from(keccak.init().update(Buffer.concat(words)).digest('binary'));
}

function toWord(value: number | bigint | Hex): Buffer {
  const word = Buffer.alloc(wordLength);
  if (typeof value === 'number') word.writeUIntBE(value, wordLength - 6, 6);
  else {
    const digits = typeof value === 'bigint' ? value.toString(16).padStart(64, '0') : value.slice(2);
    word.write(digits, wordLength - digits.length / 2, 'hex');
  }
  return word;
}
