import type { FirestoreTime } from '@sameboat/model/time';
import { isPulled } from './is-pulled.ts';
import { type Lookout, type LookReason, lookAtOnce, lookLater } from './look-at-chat.ts';
import { windowMs } from './look-window.ts';
import { settleOwnRow } from './settle-own-row.ts';

export interface MembershipEvent extends LookReason {
  readonly uid: string;
  /** Null for somebody who left. */
  readonly joinedAt: FirestoreTime | null;
}

/**
 * Somebody joined or left a chat. Their own row comes or goes at once; the members are counted at once for the first who
 * joins after a while, and otherwise once for everybody at the end of the window.
 */
export async function handleChatMembership(lookout: Lookout, event: MembershipEvent): Promise<void> {
  const { chatId, uid, joinedAt } = event;
  const { store, clock } = lookout;
  if (chatId.startsWith('dm_')) return lookAtOnce(lookout, event);
  await settleOwnRow(store, chatId, uid, clock.now());
  const chat = await store.findChat(chatId);
  // Nobody counts who is at home.
  if (chat === null || chat.type === 'home') return;
  const joined = joinedAt && {
    collection: 'members' as const,
    field: 'joinedAt' as const,
    id: uid,
    at: joinedAt,
  };
  const isFirst =
    joined !== null && !isPulled(chat) && (await store.isAmongFirst(chatId, joined, windowMs, 1));
  if (isFirst) await lookAtOnce(lookout, event, 'members');
  else await lookLater(lookout, event, 'members');
}
