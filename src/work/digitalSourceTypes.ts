import { z } from 'zod';

/** Where the vocabulary lives: IPTC NewsCodes, Digital Source Type. A type is this and its code. */
export const iptcBase = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/**
 * The codes of the vocabulary. A token's `aiSummary` is the code's place in this list, counted from one, so the order
 * is final and new codes go to the end.
 */
export const digitalSourceCodes = [
  'digitalCreation',
  'digitalCapture',
  'computationalCapture',
  'negativeFilm',
  'positiveFilm',
  'print',
  'screenCapture',
  'virtualRecording',
  'humanEdits',
  'composite',
  'compositeCapture',
  'compositeSynthetic',
  'compositeWithTrainedAlgorithmicMedia',
  'trainedAlgorithmicMedia',
  'algorithmicallyEnhanced',
  'algorithmicMedia',
  'dataDrivenMedia',
] as const;

export type DigitalSourceCode = (typeof digitalSourceCodes)[number];

/** The vocabulary's full URIs. */
export const digitalSourceUris = digitalSourceCodes.map((code) => `${iptcBase}${code}` as const);
export const undeclared = 'undeclared';

/** What AI did for a work: a code of the vocabulary, or that nobody said. */
export const AiSummary = z.enum([undeclared, ...digitalSourceCodes]);
export type AiSummary = z.infer<typeof AiSummary>;

/** What a token says AI did: zero is not declared. */
export function summaryToByte(summary: AiSummary): number {
  return summary === undeclared ? 0 : digitalSourceCodes.indexOf(summary) + 1;
}

/** The code behind a token's byte; `undeclared` for zero and for a byte no code has. */
export function summaryFromByte(byte: number): AiSummary {
  return digitalSourceCodes[byte - 1] ?? undeclared;
}

/** Whether a summary says that algorithms made or changed content, which a reader may have to be told. */
export function madeWithAi(summary: AiSummary): boolean {
  return /[aA]lgorithmic|Synthetic|dataDriven/.test(summary);
}
