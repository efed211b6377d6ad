/** Words that a reader parses twice, each with what to write instead, and a text that it is found in. */
interface AvoidedWords {
  pattern: RegExp;
  better: string;
  example: string;
}

export const avoidedWords: readonly AvoidedWords[] = [
  { pattern: /\banybody may\b/i, better: 'callable by anyone', example: 'settle a work; anybody may' },
  {
    pattern: /(^|[.;] |\n)Who (mints|makes|asks|sells|pays|signs|buys|is) /,
    better: 'a subject: the sender, the creator, the asker',
    example: 'Who mints pays the gas.',
  },
  {
    pattern: /smallest units?\b/i,
    better: 'an amount in coins, such as 0.05 ETH',
    example: '7 smallest units',
  },
  { pattern: /goes on when called/i, better: 'rerun to resume', example: 'goes on when called again' },
  { pattern: /\bby whose word\b/i, better: 'on whose statement', example: 'by whose word a use is denied' },
  {
    pattern: /\b(is said|told|asked) by\b/i,
    better: 'stated by, shown by',
    example: 'what is told by the log',
  },
  { pattern: /\bwithout (an )?end\b/i, better: 'no expiry', example: 'until: without end' },
  { pattern: /\bin second \d/i, better: 'a time in ISO 8601', example: 'it began in second 1735689600' },
  {
    pattern: /chain[’']s own currency/i,
    better: 'the currency, such as ETH',
    example: 'of the chain’s own currency',
  },
  { pattern: /\bnobody can tell\b/i, better: 'cannot tell', example: 'nobody can tell without the chain' },
  {
    pattern: /\bold news\b/i,
    better: 'the last known state may be out of date',
    example: 'old news is no ground',
  },
  { pattern: /\bbreaks off\b/i, better: 'is interrupted', example: 'what breaks off' },
  {
    pattern: /expected \w+, received \w+|Invalid input:|Too (small|big):/,
    better: 'a message of the catalogue',
    example: 'expected record, received string',
  },
  { pattern: /--\w+\.\d+\b/, better: 'the option as it is typed', example: '--territory.0' },
  { pattern: /\busage statements?\b/i, better: 'usage report', example: 'file a usage statement' },
  { pattern: /\bcrawler statements?\b/i, better: 'crawler rules', example: 'crawler statements of a work' },
  { pattern: /\bzero is (any|without)\b/i, better: '0 means …', example: 'zero is without end' },
];

interface FoundWords {
  line: number;
  found: string;
  better: string;
}

/** Finds avoided words in a text; lines are counted from one. */
export function findWords(text: string): FoundWords[] {
  return text.split('\n').flatMap((line, at) =>
    avoidedWords.flatMap(({ pattern, better }) => {
      const found = pattern.exec(line)?.[0].trim();
      return found === undefined ? [] : [{ line: at + 1, found, better }];
    }),
  );
}
