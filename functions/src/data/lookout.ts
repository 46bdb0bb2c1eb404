import type { Lookout } from '../domain/look-at-chat.ts';
import { createChatStore } from './chat-store.ts';
import { systemClock } from './clock.ts';
import { openFirestore } from './firestore.ts';
import { lookQueue } from './look-queue.ts';

export function openLookout(): Lookout {
  return { store: createChatStore(openFirestore()), clock: systemClock, queue: lookQueue };
}
