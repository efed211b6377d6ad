import type { z } from 'zod';
import type { AssistanceStep } from '../../src/assistance/record/AssistanceStep.ts';
import type { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import { native } from '../../src/kernel/values.ts';
import type { WorkDraft } from '../../src/work/WorkDraft.ts';

/** A mask as its painter describes it. */
export const maskDraft = {
  title: { en: 'Mask of Guan Yu', zh: '关羽脸谱' },
  kind: 'opera-mask',
  creators: [{ name: { en: 'A mask painter' } }],
  traits: { pattern: 'whole-face', colours: [{ colour: 'red', meaning: 'loyalty' }] },
  claims: [{ trait: 'colour', value: 'red', source: 'Peking Opera handbook' }],
} satisfies z.input<typeof WorkDraft>;

/** Terms for games: 10 % of what is earned, passed on to what is made. */
export const gameTerms = {
  title: { en: 'Game use' },
  uses: ['display', 'reproduce', 'adapt', 'embedInGame'],
  passOn: ['display', 'embedInGame'],
  currency: native,
  price: '1000000000000000',
  revenueShareBps: 1000,
} satisfies z.input<typeof TermsDraft>;

type StepDraft = z.input<typeof AssistanceStep>;

/** A person drew. */
export const lineStep = {
  stage: 'line',
  actor: 'person',
  tool: null,
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation',
  humanOversight: 'human_validated',
  contribution: 'Drew the face.',
} satisfies StepDraft;

/** AI coloured. */
export const colourStep = {
  stage: 'colour',
  actor: 'ai',
  tool: { name: 'Linxi Colour', version: '1.1', provider: 'Mosuo Labs' },
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  humanOversight: 'prompt_guided',
  contribution: 'Chose one of four proposals.',
} satisfies StepDraft;

/** A person drew, and AI coloured. */
export const steps = [lineStep, colourStep] satisfies StepDraft[];
