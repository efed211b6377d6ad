import { useEffect, useState } from 'preact/hooks';
import { WorkId } from '../../kernel/values.ts';
import { Kind } from '../../work/Metadata.ts';

/** Where the reader is; it is all in the part of the address behind `#`, so that any folder can serve the pages. */
export type Route =
  | { page: 'gallery'; kind: Kind | null }
  | { page: 'work'; workId: bigint }
  | { page: 'audit' }
  | { page: 'terms' }
  | { page: 'nowhere'; wanted: string };

/**
 * @example
 * routeOf('#/?kind=opera-mask') // { page: 'gallery', kind: 'opera-mask' }
 * routeOf('#/works/abc') // { page: 'nowhere', wanted: '/works/abc' }
 */
export function routeOf(hash: string): Route {
  const [path = '', query] = hash.replace(/^#/, '').split('?');
  if (path === '' || path === '/') {
    const kind = Kind.safeParse(new URLSearchParams(query).get('kind'));
    return { page: 'gallery', kind: kind.success ? kind.data : null };
  }
  if (path === '/audit') return { page: 'audit' };
  if (path === '/terms') return { page: 'terms' };
  const workId = WorkId.safeParse(/^\/works\/([^/]+)$/.exec(path)?.[1]);
  return workId.success ? { page: 'work', workId: workId.data } : { page: 'nowhere', wanted: path };
}

export function linkToWork(workId: bigint): string {
  return `#/works/${workId}`;
}

export function linkToGallery(kind: Kind | null): string {
  return kind === null ? '#/' : `#/?kind=${kind}`;
}

/** The part of the address behind `#`, as it changes. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return hash;
}
