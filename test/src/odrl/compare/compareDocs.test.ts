import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { compare } from '../../../../src/odrl/compare/compare.ts';

it('the worked example of docs/reference/compare.md comes out as it says', async () => {
  const page = await readFile('docs/reference/compare.md', 'utf8');
  const blocks = new Map(
    [...page.matchAll(/^```json (\w+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [name, text]),
  );
  const answer = await compare(
    blocks.get('licence'),
    blocks.get('request'),
    JSON.parse(blocks.get('ontology') ?? ''),
  );
  expect(answer).toMatchObject(JSON.parse(blocks.get('answer') ?? '{}') as object);
});
