import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalYuan__factory } from '../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { maskDraft } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';

const coin = 10n ** 18n;
const price = (25n * coin) / 2n;

let line: Awaited<ReturnType<typeof freshCommandLine>>;
let mask: string;
let yuan: string;
let terms: string;

beforeAll(async () => {
  line = await freshCommandLine();
  const { as, accounts, signerOf } = line.service;
  const token = await new LocalYuan__factory(signerOf('operator')).deploy([accounts.studio], 100n * coin);
  await token.waitForDeployment();
  yuan = (await token.getAddress()).toLowerCase();
  mask = `${(await as('painter').work.register(maskDraft, await picture('#b5201c'))).workId}`;
});
afterAll(async () => await line.close());

it('a price in a token is given in whole coins, and its symbol has to be the token’s', async () => {
  const offer = ['licence', 'offer', mask, '--preset', 'commercialUse', '--price', '12.5 LCNY'];
  for (const wrong of [offer, [...offer.slice(0, -1), '12.5 ETH', '--currency', yuan]]) {
    expect(await line.refused('painter', ...wrong)).toMatchObject({ exit: 2, code: 'input-invalid' });
  }
  terms = (await line.done('painter', ...offer, '--currency', yuan)).termsId;
  expect((await line.done(null, 'licence', 'offers', mask)).offers).toMatchObject([
    { termsId: terms, terms: { price: `${price}`, currency: yuan } },
  ]);
});

it('people read amounts of a token in whole coins with its symbol, programs in base units', async () => {
  const check = ['licence', 'check', mask, '--licensee', line.service.accounts.studio, '--use', 'display'];
  expect((await line.ask(...check)).offers).toMatchObject([{ price: `${price}`, currency: yuan }]);
  for (const command of [check, [...check, '--explain'], ['licence', 'words', terms]]) {
    const { stdout } = await line.read(...command);
    expect(stdout).toContain('12.5 LCNY');
    expect(stdout).not.toContain(`${price}`);
  }
});

it('the most a buyer pays is in the currency of the terms', async () => {
  const acquire = ['licence', 'acquire', mask, terms, '--max-price'];
  expect(await line.refused('studio', ...acquire, '12.4')).toMatchObject({ code: 'price-changed' });
  expect(await line.refused('studio', ...acquire, '12.5 ETH')).toMatchObject({ exit: 2 });
  await line.done('studio', ...acquire, '12.5 LCNY');
});

it('a payment in a token is given in whole coins, and traced in them', async () => {
  const paid = await line.done('studio', 'royalty', 'pay', mask, '0.5', '--currency', yuan);
  expect(paid).toMatchObject({ amount: `${coin / 2n}`, currency: yuan });
  const { stdout } = await line.read('trace', 'work', mask);
  expect(stdout).toContain('0.5 LCNY');
  expect(stdout).toContain('12.5 LCNY');
});
