import { chatPath } from '@sameboat/model/chat';
import { chatMemberPath } from '@sameboat/model/chat-member';
import { reactions } from '@sameboat/model/message';
import type { DocumentFilter, StoredDocument } from '../document-store.ts';
import { type ExportStores, exportPageSize, type SectionPage, type SectionReader } from './export-stores.ts';
import { picturesOf, toMessage } from './membership-sections.ts';
import { readable } from './readable.ts';
import { fieldQuery } from './simple-sections.ts';

/** Chats that one page looks through when there is little in them. */
const chatsAtATime = 20;

/** What to look for among the messages of a chat; null for a chat that has nothing of the kind. */
type Look = (membership: StoredDocument, uid: string) => DocumentFilter | null;

/** What somebody reacted to: where, when it was written, and with what. The message is another's. */
export const readReactions: SectionReader = async (stores, uid, after) => {
  const look: Look = ({ data }) => ({ field: `reactions.${nameIn(data, uid)}`, op: 'in', value: reactions });
  const { found, ...page } = await readFromChats(stores, uid, { after, look });
  return {
    ...page,
    items: found.map(({ message, chat, membership }) => ({
      chat: chat || 'a private chat',
      messageOf: readable(message.data.createdAt),
      reaction: (message.data.reactions as Record<string, unknown>)[nameIn(membership.data, uid)],
    })),
  };
};

/** What somebody wrote under the alias of a match. */
export const readMatchMessages: SectionReader = async (stores, uid, after) => {
  const look: Look = ({ data }) =>
    typeof data.alias === 'string' ? { field: 'senderId', op: '==', value: data.alias } : null;
  const { found, ...page } = await readFromChats(stores, uid, { after, look });
  return {
    ...page,
    items: found.map(({ message }) => toMessage(message, 'a conversation in a circle')),
    pictures: found.flatMap(({ message }) => picturesOf(message.data.images)),
  };
};

interface Found {
  readonly message: StoredDocument;
  readonly chat: unknown;
  readonly membership: StoredDocument;
}

/** Goes through the chats that somebody is in, and in each through what `look` finds. */
async function readFromChats(
  { documents }: ExportStores,
  uid: string,
  { after, look }: { readonly after: string | null; readonly look: Look },
): Promise<Pick<SectionPage, 'after'> & { readonly found: readonly Found[] }> {
  const begun = after?.includes('/messages/') ? chatMemberPath(chatIdIn(after), uid) : null;
  const memberships = [
    ...(begun === null ? [] : await documents.get([begun])),
    ...(await documents.find({
      ...fieldQuery('chatMemberships', uid),
      limit: chatsAtATime,
      after: begun ?? after ?? undefined,
    })),
  ];
  const found: Found[] = [];
  for (const membership of memberships) {
    const filter = membership.path.startsWith('chats/') ? look(membership, uid) : null;
    if (filter !== null) {
      const chatId = chatIdIn(membership.path);
      const limit = exportPageSize - found.length;
      const messages = await documents.find({
        collection: `${chatPath(chatId)}/messages`,
        where: [filter],
        limit,
        after: membership.path === begun ? (after ?? undefined) : undefined,
      });
      const [chat] = messages.length > 0 ? await documents.get([chatPath(chatId)]) : [];
      found.push(...messages.map((message) => ({ message, chat: chat?.data.name, membership })));
      const last = messages.at(-1);
      if (messages.length === limit && last) return { found, after: last.path };
    }
  }
  const isEnd = memberships.length - (begun === null ? 0 : 1) < chatsAtATime;
  return { found, after: isEnd ? null : (memberships.at(-1)?.path ?? null) };
}

/** How messages of a chat name a member. */
function nameIn(data: StoredDocument['data'], uid: string): string {
  return typeof data.alias === 'string' ? data.alias : uid;
}

function chatIdIn(path: string): string {
  return path.split('/')[1] ?? '';
}
