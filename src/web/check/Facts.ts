/** Facts about a use beside which it is, as the fields hold them. */
export type Facts = Readonly<Partial<Record<string, string>>>;

export interface FactsProps {
  facts: Facts;
  onChange: (facts: Facts) => void;
}

/** The fields that were filled in, as a question has them. */
export function statedFacts({ count = '', ...facts }: Facts) {
  const stated = Object.entries(facts)
    .map(([name, text = '']) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return { ...Object.fromEntries(stated), ...(count.trim() === '' ? {} : { count: Number(count) }) };
}
