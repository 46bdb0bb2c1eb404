import { uploadedImageTypes } from '@sameboat/model/image';
import { limits } from '@sameboat/model/limits';
import { IconPhotoPlus } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import type { OutgoingContent } from '../../data/outbox-state.ts';
import { isHeldUp } from '../../data/pictures/attachments.ts';
import { useAttachments } from '../../data/pictures/use-attachments.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { onDemand } from '../../ui/on-demand.ts';
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
  const attachments = useAttachments(uid, chatId, me);
  const { pictures, problems, add } = attachments;
  const [isOver, setOver] = useState(false);
  const isShown = pictures.length > 0 || problems.length > 0;
  const Strip = strip.useWhen(isShown);

  const onPaste = (event: ClipboardEvent) => {
    const files = picturesOf(event.clipboardData);
    // Some programs put a picture of the text beside the text.
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return;
    event.preventDefault();
    void add(files);
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
    void add(files);
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
        above: Strip && isShown ? <Strip attachments={attachments} /> : null,
        tools: (
          <FileButton
            label="Add pictures"
            icon={<IconPhotoPlus size={20} stroke={1.75} />}
            size={36}
            round
            accept={uploadedImageTypes.join()}
            disabled={pictures.length >= limits.imagesMax}
            onPointerEnter={strip.preload}
            onFiles={(files) => void add(files)}
          />
        ),
        mayBeBlank: pictures.length > 0,
        isHeld: isHeldUp(attachments),
        onSend: (content) => onSend({ ...content, pictures: attachments.take() }),
      })}
    </div>
  );
};

function picturesOf(data: DataTransfer): readonly File[] {
  return [...data.files].filter(({ type }) => type.startsWith('image/'));
}
