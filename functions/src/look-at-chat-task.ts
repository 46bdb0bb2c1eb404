import { idSchema } from '@sameboat/model/id';
import { logger } from 'firebase-functions';
import { onTaskDispatched } from 'firebase-functions/v2/tasks';
import * as z from 'zod/mini';
import { openLookout } from './data/lookout.ts';
import { lookWhenDue } from './domain/look-at-chat.ts';
import './options.ts';

const inputSchema = z.strictObject({
  chatId: idSchema,
  kind: z.enum(['messages', 'members']),
  dueAt: z.number(),
});

/** The look at a busy chat for everything that happened in one window. Only the queue may call this. */
export const lookAtChatTask = onTaskDispatched(
  {
    retryConfig: { maxAttempts: 100, minBackoffSeconds: 1, maxBackoffSeconds: 300 },
    rateLimits: { maxConcurrentDispatches: 500, maxDispatchesPerSecond: 500 },
    invoker: 'private',
  },
  async ({ data }) => {
    const input = inputSchema.safeParse(data);
    if (!input.success) {
      logger.error('This is no look at a chat.');
      return;
    }
    await lookWhenDue(openLookout(), input.data);
  },
);
