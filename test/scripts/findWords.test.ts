import { expect, it } from 'vitest';
import { avoidedWords, findWords } from '../../scripts/words/findWords.ts';

it.each(avoidedWords)(
  'avoided words are found, with what to write instead: $example',
  ({ example, better }) => {
    expect(findWords(`A plain line.\n${example}`)).toContainEqual(
      expect.objectContaining({ line: 2, better }),
    );
  },
);

it('plain words are no fault', () => {
  const plain =
    'Upload works in bulk from an NDJSON file; rerun to resume.\nThe licence expires 2027-01-01T00:00:00Z.';
  expect(findWords(plain)).toEqual([]);
});
