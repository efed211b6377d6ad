import { useMemo } from 'preact/hooks';
import type { Format, Texts } from '../../messages/createFormat.ts';
import type { Area } from '../../messages/Message.ts';
import { formatPages, type PageArea } from './texts.ts';
import { useReader } from './useReader.ts';

/**
 * Formats messages of areas that come with a part of a page, too.
 *
 * @param more The English texts of these areas; the same ones whenever the part is drawn.
 */
export function useFormat<A extends Area>(more: Texts<A>): Format<A | PageArea> {
  const { language, translated } = useReader();
  return useMemo(() => formatPages<A>(language, translated, more), [language, translated, more]);
}
