import { chatImagePath } from '@sameboat/model/image';
import { collection, doc } from 'firebase/firestore';
import { firestore } from '../../firebase/firestore.ts';
import { outboxOf } from '../use-outbox.ts';
import { type Attachments, createAttachments } from './attachments.ts';
import { preparePicture } from './open-picture.ts';
import { pictureSentence } from './picture-problem.ts';
import { shelvePicture, sweepShelf, unshelve } from './picture-shelf.ts';
// What will send them is fetched with them, while there is a connection.
import './upload-outgoing.ts';

/** For the pictures of messages that carry the id `me`. Also removes what earlier pages left on the shelf. */
export function openAttachments(uid: string, chatId: string, me: string): Attachments {
  const waiting = [...outboxOf(uid).chats().values()].flat().flatMap(({ pictures }) => pictures);
  void sweepShelf((path) => waiting.some((each) => each.path === path));
  return createAttachments({
    newPath: () => chatImagePath(chatId, me, doc(collection(firestore(), 'chats')).id),
    prepare: preparePicture,
    keep: shelvePicture,
    forget: (path) => void unshelve([path]),
    sentence: pictureSentence,
  });
}
