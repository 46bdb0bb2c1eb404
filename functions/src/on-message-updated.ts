import { onDocumentUpdated } from 'firebase-functions/v2/firestore';
import { openLookout } from './data/lookout.ts';
import { toMessageEvent } from './data/message-event.ts';
import { deletePictures } from './data/pictures.ts';
import { handleMessage } from './domain/handle-message.ts';
import { picturesToDelete } from './domain/pictures-to-delete.ts';
import { showsInInbox } from './domain/shows-in-inbox.ts';
import { retried } from './options.ts';

/** A deleted message takes its pictures with it. An edit or a deletion changes the chat list; a reaction does not. */
export const onMessageUpdated = onDocumentUpdated(
  { ...retried, document: 'chats/{chatId}/messages/{messageId}' },
  async ({ params, data }) => {
    if (data) await deletePictures(picturesToDelete(params.chatId, data.before.data(), data.after.data()));
    if (!data || !showsInInbox(data.before.data(), data.after.data())) return;
    await handleMessage(openLookout(), toMessageEvent(params, data.before, data.after));
  },
);
