import * as z from 'zod/mini';
import { timestampSchema } from './time.ts';

/** `users/{uid}/private/settings`: for the owner only. */
export function settingsPath(uid: string): string {
  return `users/${uid}/private/settings`;
}

/** The shape of an IANA time zone. Whether there is such a zone is for `Intl` to say. */
export const timeZoneSchema = z
  .string()
  .check(
    z.maxLength(64),
    z.regex(/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/, 'This is not a time zone.'),
  );

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
  /** Of the device, kept when its owner opens a home chat: Otter tells the time by it. */
  timeZone: z.optional(z.nullable(timeZoneSchema)),
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
