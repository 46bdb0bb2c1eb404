import { useMemo } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { updateInboxRow } from '../../data/update-inbox-row.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { toast } from '../../ui/toasts.ts';
import type { ChatRowActions } from './chat-row-menu.tsx';

/** Muting and pinning from the list. The list itself shows both at once, also without a connection. */
export function useRowActions(uid: string, onLeave: (row: InboxEntry) => void): ChatRowActions {
  return useMemo(() => {
    const update = (row: InboxEntry, change: Parameters<typeof updateInboxRow>[2], done: string) => {
      updateInboxRow(uid, row.id, change).catch((cause: unknown) => toast(errorSentence(toDataError(cause))));
      toast(done);
    };
    return {
      onMute: (row, muted) => update(row, { muted }, muted ? 'Chat muted.' : 'Chat unmuted.'),
      onPin: (row, pinned) => update(row, { pinned }, pinned ? 'Chat pinned to the top.' : 'Chat unpinned.'),
      onLeave,
    };
  }, [uid, onLeave]);
}
