import type { Declaration } from '../record/Declaration.ts';
import { deriveMostOutput, deriveOutput } from './deriveOutput.ts';
import type { LabelDuty } from './Summary.ts';

/**
 * Which marks and disclosures the European Union asks for: Art. 50 of the AI Act, Regulation (EU) 2024/1689.
 *
 * - Marking (Art. 50(2)), by the provider of the system: synthetic image, audio, video and text. Not where AI performs
 *   an assistive function for standard editing or does not substantially alter what it was given.
 * - Deep fakes (Art. 50(4), first subparagraph; Art. 3(60)), by the deployer. In an evidently artistic, creative,
 *   satirical or fictional work it is enough to disclose that there is such content, without hampering its display.
 *   Where nobody said whether the work resembles reality, it counts as if it did.
 * - Text (Art. 50(4), second subparagraph), by the deployer, where it informs the public on matters of public interest;
 *   not after human review or editorial control if somebody holds editorial responsibility.
 */
export function europeanLabels({ steps, depiction }: Pick<Declaration, 'steps' | 'depiction'>): LabelDuty[] {
  return [marking(steps), deepFake(steps, depiction), text(steps)];
}

function marking(steps: Declaration['steps']): LabelDuty {
  const duty = 'euMarking' as const;
  const clauses = ['AI Act, Art. 50(2)'];
  const output = deriveMostOutput(steps);
  if (output === 'generated') return { duty, clauses, required: 'yes', reason: 'ai-generated' };
  return { duty, clauses, required: 'no', reason: lesser(output) };
}

function deepFake(steps: Declaration['steps'], depiction: Declaration['depiction']): LabelDuty {
  const duty = 'euDeepFakeDisclosure' as const;
  const clauses = ['AI Act, Art. 50(4), first subparagraph', 'AI Act, Art. 3(60)'];
  const output = deriveMostOutput(steps);
  if (output !== 'generated') return { duty, clauses, required: 'no', reason: lesser(output) };
  if (depiction === null) return { duty, clauses, required: 'yes', reason: 'resemblance-not-stated' };
  if (!depiction.resemblesReality) return { duty, clauses, required: 'no', reason: 'no-resemblance' };
  if (depiction.evidentlyArtistic) {
    return { duty, clauses, required: 'limited', reason: 'evidently-artistic' };
  }
  return { duty, clauses, required: 'yes', reason: 'resemblance' };
}

function text(steps: Declaration['steps']): LabelDuty {
  const duty = 'euTextDisclosure' as const;
  const clauses = ['AI Act, Art. 50(4), second subparagraph'];
  const texts = steps.flatMap((step) => {
    const { use, humanOversight } = step;
    if (use.kind !== 'translation' || !use.publicInterest || deriveOutput(step) !== 'generated') return [];
    return [{ reviewed: humanOversight === 'human_validated' && use.editor !== null }];
  });
  if (texts.length === 0) return { duty, clauses, required: 'no', reason: 'no-public-interest-text' };
  if (texts.every(({ reviewed }) => reviewed)) {
    return { duty, clauses, required: 'no', reason: 'text-reviewed' };
  }
  return { duty, clauses, required: 'yes', reason: 'text-not-reviewed' };
}

function lesser(output: 'none' | 'suggested' | 'altered') {
  return ({ none: 'no-ai', suggested: 'ai-only-suggested', altered: 'ai-only-altered' } as const)[output];
}
