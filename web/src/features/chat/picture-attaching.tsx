import { uploadedImageTypes } from '@sameboat/model/image';
import { limits } from '@sameboat/model/limits';
import { IconPhotoPlus } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import { errorSentence, toDataError } from '../../data/data-error.ts';
import type { OutgoingContent } from '../../data/outbox-state.ts';
import { useAttachments } from '../../data/pictures/use-attachments.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { onDemand } from '../../ui/on-demand.ts';
import { toast } from '../../ui/toasts.ts';
import classes from './picture-attaching.module.css';

/** What goes into the composer. */
interface ComposerParts {
  readonly above: ReactNode;
  readonly tools: ReactNode;
  /** Whether there is something to send besides words. */
  readonly mayBeBlank: boolean;
  /** Whether nothing can be sent yet. */
  readonly isHeld: boolean;
  readonly onSend: (content: OutgoingContent) => void;
}

interface PictureAttachingProps {
  uid: string;
  chatId: string;
  /** The id that my messages carry. */
  me: string;
  onSend: (content: OutgoingContent) => void;
  /** Draws the composer. */
  children: (parts: ComposerParts) => ReactNode;
}

const strip = onDemand(() => import('./attachment-strip.tsx').then(({ AttachmentStrip }) => AttachmentStrip));

/** Lets a message have pictures: chosen with a button, pasted, or dropped on the composer. */
export const PictureAttaching = ({ uid, chatId, me, onSend, children }: PictureAttachingProps) => {
  const { state, attachments, ...acts } = useAttachments(uid, chatId, me);
  const { pictures, problems, isHeldUp } = state;
  const [isOver, setOver] = useState(false);
  const isShown = pictures.length > 0 || problems.length > 0;
  const Strip = strip.useWhen(isShown);

  const add = (files: readonly File[]) => {
    acts.add(files).catch((cause) => toast(errorSentence(toDataError(cause))));
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = picturesOf(event.clipboardData);
    // Some programs put a picture of the text beside the text.
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
    event.preventDefault();
    add(files);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for the button inside
    <div
      className={classes.place}
      data-over={isOver || undefined}
      onPaste={onPaste}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children({
        above: Strip && attachments && isShown ? <Strip attachments={attachments} /> : null,
        tools: (
          <FileButton
            label="Add pictures"
            icon={<IconPhotoPlus size={20} stroke={1.75} />}
            size={36}
            round
            accept={uploadedImageTypes.join()}
            disabled={pictures.length >= limits.imagesMax}
            onPointerEnter={strip.preload}
            onFiles={add}
          />
        ),
        mayBeBlank: pictures.length > 0,
        isHeld: isHeldUp,
        onSend: (content) => onSend({ ...content, pictures: acts.take() }),
      })}
    </div>
  );
};

function picturesOf(data: DataTransfer): readonly File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}
