import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../messages/languages.ts';
import type { Lianpu } from '../../sdk/connectLianpu.ts';
import type { DescribedWork } from '../../work/Work.ts';
import type { Say, Translated } from './texts.ts';

export interface KeptGallery {
  works: DescribedWork[];
  /** Whether these were all. */
  ended: boolean;
  scroll: number;
}

/** Who reads: from which service, in which language. */
interface Reader {
  lianpu: Lianpu;
  language: Language;
  translated: Translated;
  say: Say;
  /** Galleries that were seen, by what they show: to go back to one is to find it as it was. */
  kept: Map<string, KeptGallery>;
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error('expected a part of a page to stand inside the App');
  return reader;
}
