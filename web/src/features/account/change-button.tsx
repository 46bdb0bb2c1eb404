import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, preloadDialog } from '../../ui/dialog.tsx';

interface ChangeButtonProps {
  /** What it changes, and the heading of its window: "Change e-mail". */
  label: string;
  /** What stands in the window, given how to close it. */
  children: (close: () => void) => ReactNode;
}

/** "Change" beside a setting, and the window in which it is changed. */
export const ChangeButton = ({ label, children }: ChangeButtonProps) => {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        variant="light"
        size="small"
        aria-label={label}
        onPointerEnter={() => void preloadDialog()}
        onClick={() => setOpen(true)}
      >
        Change
      </Button>
      <Dialog open={open} onClose={close} title={label}>
        {children(close)}
      </Dialog>
    </>
  );
};
