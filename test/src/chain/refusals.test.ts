import { Interface } from 'ethers';
import { expect, it } from 'vitest';
import { contractNames, factories } from '../../../src/chain/contracts.ts';
import { toRefusal } from '../../../src/chain/refusals/toRefusal.ts';

const fragments = new Map(
  contractNames.flatMap((name) => {
    const contract = new Interface(factories[name].abi);
    const found: [string, Interface][] = [];
    contract.forEachError(({ name: error }) => void found.push([error, contract]));
    return found;
  }),
);
/** What is of OpenZeppelin's contracts, and no call of ours comes to. */
const foreign =
  /^(AccessManaged|Clone|Create2|FailedDeployment|ERC721(?!IncorrectOwner|InsufficientApproval)|ECDSA|EIP712|InvalidShortString|StringTooLong|InvalidAccountNonce|ReentrancyGuard|SafeERC20|SafeCast|FailedCall|InsufficientBalance|AddressEmptyCode|Strings|Checkpoint)/;
const own = [...fragments].filter(([name]) => !foreign.test(name));

it('the errors of all contracts were read', () => {
  expect(own.length).toBeGreaterThan(70);
});

it.each(own)('%s is said in a sentence of its own', (name, contract) => {
  const { inputs = [] } = contract.getError(name) ?? {};
  const values = inputs.map(({ type }, at) => {
    if (type === 'address') return `0x${'ab'.repeat(20)}`;
    if (type === 'bytes32') return `0x${'cd'.repeat(32)}`;
    return type === 'bool' ? true : 3 + at;
  });
  const refusal = toRefusal({ data: contract.encodeErrorResult(name, values) });
  expect(refusal.translatable.id).not.toBe('errors.chain-error');
  expect(refusal.message).toMatch(/^expected /);
  expect(refusal.message).not.toMatch(/[{}]|undefined|NaN|\b0[bx]?\d* uses/);
  expect(refusal.details).toMatchObject({ error: name });
});

it('uses are said by their names, times as times, and amounts in coins', () => {
  const refused = (name: string, ...values: unknown[]) => {
    const contract = fragments.get(name);
    return toRefusal({ data: contract?.encodeErrorResult(name, values) }).translatable.values;
  };
  expect(refused('LicenceUsesRetained', 5, 0b111, 0b101)).toEqual({
    workId: 5n,
    uses: ['display', 'distribute'],
  });
  expect(refused('LicenceUsesAboveCeiling', 5, 0b11, 0b01)).toEqual({ workId: 5n, uses: ['reproduce'] });
  expect(refused('SignatureExpired', 1_735_689_600, 1_735_689_601)).toEqual({
    deadline: '2025-01-01T00:00:00Z',
    now: '2025-01-01T00:00:01Z',
  });
  expect(refused('LicencePriceMismatch', 5n * 10n ** 16n, 0)).toEqual({ expected: '0.05 ETH', got: '0 ETH' });
  expect(refused('SharesDoNotSum', 12_500, 10_000)).toEqual({ expected: '100 %', got: '125 %' });
});

it.each([
  ['ACTION_REJECTED', 'errors.chain-rejected'],
  ['CALL_EXCEPTION', 'errors.chain-reverted'],
  ['UNKNOWN_ERROR', 'errors.chain-other'],
])('what a provider refuses as %s is said without its words', (code, id) => {
  const refusal = toRefusal(Object.assign(new Error('could not coalesce error'), { code }));
  expect(refusal).toMatchObject({ code: 'chain-refused', translatable: { id } });
  expect(refusal.cause).toBeInstanceOf(Error);
});
