import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { findTitle } from '../document/findTitle.ts';
import type { TermsDraft } from './TermsDraft.ts';
import { restrictionShape } from './restrictions.ts';

/**
 * Refuses a draft that states what only its own document can state: it would be lost.
 *
 * @throws LedgerError `input-invalid`, naming the field.
 */
export function requireNoOverlap(draft: TermsDraft, document: unknown): void {
  const fields = [...Object.keys(restrictionShape), 'nonCommercial', 'attributionText', 'inherits'];
  const said = fields.find((field) => {
    const value = draft[field as keyof TermsDraft];
    return value !== undefined && value !== false;
  });
  if (said !== undefined) {
    throw refuseInput([{ field: `draft.${said}`, fault: message('errors.draft-beside-document') }]);
  }
  const title = findTitle(document);
  if (title !== undefined && JSON.stringify(sorted(title)) !== JSON.stringify(sorted(draft.title))) {
    throw refuseInput([
      { field: 'draft.title', fault: message('errors.draft-title', { title: JSON.stringify(title) }) },
    ]);
  }
}

function sorted(texts: Record<string, string>): [string, string][] {
  return Object.entries(texts).sort();
}
