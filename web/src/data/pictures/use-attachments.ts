import { chatImagePath } from '@sameboat/model/image';
import { collection, doc } from 'firebase/firestore';
import { useSyncExternalStore } from 'react';
import { firestore } from '../../firebase/firestore.ts';
import { DataError, errorSentence, toDataError } from '../data-error.ts';
import { whenForgotten } from '../device-store.ts';
import { outboxOf } from '../use-outbox.ts';
import { type Attachments, type AttachmentsState, createAttachments } from './attachments.ts';

/** By chat and sender, for the life of the page: who looks into another chat finds them again. */
const open = new Map<string, Attachments>();
whenForgotten(() => open.clear());

/** The pictures attached to what I write in a chat. `me` is the id that my messages carry. */
export function useAttachments(uid: string, chatId: string, me: string): AttachmentsState & Attachments {
  const key = `${uid} ${chatId} ${me}`;
  let attachments = open.get(key);
  if (attachments === undefined) {
    attachments = createAttachments(portsOf(uid, chatId, me));
    open.set(key, attachments);
  }
  const state = useSyncExternalStore(attachments.subscribe, attachments.read);
  return { ...attachments, ...state };
}

function portsOf(uid: string, chatId: string, me: string) {
  return {
    newPath: () => chatImagePath(chatId, me, doc(collection(firestore(), 'chats')).id),
    prepare: async (file: Blob) => (await loadWork(uid)).preparePicture(file),
    keep: async (path: string, picture: Blob) => (await loadWork(uid)).shelvePicture(path, picture),
    forget: (path: string) => {
      loadWork(uid).then(
        ({ unshelve }) => unshelve([path]),
        () => {},
      );
    },
    sentence: (cause: unknown) =>
      loadWork(uid).then(
        ({ pictureSentence }) => pictureSentence(cause),
        () => errorSentence(toDataError(cause)),
      ),
  };
}

let loading: ReturnType<typeof load> | undefined;

/** All that preparing and sending needs, with the first picture. */
function loadWork(uid: string) {
  loading ??= load(uid).catch((cause) => {
    loading = undefined;
    throw new DataError('offline', 'not loaded', { cause });
  });
  return loading;
}

async function load(uid: string) {
  const [preparing, shelf, problems] = await Promise.all([
    import('./open-picture.ts'),
    import('./picture-shelf.ts'),
    import('./picture-problem.ts'),
    import('./upload-outgoing.ts'),
  ]);
  const waiting = [...outboxOf(uid).chats().values()].flat().flatMap(({ pictures }) => pictures);
  void shelf.sweepShelf((path) => waiting.some((each) => each.path === path));
  return { ...preparing, ...shelf, ...problems };
}
