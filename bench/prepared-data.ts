import { chatLastPath, chatPath, newGroupChat } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { messagePath, newTextMessage } from '@sameboat/model/message';
import type { Account, Community } from '../e2e/suite/world.ts';
import { unique } from '../e2e/suite/world.ts';
import type { DemoDocument } from '../scripts/demo-data/demo-document.ts';
import { timeAt } from '../scripts/demo-data/time.ts';

export interface PreparedChat {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly DemoDocument[];
}

/** A group chat of `members` with so many messages by the last of them, a second apart, all read by everybody. */
export function prepareChat(
  community: Community,
  members: readonly Account[],
  messages: number,
  end = Date.now() - 60_000,
): PreparedChat {
  const id = `bench${unique()}`;
  const name = `Bench ${id}`;
  const sender = members.at(-1);
  if (!sender) throw new Error('a chat needs members');
  const createdAt = timeAt(end - messages * 1_000 - 60_000);
  const chat = newGroupChat(
    { communityId: community.id, name, about: '', access: 'open', createdBy: sender.uid },
    createdAt,
  );
  const texts = Array.from({ length: messages }, (_, index) => `message ${index + 1} of ${messages}`);
  const last =
    messages === 0
      ? null
      : { text: texts.at(-1) ?? '', senderId: sender.uid, senderName: sender.name, at: timeAt(end) };
  return {
    id,
    name,
    documents: [
      { path: chatPath(id), data: { ...chat, memberCount: members.length, lastAt: last?.at ?? null } },
      ...(last ? [{ path: chatLastPath(id), data: last }] : []),
      ...texts.map((text, index) => ({
        path: messagePath(id, `m${index}`),
        data: newTextMessage({ senderId: sender.uid, text }, timeAt(end - (messages - 1 - index) * 1_000)),
      })),
      ...members.flatMap(({ uid }) => [
        { path: chatMemberPath(id, uid), data: chatJoiner(uid, createdAt) },
        {
          path: inboxRowPath(uid, id),
          data: {
            type: 'group',
            name,
            communityId: community.id,
            otherUid: null,
            last,
            unread: 0,
            mentions: 0,
            readAt: timeAt(end),
            muted: false,
            pinned: false,
            updatedAt: timeAt(end),
          },
        },
      ]),
    ],
  };
}
