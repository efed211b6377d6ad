import { h } from 'preact';
import { iptcBase, undeclared } from '../../work/digitalSourceTypes.ts';
import { labelNames, type Label } from '../../work/Labels.ts';
import type { DescribedWork } from '../../work/Work.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { durationText } from '../parts/durationText.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';

/** The community labels on a work; a work without any may inherit those of a source. */
export function Labels({ labels }: { labels: readonly Label[] }) {
  const { say } = useReader();
  if (labels.length === 0) return h('span', null, say('page.labels-inherited'));
  return h(
    'ul',
    { class: 'bare' },
    labels.map((label) => h('li', { key: label }, `${label} · ${labelNames[label]}`)),
  );
}

/** What its regime requires of the token's trade. */
export function Trade({ work: { regime }, names }: { work: DescribedWork; names: Dossier['names'] }) {
  const { say } = useReader();
  if (regime === null) return h('span', { class: 'soft' }, say('page.trade-free'));
  const { registrar, minHolding, maxTransfers } = regime;
  const parts = { registrar: h(Account, { account: registrar, names }) };
  return h(
    'ul',
    { class: 'bare' },
    h('li', { 'data-rule': 'attested' }, h(Sentence, { id: 'page.trade-attested', parts })),
    minHolding > 0 &&
      h(
        'li',
        { 'data-rule': 'holding' },
        say('page.trade-holding', { duration: durationText(minHolding, say) }),
      ),
    maxTransfers > 0 &&
      h('li', { 'data-rule': 'transfers' }, say('page.trade-transfers', { count: maxTransfers })),
  );
}

export function MoralRights({ work: { moralRights } }: { work: DescribedWork }) {
  const { say } = useReader();
  if (moralRights.length === 0) return h('span', { class: 'soft' }, say('page.moral-rights-none'));
  return h(
    'ul',
    { class: 'bare' },
    moralRights.map((right) => h('li', { key: right }, say(`names.moral-${right}`))),
  );
}

/** What AI did for the work, by its code in the vocabulary of IPTC. */
export function SourceType({ work: { aiSummary } }: { work: DescribedWork }) {
  const { say } = useReader();
  const text = say(`names.source-${aiSummary}`);
  if (aiSummary === undeclared) return h('span', { class: 'soft' }, text);
  return h('a', { href: `${iptcBase}${aiSummary}`, rel: 'external' }, text);
}
