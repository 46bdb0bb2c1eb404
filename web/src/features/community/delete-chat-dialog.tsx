import { useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import { deleteGroupChat } from '../../data/delete-group-chat.ts';
import { announce } from '../../ui/announcer.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface DeleteChatDialogProps {
  /** The chat it asks about; null while it is closed. */
  chat: { id: string; name: string } | null;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Asks before a group chat is deleted for everybody, and says what that means. */
export const DeleteChatDialog = ({ chat, onClose, onDeleted }: DeleteChatDialogProps) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const close = () => {
    setProblem(null);
    setBusy(false);
    onClose();
  };
  const remove = async (chatId: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await deleteGroupChat(chatId);
      announce('The group chat is deleted.');
      close();
      onDeleted?.();
    } catch (cause) {
      setProblem(errorSentence(toDataError(cause)));
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      open={chat !== null}
      title="Delete this group chat?"
      confirmLabel="Delete chat"
      cancelLabel="Keep it"
      danger
      busy={busy}
      onConfirm={() => chat && remove(chat.id)}
      onCancel={close}
    >
      <p>
        This deletes <bdi>{chat?.name}</bdi> for everyone, with all its messages and pictures. It cannot be
        undone.
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
    </ConfirmDialog>
  );
};
