import { h } from 'preact';
import type { Language } from '../../messages/languages.ts';
import { hexId } from '../../kernel/values.ts';
import type { DescribedWork } from '../../work/Work.ts';
import { LocalText } from '../reader/LocalText.ts';
import type { Say } from '../reader/texts.ts';
import { textIn } from '../reader/textIn.ts';
import { useReader } from '../reader/useReader.ts';
import { short } from './figures.ts';

/** A work's title; its id while its metadata is not here. */
export function Title({ work }: { work: DescribedWork }) {
  const { say } = useReader();
  return work.metadata === null
    ? h('span', null, untitled(work.workId, say))
    : h(LocalText, { texts: work.metadata.title });
}

/** The same as plain text, for an attribute. */
export function titleText({ workId, metadata }: DescribedWork, language: Language, say: Say): string {
  return metadata === null ? untitled(workId, say) : textIn(metadata.title, language).text;
}

/** What a work without a title is called. */
export function untitled(workId: bigint, say: Say): string {
  return say('page.work-without-title', { id: short(hexId(workId)) });
}
