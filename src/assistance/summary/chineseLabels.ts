import type { Output } from './deriveOutput.ts';
import type { LabelDuty } from './Summary.ts';

const reasons = {
  none: 'no-ai',
  suggested: 'ai-only-suggested',
  altered: 'ai-only-altered',
  generated: 'ai-generated',
} as const;

/**
 * Which labels China asks for: the Measures for Labelling AI-Generated Synthetic Content (人工智能生成合成内容标识办法,
 * in force since 1 September 2025), with the mandatory standard GB 45438-2025 that says how, and the Provisions on Deep
 * Synthesis (互联网信息服务深度合成管理规定) that they refer to.
 *
 * - Explicit (Measures, Art. 4): where a service generates content or alters it significantly (Provisions,
 *   Art. 17(1)(5)). For what is only improved a label is offered and not required (Art. 17(2)).
 * - Implicit, in the file's metadata (Measures, Art. 5): for whatever a service generates or edits (Provisions,
 *   Art. 16), and that is enhancing and restoring pictures, too (Art. 23).
 * - Declaration (Measures, Art. 10): by whoever publishes generated content.
 */
export function chineseLabels(output: Output): LabelDuty[] {
  const reason = reasons[output];
  const generated = output === 'generated' ? 'yes' : 'no';
  return [
    {
      duty: 'cnExplicitLabel',
      required: generated,
      reason,
      clauses: [
        'Labelling Measures, Art. 4',
        output === 'altered'
          ? 'Deep Synthesis Provisions, Art. 17(2)'
          : 'Deep Synthesis Provisions, Art. 17(1)(5)',
        'GB 45438-2025, 5',
      ],
    },
    {
      duty: 'cnImplicitLabel',
      required: output === 'altered' ? 'yes' : generated,
      reason,
      clauses: [
        'Labelling Measures, Art. 5',
        'Deep Synthesis Provisions, Art. 16',
        'Deep Synthesis Provisions, Art. 23',
        'GB 45438-2025, 6',
      ],
    },
    { duty: 'cnDeclaration', required: generated, reason, clauses: ['Labelling Measures, Art. 10'] },
  ];
}
