import { limits } from '@sameboat/model/limits';
import { IconX } from '@tabler/icons-react';
import { useId, useRef, useSyncExternalStore } from 'react';
import type { Attachment, Attachments } from '../../data/pictures/attachments.ts';
import { useChatPicture } from '../../data/pictures/use-chat-picture.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import classes from './attachment-strip.module.css';

/** The pictures that go with what is being written, each with a place to describe it, and what was left out and why. */
export const AttachmentStrip = ({ attachments }: { attachments: Attachments }) => {
  const { pictures, problems } = useSyncExternalStore(attachments.subscribe, attachments.read);
  const { describe, remove } = attachments;
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const isPreparing = pictures.some(({ ready }) => ready === null);

  const removeAt = (index: number, path: string) => {
    // The focus goes to the next picture, else to where people write.
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const next = buttons[index + 1] ?? buttons[index - 1];
    (next ?? list.current?.closest('form')?.querySelector('textarea'))?.focus();
    remove(path);
  };

  return (
    <div className={classes.strip}>
      {pictures.length === 0 ? null : (
        <>
          <p id={id} className={classes.title}>
            {pictures.length === 1
              ? 'Describe this picture for people who cannot see it.'
              : 'Describe these pictures for people who cannot see them.'}{' '}
            <VisuallyHidden>
              <span role="status">{isPreparing ? 'Preparing' : 'Ready to send'}</span>
            </VisuallyHidden>
          </p>
          <ul ref={list} aria-labelledby={id} className={classes.list}>
            {pictures.map((picture, index) => (
              <li key={picture.path} className={classes.item}>
                <Thumb picture={picture} />
                <div className={classes.words}>
                  <TextField
                    label={`Description ${index + 1}`}
                    optional
                    limit={limits.imageAltMax}
                    value={picture.alt}
                    error={picture.alt.trim().length > limits.imageAltMax ? 'Make this shorter.' : undefined}
                    onChange={(event) => describe(picture.path, event.target.value)}
                    onKeyDown={(event) => {
                      // It would send the message.
                      if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
                    }}
                  />
                </div>
                <IconButton
                  label={`Remove picture ${index + 1}`}
                  icon={<IconX size={18} stroke={1.75} />}
                  size={32}
                  withoutTooltip
                  onClick={() => removeAt(index, picture.path)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <div role="alert" className={classes.problems}>
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </div>
    </div>
  );
};

const Thumb = ({ picture }: { picture: Attachment }) => (
  <span className={classes.thumb}>
    {picture.ready === null ? <Spinner /> : <ReadyThumb path={picture.path} alt={picture.alt} />}
  </span>
);

const ReadyThumb = ({ path, alt }: { path: string; alt: string }) => {
  const { url } = useChatPicture(path);
  return url === null ? null : <img src={url} alt={alt} className={classes.picture} />;
};
