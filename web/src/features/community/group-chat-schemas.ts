import '@sameboat/model/without-eval';
import { chatAboutSchema, chatNameSchema } from '@sameboat/model/chat';
import * as z from 'zod/mini';

const words = {
  name: z.pipe(z.string().check(z.normalize('NFKC'), z.trim()), chatNameSchema),
  about: z.pipe(z.string().check(z.trim()), chatAboutSchema),
};

/** The form of a new group chat. */
export const newGroupChatFormSchema = z.object({ ...words, access: z.enum(['open', 'invite']) });

/** The form of one that there is. */
export const editGroupChatFormSchema = z.object({ ...words, close: z.boolean() });
