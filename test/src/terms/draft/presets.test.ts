import type { BaseContract, Result } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/kernel/json/canonicalJson.ts';
import { decodeDocument } from '../../../../src/kernel/json/parseInput.ts';
import { isNonCommercial, OdrlDocument } from '../../../../src/terms/document/odrl.ts';
import { presetNames, presetTerms, type PresetOptions } from '../../../../src/terms/draft/presets.ts';
import { composeTerms } from '../../../../src/terms/Terms.ts';
import { TermsDraft } from '../../../../src/terms/draft/TermsDraft.ts';
import type { Hex } from '../../../../src/kernel/values.ts';
import { freshChain } from '../../../support/chain.ts';
import { compiled } from '../../../support/compile.ts';

const currency: Hex = `0x${'12'.repeat(20)}`;
const open: Record<keyof PresetOptions, unknown> = {
  currency,
  price: '123456789',
  revenueShareBps: 1234,
  duration: 86_400,
};

let library: BaseContract;
beforeAll(async () => {
  const { cast } = await freshChain();
  library = await compiled('PresetTerms', cast.operator).deploy();
  await library.waitForDeployment();
});

describe.each(presetNames)('the preset %s', (preset) => {
  it('is that of the Solidity library, field by field', async () => {
    const method = library.getFunction(preset);
    const asked = method.fragment.inputs.map(({ name }) => name).filter((name) => name !== 'documentHash');
    const options = Object.fromEntries(asked.map((name) => [name, open[name as keyof PresetOptions]]));
    const { terms } = composeTerms(TermsDraft.parse(presetTerms(preset, options)));
    const theirs = (await method.staticCall(...Object.values(options), terms.documentHash)) as Result;
    const ours = Object.values({
      uses: terms.uses,
      passOn: terms.passOn,
      currency: terms.currency,
      price: terms.price,
      revenueShareBps: terms.revenueShareBps,
      duration: terms.duration,
      cap: terms.cap,
      flags: terms.flags,
      documentHash: terms.documentHash,
    });
    expect(ours.map((value) => `${value}`)).toEqual(
      [...theirs].map((value) => `${value as bigint}`.toLowerCase()),
    );
    // What it leaves open it asks for, and it takes nothing else.
    for (const option of asked) {
      if (option === 'currency') continue;
      expect(() => presetTerms(preset, { ...options, [option]: undefined })).toThrow(
        expect.objectContaining({ code: 'input-invalid' }),
      );
    }
    for (const option of Object.keys(open).filter((name) => !asked.includes(name))) {
      const more = { ...options, [option]: open[option as keyof PresetOptions] };
      expect(() => presetTerms(preset, more)).toThrow(expect.objectContaining({ code: 'input-invalid' }));
    }
  });

  it('says in its document whether it is only for what is not for gain', () => {
    const options = Object.fromEntries(
      Object.entries(open).filter(([name]) => {
        const asked = library.getFunction(preset).fragment.inputs;
        return asked.some((input) => input.name === name);
      }),
    );
    const { document } = composeTerms(TermsDraft.parse(presetTerms(preset, options)));
    const stored = decodeDocument(OdrlDocument, Buffer.from(canonicalJson(document)));
    expect(isNonCommercial(stored)).toBe(preset === 'nonCommercialShareAlike');
  });
});
