import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';

/** The largest file a work can consist of, in bytes. */
export const maxContentBytes = 32 * 1024 * 1024;

/** Pictures that a browser shows and no script hides in, by how their bytes begin. */
const pictures: [mediaType: string, begins: RegExp][] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/gif', /^GIF8[79]a/],
];

/**
 * What kind of picture bytes are, told from the bytes and not from what anybody says of them.
 *
 * @throws LedgerError `media-type-unsupported`.
 */
export function detectMediaType(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const found = pictures.find(([, begins]) => begins.test(start));
  if (found === undefined) {
    const known = pictures.map(([mediaType]) => mediaType).join(', ');
    throw new LedgerError('media-type-unsupported', message('errors.picture-type', { known }));
  }
  return found[0];
}
