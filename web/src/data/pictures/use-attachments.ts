import { useCallback, useState, useSyncExternalStore } from 'react';
import { DataError } from '../data-error.ts';
import { whenForgotten } from '../device-store.ts';
import type { OutgoingPicture } from '../outbox-state.ts';
import type { Attachments, AttachmentsState } from './attachments.ts';

/** By chat and sender, for the life of the page: who looks into another chat finds them again. */
const open = new Map<string, Attachments>();
whenForgotten(() => open.clear());

const NOTHING: AttachmentsState = { pictures: [], problems: [], isHeldUp: false };
const noChange = () => () => {};

export interface AttachmentsHere {
  readonly state: AttachmentsState;
  /** Null until the first picture is added. */
  readonly attachments: Attachments | null;
  /** As that of Attachments. Throws DataError 'offline' where the code cannot be fetched. */
  add(files: readonly File[]): Promise<void>;
  take(): readonly OutgoingPicture[];
}

/** The pictures attached to what I write in a chat. `me` is the id that my messages carry. */
export function useAttachments(uid: string, chatId: string, me: string): AttachmentsHere {
  const key = `${uid} ${chatId} ${me}`;
  const [, setOpened] = useState(open.has(key));
  const attachments = open.get(key) ?? null;
  const read = attachments?.read ?? readNothing;
  const state = useSyncExternalStore(attachments?.subscribe ?? noChange, read);
  const add = useCallback(
    async (files: readonly File[]) => {
      const { openAttachments } = await import('./open-attachments.ts').catch((cause) => {
        throw new DataError('offline', 'not loaded', { cause });
      });
      const here = open.get(key) ?? openAttachments(uid, chatId, me);
      open.set(key, here);
      setOpened(true);
      await here.add(files);
    },
    [key, uid, chatId, me],
  );
  return { state, attachments, add, take: () => attachments?.take() ?? [] };
}

function readNothing(): AttachmentsState {
  return NOTHING;
}
