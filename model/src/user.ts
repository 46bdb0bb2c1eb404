import * as z from 'zod/mini';
import { handleSchema } from './handle.ts';
import { imagePathSchema } from './image.ts';
import { limits } from './limits.ts';
import { freeText, nameText, personNameText } from './text.ts';
import { timestampSchema } from './time.ts';

/** `users/{uid}`: what everybody with an account may see. Topics and place are never here. */
export function userPath(uid: string): string {
  return `users/${uid}`;
}

export const displayNameSchema = personNameText('Your name', 1, limits.displayNameMax);
export const bioSchema = freeText('Your bio', limits.bioMax);

const shape = {
  handle: z.string(),
  displayName: displayNameSchema,
  avatar: z.nullable(imagePathSchema),
  cover: z.nullable(imagePathSchema),
  bio: z.nullable(bioSchema),
  kind: z.enum(['person', 'bot']),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
};

/** As it is stored. Otter's name is one that no person can have. */
export const userSchema = z.object({ ...shape, displayName: nameText('The name', 1, limits.displayNameMax) });
export type User = z.infer<typeof userSchema>;

/** What a client may create. Bots are made by functions. */
export const newUserSchema = z.strictObject({ ...shape, handle: handleSchema, kind: z.literal('person') });

/** `now` is the SDK's server timestamp. Goes with `newHandle` in one batch. */
export function newUser<Now>(input: { handle: string; displayName: string }, now: Now) {
  return {
    handle: input.handle,
    displayName: input.displayName,
    avatar: null,
    cover: null,
    bio: null,
    kind: 'person' as const,
    createdAt: now,
    updatedAt: now,
  };
}
