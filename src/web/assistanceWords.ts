import type { Disclosure } from '../assistance/record/Assistance.ts';
import type { AssistanceStep } from '../assistance/record/AssistanceStep.ts';
import type { Countersignature } from '../assistance/record/Countersignature.ts';
import type { LabelDuty, ShareClass } from '../assistance/summary/Summary.ts';

export const actorWords: Record<AssistanceStep['actor'], string> = {
  person: 'Person',
  ai: 'AI',
  both: 'Person and AI',
};

export const oversightWords: Record<AssistanceStep['humanOversight'], string> = {
  fully_autonomous: 'no person watched',
  prompt_guided: 'guided by a person’s prompts',
  human_validated: 'checked by a person',
};

export const shareWords: Record<ShareClass, string> = {
  none: 'AI took no part.',
  assisted: 'AI assisted; people made the content.',
  combined: 'AI and people both made the content.',
  generated: 'AI made the content; people prompted, chose or checked.',
  autonomous: 'AI made the content, and no person watched.',
};

export const withheldWords: Record<Exclude<Disclosure, 'public'>, string> = {
  hashOnly: 'The creator withholds the steps.',
  readers: 'The creator encrypted the steps to readers of their choice.',
};

export const roleWords: Record<Countersignature['role'], string> = {
  toolProvider: 'the provider of a tool',
  custodian: 'an accredited custodian',
};

export const dutyWords: Record<LabelDuty['duty'], string> = {
  cnExplicitLabel: 'China: a label people see',
  cnImplicitLabel: 'China: a label in the file’s metadata',
  cnDeclaration: 'China: a declaration by whoever publishes it',
  euMarking: 'EU: a machine-readable mark',
  euDeepFakeDisclosure: 'EU: disclosure of a deep fake',
  euTextDisclosure: 'EU: disclosure of text that informs the public',
};

export const requiredWords: Record<LabelDuty['required'], string> = {
  yes: 'required',
  limited: 'required, without hampering its display',
  no: 'not required',
};

export const labelReasonWords: Record<LabelDuty['reason'], string> = {
  'no-ai': 'AI took no part',
  'ai-only-suggested': 'AI only suggested',
  'ai-only-altered': 'AI only improved what was there',
  'ai-generated': 'AI made content',
  'no-resemblance': 'it cannot be taken for something real',
  resemblance: 'it could be taken for something real',
  'resemblance-not-stated': 'nobody said whether it could be taken for something real',
  'evidently-artistic': 'it resembles something real and is evidently art',
  'no-public-interest-text': 'no text that informs the public',
  'text-reviewed': 'a person reviewed the text, and somebody is responsible for it',
  'text-not-reviewed': 'nobody reviewed the text and is responsible for it',
};
