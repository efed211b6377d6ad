import type { AssistanceStep } from './AssistanceStep.ts';
import type { StepUse } from './StepUse.ts';

const techniqueWords: Record<string, string> = {
  multispectral: 'multispectral imaging',
  threeDimensionalScan: '3D scan',
  photogrammetry: 'photogrammetry',
  reflectanceTransformationImaging: 'reflectance transformation imaging',
};

/**
 * The facts of a step's use in a line of English; null for a plain one.
 *
 * @example
 * describeUse({ kind: 'upscaling', factor: 4 }) // '4 times as wide'
 */
export function describeUse(use: StepUse): string | null {
  switch (use.kind) {
    case 'maskFromTraits':
      return `a mask from its traits: ${Object.entries(use.traits)
        .map(([name, value]) => `${name} ${[value].flat().join(', ')}`)
        .join('; ')}`;
    case 'muralRestoration': {
      const { techniques, resolutionMm } = use.capture;
      const named = techniques.map((technique) => techniqueWords[technique] ?? technique);
      return `a mural captured by ${named.join(', ')}, to ${resolutionMm} mm`;
    }
    case 'motionCapture':
      return `movement “${use.movement}”, ${use.system}, ${use.framesPerSecond} frames a second`;
    case 'colourSuggestion': {
      const palette = use.palette.length === 0 ? '' : `: ${use.palette.join(' ')}`;
      return `${use.kept} of ${use.suggested} suggested colourings kept${palette}`;
    }
    case 'translation': {
      const editor = use.editor === null ? '' : `, edited by ${use.editor}`;
      return `text from ${use.from} to ${use.to.join(', ')}${editor}`;
    }
    case 'upscaling':
      return `${use.factor} times as wide`;
    case 'plain':
      return null;
  }
}

/** What a step was made with: the tool and the model behind it; null for bare hands. */
export function describeMeans({ tool, model }: Pick<AssistanceStep, 'tool' | 'model'>): string | null {
  const named = [tool, model].filter((one) => one !== null);
  if (named.length === 0) return null;
  return named.map(({ name, version, provider }) => `${name} ${version}, by ${provider}`).join('; ');
}
