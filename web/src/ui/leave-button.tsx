import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface LeaveButtonProps {
  /** "Leave chat" */
  label: string;
  /** "Leave this chat?" */
  title: string;
  /** What leaving means. */
  children: ReactNode;
  busy: boolean;
  /** Why it did not work, in a sentence. */
  problem: string | null;
  onLeave: () => void;
}

/** The way out: two taps, and what it means in between. */
export const LeaveButton = ({ label, title, children, busy, problem, onLeave }: LeaveButtonProps) => {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" danger onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        title={title}
        confirmLabel="Leave"
        cancelLabel="Stay"
        danger
        busy={busy}
        onConfirm={onLeave}
        onCancel={() => setAsking(false)}
      >
        {children}
        {problem ? <p role="alert">{problem}</p> : null}
      </ConfirmDialog>
    </>
  );
};
