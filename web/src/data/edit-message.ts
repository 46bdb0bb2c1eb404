import { messageEdit, messagePath } from '@sameboat/model/message';
import { serverTime } from '../firebase/encode-value.ts';
import { commitPaced } from './commit-paced.ts';

export interface MessageEdit {
  readonly uid: string;
  readonly chatId: string;
  readonly messageId: string;
  readonly text: string;
  /** Those whom the new text still mentions. */
  readonly mentions: readonly string[];
}

/** Changes the words of one's own message. Throws DataError: 'offline' at once, 'too-often', 'not-allowed', 'not-found'. */
export function editMessage({ uid, chatId, messageId, text, mentions }: MessageEdit): Promise<void> {
  return commitPaced({ uid, act: 'edit', id: messageId }, [
    {
      update: messagePath(chatId, messageId),
      data: { ...messageEdit(text, serverTime), mentions: [...mentions] },
    },
  ]);
}
