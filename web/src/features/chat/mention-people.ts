import { fanOutMembersMax } from '@sameboat/model/limits';
import { useMemo, useState } from 'react';
import { watchChatPeople } from '../../data/chat-people.ts';
import { useLive } from '../../data/use-live.ts';
import { watchBlocks } from '../../data/watch-blocks.ts';
import type { ChatEntry } from '../../data/watch-chat.ts';
import type { PersonToMention } from './mention-rank.ts';

/** Where to look for people to mention. Nothing is read until somebody types "@". */
export interface MentionSource {
  readonly uid: string;
  readonly chat: ChatEntry;
  /** The id that my own messages carry. */
  readonly me: string;
  /** Who wrote the messages that are loaded, the latest first. */
  readonly authors: () => readonly string[];
}

/**
 * Who can be mentioned in a chat, those who wrote last first: never me, and never somebody I blocked. Of a chat too large
 * to list, those whose messages are loaded.
 */
export function useMentionPeople({ uid, chat, me, authors }: MentionSource) {
  const [recent] = useState(authors);
  const blocks = useLive(watchBlocks(uid));
  const uids = uidsToRead(chat, recent);
  const profiles = useLive(chat.type === 'match' ? null : watchChatPeople(uid, chat.id, uids));
  const { people: aliases } = chat;

  const people = useMemo<readonly PersonToMention[]>(() => {
    if (aliases)
      return Object.entries(aliases).map(([id, name]) => ({ id, name, handle: null, picture: null }));
    const found = (profiles.value ?? []).map((user) => ({
      id: user.id,
      name: user.displayName,
      handle: user.handle,
      picture: user.avatar,
    }));
    const place = new Map(recent.map((id, index) => [id, index]));
    const placeOf = ({ id }: PersonToMention) => place.get(id) ?? recent.length;
    return found.toSorted((one, other) => placeOf(one) - placeOf(other));
  }, [aliases, profiles.value, recent]);

  const offered = useMemo(() => {
    if (!blocks.value) return [];
    const hidden = new Set([me, ...blocks.value.map(({ id }) => id)]);
    return people.filter(({ id }) => !hidden.has(id));
  }, [people, blocks.value, me]);

  const isLoading =
    blocks.status === 'loading' || (!aliases && (profiles.status === 'loading' || profiles.fromCache));
  return { people: offered, isLoading };
}

/** Null where the chat's members are to be listed. */
function uidsToRead(chat: ChatEntry, recent: readonly string[]): readonly string[] | null {
  if (chat.type === 'direct') return chat.participants;
  return chat.type === 'home' || chat.memberCount > fanOutMembersMax ? recent.slice(0, 50) : null;
}
