import { expect, it } from 'vitest';
import { toExitCode, exitCodeOfVerdict } from '../../../../src/cli/command/exitCodes.ts';
import { errorCodes } from '../../../../src/kernel/errors.ts';
import { verdicts } from '../../../../src/check/Decision.ts';

it('what is unknown is not found', () => {
  const unknown = errorCodes.filter((code) => code.endsWith('-unknown') && code !== 'route-unknown');
  expect(unknown.length).toBeGreaterThan(3);
  for (const code of unknown) expect([code, toExitCode(code)]).toEqual([code, 5]);
});

it('what is unreachable can be tried again', () => {
  for (const code of errorCodes.filter((code) => code.endsWith('-unreachable'))) {
    expect([code, toExitCode(code)]).toEqual([code, 7]);
  }
});

it('what is malformed or missing is for the caller to correct', () => {
  for (const code of ['input-invalid', 'json-malformed', 'hash-malformed', 'signer-missing'] as const) {
    expect([code, toExitCode(code)]).toEqual([code, 2]);
  }
});

it('no error is taken for a success or for an answer', () => {
  const answers = errorCodes.filter((code) => [0, 3, 4, 6].includes(toExitCode(code)));
  // To be asked again when the log is anchored.
  expect(answers).toEqual(['entry-unanchored']);
});

it('only what is permitted exits 0', () => {
  expect(Object.fromEntries(verdicts.map((verdict) => [verdict, exitCodeOfVerdict(verdict)]))).toEqual({
    permitted: 0,
    'permitted-with-duties': 0,
    denied: 3,
    'cannot-tell': 4,
  });
});
