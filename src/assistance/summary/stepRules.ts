import type { DigitalSourceCode } from '../../work/digitalSourceTypes.ts';
import { toSourceCode, type AssistanceStep } from '../record/AssistanceStep.ts';
import type { StepUse } from '../record/StepUse.ts';
import { message, type Message } from '../../messages/Message.ts';

type Actor = AssistanceStep['actor'];
type Stage = AssistanceStep['stage'];

/** Who can be at work in a step of a type, by IPTC's definitions. */
const actorsByType: Record<DigitalSourceCode, readonly Actor[]> = {
  digitalCreation: ['person'],
  digitalCapture: ['person'],
  computationalCapture: ['person', 'ai', 'both'],
  negativeFilm: ['person'],
  positiveFilm: ['person'],
  print: ['person'],
  screenCapture: ['person'],
  virtualRecording: ['person', 'ai', 'both'],
  humanEdits: ['person'],
  composite: ['person', 'ai', 'both'],
  compositeCapture: ['person', 'ai', 'both'],
  compositeSynthetic: ['person', 'ai', 'both'],
  compositeWithTrainedAlgorithmicMedia: ['person', 'ai', 'both'],
  trainedAlgorithmicMedia: ['ai', 'both'],
  algorithmicallyEnhanced: ['person', 'ai', 'both'],
  algorithmicMedia: ['person', 'ai', 'both'],
  dataDrivenMedia: ['person', 'ai', 'both'],
};

const generated = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'algorithmicMedia',
  'compositeSynthetic',
  'dataDrivenMedia',
] as const;
const written = [...generated, 'algorithmicallyEnhanced', 'digitalCreation', 'humanEdits'] as const;

/** What a step of a use can result in: upscaling makes no original, and what was captured was not made up. */
const typesByUse: Record<StepUse['kind'], readonly DigitalSourceCode[] | null> = {
  maskFromTraits: generated,
  muralRestoration: [
    'algorithmicallyEnhanced',
    'compositeWithTrainedAlgorithmicMedia',
    'compositeSynthetic',
    'compositeCapture',
    'computationalCapture',
    'composite',
    'humanEdits',
  ],
  motionCapture: [
    'digitalCapture',
    'computationalCapture',
    'compositeCapture',
    'virtualRecording',
    'algorithmicallyEnhanced',
    'compositeWithTrainedAlgorithmicMedia',
    'compositeSynthetic',
    'composite',
    'humanEdits',
  ],
  colourSuggestion: written,
  translation: written,
  upscaling: ['algorithmicallyEnhanced', 'compositeWithTrainedAlgorithmicMedia'],
  plain: null,
};

const stagesByUse: Record<StepUse['kind'], readonly Stage[] | null> = {
  maskFromTraits: ['idea', 'sketch', 'line', 'colour', 'composition'],
  muralRestoration: ['restoration', 'line', 'colour'],
  motionCapture: ['motionCapture', 'animation'],
  colourSuggestion: ['idea', 'colour', 'composition'],
  translation: ['translation'],
  upscaling: ['upscaling'],
  plain: null,
};

/** Two fields of one step that clash, and the rule; a field as `details` name it, with what it says. */
type Clash = [first: [string, unknown], second: [string, unknown], rule: Message<'errors'>];

/** The first two statements of a step that cannot both be true. */
export function findClash(step: AssistanceStep): Clash | undefined {
  const { actor, humanOversight, tool, model, use, stage, digitalSourceType } = step;
  const code = toSourceCode(step);
  const who: [string, unknown] = ['actor', actor];
  const type: [string, unknown] = ['digitalSourceType', digitalSourceType];
  const kind: [string, unknown] = ['use.kind', use.kind];
  // What AI merely suggests, a person still draws.
  const suggested = use.kind === 'colourSuggestion' && ['digitalCreation', 'humanEdits'].includes(code);
  const checks: [wrong: boolean, ...Clash][] = [
    [actor === 'person' && model !== null, who, ['model', model?.name], message('errors.rule-no-model')],
    [
      humanOversight === 'fully_autonomous' && actor !== 'ai',
      who,
      ['humanOversight', humanOversight],
      message('errors.rule-autonomous'),
    ],
    [
      humanOversight === 'prompt_guided' && actor === 'person',
      who,
      ['humanOversight', humanOversight],
      message('errors.rule-prompts'),
    ],
    [
      !actorsByType[code].includes(actor) && !(suggested && actor === 'both'),
      who,
      type,
      message('errors.rule-actors', { actors: actorsByType[code] }),
    ],
    [
      actor === 'person' && tool === null && /^algorithmic|^dataDriven/.test(code),
      ['tool', null],
      type,
      message('errors.rule-tool'),
    ],
    [use.kind === 'maskFromTraits' && actor === 'person', who, kind, message('errors.rule-mask')],
    [
      typesByUse[use.kind]?.includes(code) === false,
      kind,
      type,
      message('errors.rule-type', { kind: use.kind }),
    ],
    [
      stagesByUse[use.kind]?.includes(stage) === false,
      kind,
      ['stage', stage],
      message('errors.rule-stage', { kind: use.kind }),
    ],
    ...toFacts(use),
  ];
  const found = checks.find(([wrong]) => wrong);
  return found === undefined ? undefined : [found[1], found[2], found[3]];
}

/** Facts of a use that clash with each other. */
function toFacts(use: StepUse): [wrong: boolean, ...Clash][] {
  if (use.kind === 'colourSuggestion') {
    const { suggested, kept } = use;
    const rule = message('errors.rule-colourings');
    return [[kept > suggested, ['use.suggested', suggested], ['use.kept', kept], rule]];
  }
  if (use.kind === 'translation') {
    const { from, to } = use;
    return [[to.includes(from), ['use.from', from], ['use.to', to], message('errors.rule-translation')]];
  }
  return [];
}
