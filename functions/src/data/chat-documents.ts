import { chatTypeSchema, directStateSchema, type LastMessage } from '@sameboat/model/chat';
import type { InboxRow } from '@sameboat/model/inbox-row';
import { isFirestoreTime } from '@sameboat/model/time';
import { type DocumentData, Timestamp } from 'firebase-admin/firestore';
import type { ChatFacts, MemberFacts, NewestMessage } from '../domain/chat-store.ts';
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
const names = (value: unknown) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, name]) => [key, text(name)]))
    : null;
const images = (value: unknown) =>
  Array.isArray(value) ? value.map((each: DocumentData | null) => ({ alt: text(each?.alt) })) : [];
const type = (value: unknown) => chatTypeSchema.safeParse(value).data ?? 'group';

export function toLast(value: unknown): LastMessage | null {
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
    lastAt: timeOrNull(data.lastAt),
    createdAt: time(data.createdAt),
    expiresAt: timeOrNull(data.expiresAt),
    endedAt: timeOrNull(data.endedAt),
    state: directStateSchema.safeParse(data.state).data ?? null,
    requestedBy: textOrNull(data.requestedBy),
    people: names(data.people),
  };
}

export function toMember(uid: string, data: DocumentData): MemberFacts {
  return { uid, alias: textOrNull(data.alias), joinedAt: time(data.joinedAt) };
}

export function toRoster(data: DocumentData | undefined): readonly string[] | null {
  return data ? texts(data.uids) : null;
}

export function toRow(data: DocumentData): InboxRow {
  return {
    type: type(data.type),
    name: text(data.name),
    communityId: textOrNull(data.communityId),
    otherUid: textOrNull(data.otherUid),
    request: data.request === 'sent' || data.request === 'received' ? data.request : null,
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
    images: images(data.images),
    contentNote: textOrNull(data.contentNote),
    deletedAt: timeOrNull(data.deletedAt),
  };
}

export function toCountedMessage(data: DocumentData): CountedMessage {
  return {
    senderId: text(data.senderId),
    createdAt: time(data.createdAt),
    deleted: timeOrNull(data.deletedAt) !== null,
    mentions: texts(data.mentions),
  };
}
