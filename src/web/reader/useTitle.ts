import { useEffect } from 'preact/hooks';
import { useReader } from './useReader.ts';

/** The title of the window, while a page is shown. */
export function useTitle(page: string): void {
  const { say } = useReader();
  const title = say('page.title', { page });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
