import { message, type Message, type MessageId } from '../messages/Message.ts';

/** What the system says of a file, by its error code (POSIX). */
const faults: Record<string, MessageId<'errors'>> = {
  ENOENT: 'errors.file-missing',
  ENOTDIR: 'errors.file-missing',
  EISDIR: 'errors.file-is-folder',
  EACCES: 'errors.file-forbidden',
  EPERM: 'errors.file-forbidden',
  EROFS: 'errors.file-read-only',
  EEXIST: 'errors.file-exists',
  ENOSPC: 'errors.disk-full',
  ENAMETOOLONG: 'errors.file-name-long',
};

/** What a file was instead of what was expected of it: "no such file". */
export function fileFault(cause: unknown): Message<'errors'> {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  const fault = code === undefined ? undefined : faults[code];
  if (fault !== undefined) return message(fault);
  return code === undefined ? message('errors.file-fault') : message('errors.file-fault-code', { code });
}
