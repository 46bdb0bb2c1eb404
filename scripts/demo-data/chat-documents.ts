import { chatLastPath, chatPath, type newGroupChat } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath, chatOwner } from '@sameboat/model/chat-member';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { messagePath, newTextMessage } from '@sameboat/model/message';
import type { FirestoreTime } from '@sameboat/model/time';
import type { ChatFacts } from '../../functions/src/domain/chat-store.ts';
import { deriveRow } from '../../functions/src/domain/inbox-row.ts';
import { previewOf } from '../../functions/src/domain/preview.ts';
import type { Scene } from './conversation.ts';
import type { DemoDocument } from './demo-document.ts';
import { opaqueId } from './opaque-id.ts';
import { type DemoPerson, personCalled } from './people.ts';
import { minute, momentOn, timeAt } from './time.ts';

interface Talk {
  readonly chatId: string;
  readonly scenes: readonly Scene[];
  readonly now: number;
}

/** The id of the message at that place of a chat, counted from its first. */
export function messageId(chatId: string, place: number): string {
  return opaqueId(chatId, place);
}

type Message = ReturnType<typeof newTextMessage<FirestoreTime>>;

/** Every line of the scenes as a message, oldest first. */
function messagesOf({ chatId, scenes, now }: Talk): readonly { id: string; message: Message }[] {
  let count = 0;
  return scenes.flatMap(({ daysAgo, from, lines }) => {
    let at = momentOn(now, daysAgo, from);
    const ids = lines.map(() => messageId(chatId, count++));
    return lines.map((line, index) => {
      // Seconds that differ, so that no two lines are exactly minutes apart.
      at += line.pause * minute + ((index * 17) % 43) * 1_000;
      const message = newTextMessage(
        {
          senderId: personCalled(line.who).uid,
          text: line.deleted ? '' : line.text,
          replyTo: line.answers === undefined ? null : (ids[index - line.answers] ?? null),
          mentions: (line.mentions ?? []).map((who) => personCalled(who).uid),
          contentNote: line.note ?? null,
        },
        timeAt(at),
      );
      const reactions = Object.fromEntries(
        Object.entries(line.reactions ?? {}).map(([who, reaction]) => [personCalled(who).uid, reaction]),
      );
      const id = ids[index] ?? opaqueId(chatId, index, 'line');
      return {
        id,
        message: { ...message, reactions, deletedAt: line.deleted ? timeAt(at + minute) : null } as Message,
      };
    });
  });
}

export interface DemoChatInput extends Talk {
  readonly chat: ReturnType<typeof newGroupChat<FirestoreTime>> | Record<string, unknown>;
  readonly facts: Pick<ChatFacts, 'type' | 'communityId' | 'name' | 'participants' | 'state' | 'requestedBy'>;
  readonly members: readonly DemoPerson[];
  readonly createdAt: number;
  /** How many of the newest messages each person has not read yet; nobody else is behind. */
  readonly behind: Readonly<Record<string, number>>;
}

/** A chat with its members and messages, and what the functions would have made of them. */
export function chatDocuments(input: DemoChatInput): DemoDocument[] {
  const messages = messagesOf(input);
  const newest = messages.at(-1)?.message;
  const last = newest
    ? {
        text: previewOf(newest),
        senderId: newest.senderId,
        senderName: nameOf(newest.senderId, input.members),
        at: newest.createdAt,
      }
    : null;
  const { chatId, facts, members } = input;
  // Whoever is asked for a private chat becomes a member by accepting.
  const joined = members.filter(({ uid }) => facts.state !== 'request' || uid === facts.requestedBy);
  const documents: DemoDocument[] = [
    {
      path: chatPath(chatId),
      data: { ...input.chat, memberCount: joined.length, lastAt: last?.at ?? null },
    },
    ...(last ? [{ path: chatLastPath(chatId), data: last }] : []),
    ...messages.map(({ id, message }) => ({ path: messagePath(chatId, id), data: message })),
  ];
  members.forEach((person, place) => {
    const joinedAt = timeAt(input.createdAt + place * 7 * minute);
    const read = messages.at(-1 - (input.behind[person.handle] ?? 0))?.message.createdAt ?? joinedAt;
    const readAt = read.toMillis() < joinedAt.toMillis() ? joinedAt : read;
    const owns = place === 0 && facts.type === 'group';
    if (joined.includes(person))
      documents.push({
        path: chatMemberPath(chatId, person.uid),
        data: (owns ? chatOwner : chatJoiner)(person.uid, joinedAt),
      });
    const row = deriveRow({
      chat: facts,
      // Nobody has a row yet: counting starts where this person has read to.
      member: { uid: person.uid, alias: null, joinedAt: readAt },
      row: undefined,
      last,
      window: {
        start: timeAt(0),
        messages: messages.map(({ message }) => ({ ...message, deleted: message.deletedAt !== null })),
      },
      name: facts.name || nameOf(facts.participants.find((uid) => uid !== person.uid) ?? '', members),
    });
    documents.push({ path: inboxRowPath(person.uid, chatId), data: row });
  });
  return documents;
}

function nameOf(uid: string, members: readonly DemoPerson[]): string {
  return members.find((person) => person.uid === uid)?.name ?? '';
}
