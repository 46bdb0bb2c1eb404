import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** `users/{uid}/private/settings`: for the owner only. */
export function settingsPath(uid: string): string {
  return `users/${uid}/private/settings`;
}

const shape = {
  notifications: z.strictObject({
    messages: z.boolean(),
    mentions: z.boolean(),
    newCommunities: z.boolean(),
    moderation: z.boolean(),
  }),
  theme: z.enum(['system', 'light', 'dark']),
  typing: z.boolean(),
  readReceipts: z.boolean(),
  updatedAt: timestampSchema,
};

export const settingsSchema = z.object(shape);
export type Settings = z.infer<typeof settingsSchema>;

export const newSettingsSchema = z.strictObject(shape);

export function newSettings<Now>(now: Now) {
  return {
    notifications: { messages: true, mentions: true, newCommunities: false, moderation: true },
    theme: 'system' as const,
    typing: true,
    readReceipts: false,
    updatedAt: now,
  };
}
