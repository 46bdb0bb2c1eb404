import { chatPath } from '@sameboat/model/chat';
import { deletedAccountId } from '@sameboat/model/delete-my-account';
import { reactions } from '@sameboat/model/message';
import {
  type DocumentQuery,
  type DocumentStore,
  type Fields,
  pageSize,
  removedField,
} from './document-store.ts';
import type { Removal, RemovalStores } from './removal.ts';

/**
 * What somebody reacted to in one chat. Called for everybody who leaves a chat, so that nobody has reactions where they
 * are not: no index could find them.
 */
export async function removeReactions(documents: DocumentStore, chatId: string, uid: string): Promise<void> {
  const field = `reactions.${uid}`;
  const reacted = {
    collection: `${chatPath(chatId)}/messages`,
    where: [{ field, op: 'in', value: reactions }],
  } as const;
  await changeAll(documents, reacted, () => ({ [field]: removedField }));
}

/** Where others mentioned a person: their words stay. */
export async function removeMentions({ documents }: RemovalStores, { uid }: Removal): Promise<void> {
  const mentioning = {
    collection: 'messages',
    group: true,
    where: [{ field: 'mentions', op: 'array-contains', value: uid }],
  } as const;
  await changeAll(documents, mentioning, ({ mentions }) => ({
    mentions: Array.isArray(mentions) ? mentions.filter((mentioned) => mentioned !== uid) : [],
  }));
}

/** What stays, and does not say any more whose it was: reports, and what others are in. */
export async function removeName({ documents }: RemovalStores, { uid }: Removal): Promise<void> {
  const named = [
    { collection: 'chats', field: 'createdBy' },
    { collection: 'circles', field: 'createdBy' },
    { collection: 'reports', field: 'reporterId' },
  ];
  for (const { collection, field } of named) {
    const mine = { collection, where: [{ field, op: '==', value: uid }] } as const;
    await changeAll(documents, mine, () => ({ [field]: deletedAccountId }));
  }
}

/** Changes whatever `query` finds, page by page, until it finds nothing. */
async function changeAll(
  documents: DocumentStore,
  query: Omit<DocumentQuery, 'limit' | 'after'>,
  change: (data: Fields) => Fields,
): Promise<void> {
  for (;;) {
    const page = await documents.find({ ...query, limit: pageSize });
    if (page.length === 0) return;
    await documents.commit(page.map(({ path, data }) => ({ act: 'update', path, change: change(data) })));
  }
}
