import { ConfirmDialog } from './confirm-dialog.tsx';

interface BlockDialogProps {
  open: boolean;
  name: string;
  busy: boolean;
  /** Why it did not work, in a sentence. */
  problem: string | null;
  onBlock: () => void;
  onClose: () => void;
}

/** Asks before a block, and says what it does and what it does not do. */
export const BlockDialog = ({ open, name, busy, problem, onBlock, onClose }: BlockDialogProps) => (
  <ConfirmDialog
    open={open}
    title={`Block ${name}?`}
    confirmLabel="Block"
    danger
    busy={busy}
    onConfirm={onBlock}
    onCancel={onClose}
  >
    <p>
      You will not find each other, and neither can write to the other in private. A private chat between you
      ends. They are not told. In communities and group chats that you share, you still see each other.
    </p>
    {problem ? <p role="alert">{problem}</p> : null}
  </ConfirmDialog>
);
