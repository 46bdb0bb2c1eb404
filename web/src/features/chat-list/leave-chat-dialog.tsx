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
    await leaveGroupChat(uid, row.id);
    onLeft();
  });
  return (
    <ConfirmDialog
      open={open}
      title={`Leave ${row.name}?`}
      confirmLabel="Leave"
      cancelLabel="Stay"
      danger
      busy={leave.busy}
      onConfirm={leave.start}
      onCancel={onCancel}
    >
      <p>
        Your messages stay. You will not see new ones.{' '}
        {row.type === 'home' ? 'You can come back from “You”.' : 'You can join again from the community.'}
      </p>
      {leave.problem ? <p role="alert">{leave.problem}</p> : null}
    </ConfirmDialog>
  );
};
