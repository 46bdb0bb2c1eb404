import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** A chat that everybody lands in who finishes sign-up, one for a language. Functions make it when the first person comes. */
export interface HomeChat {
  /** No client can choose such an id: theirs have 20 letters and digits. */
  readonly id: string;
  /** ISO 639 code. */
  readonly language: string;
  readonly name: string;
  readonly about: string;
}

export const defaultHome: HomeChat = {
  id: 'home_en',
  language: 'en',
  name: 'Home',
  about: 'Everyone starts here. Say hello, ask how this works, or just read along.',
};

export const homeChats: readonly HomeChat[] = [defaultHome];

export function isHomeChat(chatId: string): boolean {
  return homeChats.some(({ id }) => id === chatId);
}

/** `chats/{chatId}` of a home chat. Its members are not counted, so that joining writes nothing that others write too. */
export function newHomeChat<Now>({ name, about }: HomeChat, now: Now) {
  return {
    type: 'home' as const,
    communityId: null,
    circleId: null,
    name,
    about,
    access: 'open' as const,
    participants: [],
    memberCount: 0 as const,
    lastAt: null,
    createdBy: 'system',
    createdAt: now,
    expiresAt: null,
    endedAt: null,
  };
}

/** `users/{uid}/private/home`: that this person was brought home once, so that who leaves stays away. Functions write it. */
export function homeMarkPath(uid: string): string {
  return `users/${uid}/private/home`;
}

export const homeMarkSchema = z.strictObject({ at: timestampSchema });

export function newHomeMark<Now>(now: Now) {
  return { at: now };
}
