import { h } from 'preact';
import { AuditPage } from '../audit/AuditPage.ts';
import { GalleryPage } from '../gallery/GalleryPage.ts';
import type { Route } from '../reader/route.ts';
import { lazy } from '../service/lazy.ts';
import { WorkPage } from '../work/WorkPage.ts';
import { NotFoundPage } from './NotFoundPage.ts';

const LaterTermsPage = lazy(
  'page.loading-questions',
  async () => (await import('../terms/TermsPage.ts')).TermsPage,
);

/** The page of a route. */
export function Page({ route }: { route: Route }) {
  if (route.page === 'gallery') return h(GalleryPage, { kind: route.kind });
  if (route.page === 'work') return h(WorkPage, { workId: route.workId });
  if (route.page === 'audit') return h(AuditPage, null);
  if (route.page === 'terms') return h(LaterTermsPage, null);
  return h(NotFoundPage, { wanted: route.wanted });
}
