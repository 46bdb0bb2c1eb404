import { endPrivateChat } from '../../data/end-private-chat.ts';
import { leaveGroupChat } from '../../data/leave-group-chat.ts';
import { useAction } from '../../data/use-action.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface LeaveChatDialogProps {
  uid: string;
  row: InboxEntry;
  open: boolean;
  onLeft: () => void;
  onCancel: () => void;
}

/** Asks before a chat is left from the list. */
export const LeaveChatDialog = ({ uid, row, open, onLeft, onCancel }: LeaveChatDialogProps) => {
  const leave = useAction(async () => {
    await (row.type === 'direct' ? endPrivateChat(row.id) : leaveGroupChat(uid, row.id));
    onLeft();
  });
  const isRequest = row.request === 'sent';
  return (
    <ConfirmDialog
      open={open}
      title={titleOf(row)}
      confirmLabel={isRequest ? 'Take back' : 'Leave'}
      cancelLabel={isRequest ? 'Keep it' : 'Stay'}
      danger
      busy={leave.busy}
      onConfirm={leave.start}
      onCancel={onCancel}
    >
      <p>{meaningOf(row)}</p>
      {leave.problem ? <p role="alert">{leave.problem}</p> : null}
    </ConfirmDialog>
  );
};

function titleOf({ type, request, name }: InboxEntry): string {
  if (request === 'sent') return 'Take back the request?';
  return type === 'direct' ? `Leave the chat with ${name}?` : `Leave ${name}?`;
}

function meaningOf({ type, request }: InboxEntry): string {
  if (request === 'sent') return 'They cannot read or accept it any more. You can ask again after a month.';
  if (type === 'direct')
    return 'The chat ends for both of you, and nobody can read it any more. They read that it has ended, not why. A month from now a new one can be started.';
  const back = type === 'home' ? 'You can come back from “You”.' : 'You can join again from the community.';
  return `Your messages stay. You will not see new ones. ${back}`;
}
