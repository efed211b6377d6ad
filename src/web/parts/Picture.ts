import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { DescribedWork } from '../../work/Work.ts';
import { useReader } from '../reader/useReader.ts';
import { titleText } from './Title.ts';

interface PictureProps {
  work: DescribedWork;
  /** One beside its title says nothing that the title does not. */
  beside?: boolean;
  eager?: boolean;
  /** A smaller one, in pixels of the service's widths; the whole file unless given. */
  width?: 160 | 640;
}

/** A work's picture in a frame that keeps its room while the picture is on its way, or missing. */
export function Picture({ work, beside = false, eager = false, width }: PictureProps) {
  const { language, say } = useReader();
  const [missing, setMissing] = useState(false);
  if (missing) return h('span', { class: 'picture missing' }, beside ? '' : say('page.picture-missing'));
  return h(
    'span',
    { class: 'picture' },
    h('img', {
      src: `/v1/files/${work.contentHash}${width === undefined ? '' : `?width=${width}`}`,
      alt: beside ? '' : say('page.picture', { title: titleText(work, language, say) }),
      width: 1024,
      height: 1024,
      loading: eager ? 'eager' : 'lazy',
      decoding: 'async',
      onError: () => setMissing(true),
    }),
  );
}
