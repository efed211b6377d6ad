import { h } from 'preact';
import type { DescribedWork } from '../../work/Work.ts';
import { short } from '../amounts.ts';
import { textIn, type Language } from '../language.ts';
import { hexId } from '../../kernel/values.ts';
import { Say } from './Say.ts';

/** A work's title; its id while nobody brought its metadata. */
export function Title({ work }: { work: DescribedWork }) {
  return work.metadata === null
    ? h('span', null, `Work ${short(hexId(work.workId))}`)
    : h(Say, { texts: work.metadata.title });
}

/** The same as plain text, for an attribute. */
export function titleText({ workId, metadata }: DescribedWork, language: Language): string {
  return metadata === null ? `Work ${short(hexId(workId))}` : textIn(metadata.title, language).text;
}
