import type { Message, MessageId } from '../../messages/Message.ts';

/** A text of the catalogue in the reader's language. */
export type Say = (id: MessageId, values?: Message['values']) => string;
