import { message, type Message } from '../../messages/Message.ts';
import type { AssistanceStep, Product } from '../record/AssistanceStep.ts';
import type { StepUse } from '../record/StepUse.ts';

/**
 * The facts of a step's use; null for a plain one.
 *
 * @example
 * stepUseMessage({ kind: 'upscaling', factor: 4 }) // in English: enlarged to 4 times the width
 */
export function stepUseMessage(use: StepUse): Message<'assistance'> | null {
  switch (use.kind) {
    case 'maskFromTraits':
      return message('assistance.use-maskFromTraits', {
        traits: Object.entries(use.traits)
          .map(([name, value]) => `${name} ${[value].flat().join(', ')}`)
          .join('; '),
      });
    case 'muralRestoration':
      return message('assistance.use-muralRestoration', {
        techniques: use.capture.techniques.map((one) => message(`assistance.technique-${one}`)),
        resolution: use.capture.resolutionMm,
      });
    case 'motionCapture':
      return message('assistance.use-motionCapture', {
        movement: use.movement,
        system: message(`assistance.system-${use.system}`),
        rate: use.framesPerSecond,
      });
    case 'colourSuggestion': {
      const { kept, suggested } = use;
      return use.palette.length === 0
        ? message('assistance.use-colourSuggestion', { kept, suggested })
        : message('assistance.use-colourSuggestion-palette', {
            kept,
            suggested,
            palette: use.palette.join(' '),
          });
    }
    case 'translation': {
      const [from, to] = [use.from, use.to];
      return use.editor === null
        ? message('assistance.use-translation', { from, to })
        : message('assistance.use-translation-editor', { from, to, editor: use.editor });
    }
    case 'upscaling':
      return message('assistance.use-upscaling', { factor: use.factor });
    case 'plain':
      return null;
  }
}

/** The tool of a step and the model behind it; null for bare hands. */
export function productsMessage({
  tool,
  model,
}: Pick<AssistanceStep, 'tool' | 'model'>): Message<'assistance'> | null {
  const [first, second] = [tool, model].filter((one) => one !== null).map(productMessage);
  if (first === undefined || second === undefined) return first ?? null;
  return message('assistance.products', { tool: first, model: second });
}

function productMessage({ name, version, provider }: Product): Message<'assistance'> {
  return message('assistance.product', { name, version, provider });
}
