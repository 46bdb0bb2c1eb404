import type { ReportWords } from '@sameboat/model/report';
import type { ReactNode } from 'react';

export interface DialogProps {
  open: boolean;
  /** Asked for by Escape, the scrim or the close button. It stays open until `open` says otherwise. */
  onClose: () => void;
  /** Its heading: "New group chat". */
  title: string;
  children: ReactNode;
  /** Buttons at its foot, the main one last. */
  foot?: ReactNode;
}

export interface SheetProps {
  open: boolean;
  /** As DialogProps. */
  onClose: () => void;
  /** Its heading: "About this chat". */
  label: string;
  children: ReactNode;
}

export interface ConfirmDialogProps {
  open: boolean;
  /** A question: "Leave this community?" */
  title: string;
  /** What will happen, in a sentence or two. */
  children: ReactNode;
  /** What the button does: "Leave". Never "OK". */
  confirmLabel: string;
  /** The way out in words. */
  cancelLabel?: string;
  /** For what destroys. */
  danger?: boolean;
  /** While true both buttons wait. */
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

export interface ReportDialogProps {
  open: boolean;
  /** Its heading: "Report Ada". */
  title: string;
  /** Sends it, and answers with what was wrong, in a sentence, or null when it has arrived. Must not throw. */
  onSend: (report: ReportWords) => Promise<string | null>;
  onClose: () => void;
}
