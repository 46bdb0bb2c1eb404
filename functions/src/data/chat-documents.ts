import { chatTypeSchema, type LastMessage } from '@sameboat/model/chat';
import type { InboxRow } from '@sameboat/model/inbox-row';
import { isFirestoreTime } from '@sameboat/model/time';
import { type DocumentData, Timestamp } from 'firebase-admin/firestore';
import type { ChatFacts, MemberFacts, NewestMessage } from '../domain/chat-store.ts';
import type { SentMessage } from '../domain/handle-new-message.ts';
import type { CountedMessage } from '../domain/unread.ts';

/**
 * Reads documents field by field, a missing or strange one as nothing: rules keep such documents out, and one
 * that is there all the same (an older version's, an import's) must not hold up everybody else in its chat.
 */

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
const count = (value: unknown) => (typeof value === 'number' && value >= 0 ? Math.trunc(value) : 0);
const timeOrNull = (value: unknown) => (isFirestoreTime(value) ? value : null);
const time = (value: unknown) => timeOrNull(value) ?? new Timestamp(0, 0);
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
const type = (value: unknown) => chatTypeSchema.safeParse(value).data ?? 'group';

function toLast(value: unknown): LastMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const last = value as DocumentData;
  const at = timeOrNull(last.at);
  if (at === null) return null;
  return {
    text: text(last.text),
    senderId: textOrNull(last.senderId),
    senderName: textOrNull(last.senderName),
    at,
  };
}

export function toChat(data: DocumentData): ChatFacts {
  return {
    type: type(data.type),
    communityId: textOrNull(data.communityId),
    name: text(data.name),
    participants: texts(data.participants),
    memberCount: count(data.memberCount),
    last: toLast(data.last),
  };
}

export function toMember(uid: string, data: DocumentData): MemberFacts {
  return { uid, name: textOrNull(data.name), joinedAt: time(data.joinedAt), readAt: timeOrNull(data.readAt) };
}

export function toRow(data: DocumentData): InboxRow {
  return {
    type: type(data.type),
    name: text(data.name),
    communityId: textOrNull(data.communityId),
    otherUid: textOrNull(data.otherUid),
    last: toLast(data.last),
    unread: count(data.unread),
    mentions: count(data.mentions),
    readAt: timeOrNull(data.readAt),
    muted: data.muted === true,
    pinned: data.pinned === true,
    updatedAt: time(data.updatedAt),
  };
}

export function toNewestMessage(data: DocumentData): NewestMessage {
  return {
    senderId: text(data.senderId),
    createdAt: time(data.createdAt),
    text: text(data.text),
    image: data.image ? { alt: text(data.image.alt) } : null,
    contentNote: textOrNull(data.contentNote),
    deletedAt: timeOrNull(data.deletedAt),
  };
}

/** Null for what functions write: they may say several things in one commit. */
export function toSentMessage(chatId: string, id: string, data: DocumentData): SentMessage | null {
  if (data.kind !== 'text' && data.kind !== 'image') return null;
  return { chatId, id, senderId: text(data.senderId), createdAt: time(data.createdAt) };
}

export function toCountedMessage(data: DocumentData): CountedMessage {
  return {
    senderId: text(data.senderId),
    createdAt: time(data.createdAt),
    deleted: timeOrNull(data.deletedAt) !== null,
    mentions: texts(data.mentions),
  };
}
