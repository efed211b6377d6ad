import { h } from 'preact';
import type { DescribedWork } from '../../work/Work.ts';
import { short } from './figures.ts';
import type { Language } from '../../messages/languages.ts';
import { textIn } from '../reader/textIn.ts';
import { hexId } from '../../kernel/values.ts';
import { LocalText } from '../reader/LocalText.ts';

/** A work's title; its id while nobody brought its metadata. */
export function Title({ work }: { work: DescribedWork }) {
  return work.metadata === null
    ? h('span', null, `Work ${short(hexId(work.workId))}`)
    : h(LocalText, { texts: work.metadata.title });
}

/** The same as plain text, for an attribute. */
export function titleText({ workId, metadata }: DescribedWork, language: Language): string {
  return metadata === null ? `Work ${short(hexId(workId))}` : textIn(metadata.title, language).text;
}
