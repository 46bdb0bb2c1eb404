import { type Message, messagePath, messageSchema } from '@sameboat/model/message';
import { doc, getDoc } from 'firebase/firestore';
import { firestore } from '../firebase/firestore.ts';
import { checkedBy } from './checked-documents.ts';
import { type LiveSource, liveSource } from './live-source.ts';
import type { MessageWithId } from './watch-messages.ts';

/** The most that are kept of what was read this way; the one that was read first goes first. */
const MOST = 300;

const known = new Map<string, MessageWithId | null>();

function keep(key: string, message: MessageWithId | null) {
  known.delete(key);
  known.set(key, message);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
}

/** One message that is not among those loaded, read once a page and not followed; null when there is none. */
export function getMessage(uid: string, chatId: string, messageId: string): LiveSource<MessageWithId | null> {
  const key = `message/${uid}/${chatId}/${messageId}`;
  return liveSource(key, (observer) => {
    const remembered = known.get(key);
    if (remembered !== undefined) {
      observer.next(remembered, false);
      return () => {};
    }
    let open = true;
    const reference = doc(firestore(), messagePath(chatId, messageId)).withConverter(
      checkedBy<Message>(messageSchema),
    );
    getDoc(reference).then(
      (snapshot) => {
        const read = snapshot.data();
        const message = read?.ok === true ? read.value : null;
        if (!snapshot.metadata.fromCache) keep(key, message);
        if (open) observer.next(message, snapshot.metadata.fromCache);
      },
      (error: unknown) => {
        if (open) observer.error(error);
      },
    );
    return () => {
      open = false;
    };
  });
}
