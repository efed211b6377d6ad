import { h } from 'preact';
import type { LogPosition } from '../../log/LogPosition.ts';
import { Id } from '../parts/Id.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';

/** A position in the log, and the block that anchored it. */
export function Position({ position: { index, leafHash, anchor } }: { position: LogPosition }) {
  const { say } = useReader();
  const parts = {
    entry: h('a', { href: `/v1/log/${index}` }, say('page.log-entry', { index })),
    leaf: h(Id, { id: leafHash, name: say('page.id-leaf') }),
  };
  return anchor === null
    ? h(Sentence, { id: 'page.log-unanchored', parts })
    : h(Sentence, { id: 'page.log-anchored', values: { block: anchor.block }, parts });
}
