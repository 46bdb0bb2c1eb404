import { Dialog } from '@base-ui/react/dialog';
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import classes from './picture-viewer.module.css';
import type { PictureViewerProps } from './picture-viewer-props.ts';
import { Spinner } from './spinner.tsx';
import { useBackCloses } from './use-back-closes.ts';
import { useOpener } from './use-opener.ts';
import { useZoomPan } from './use-zoom-pan.ts';

/** One of several pictures over the whole screen. Take it on demand (on-demand.ts). */
export const PictureViewerWindow = ({ picture, index, count, onIndex, onClose }: PictureViewerProps) => {
  const opener = useOpener(true);
  const popup = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<HTMLDivElement | null>(null);
  const close = useBackCloses(onClose);
  const go = (step: 1 | -1) => {
    const next = index + step;
    if (next < 0 || next >= count) return;
    zoomPan.reset();
    onIndex(next);
  };
  const zoomPan = useZoomPan({ stage, picture, onSwipe: go });
  const { scale, x, y } = zoomPan.view;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (zoomPan.onKey(event.key)) event.preventDefault();
    else if (event.key.startsWith('Arrow') && /Left|Right/.test(event.key)) {
      event.preventDefault();
      go(event.key === forward ? 1 : -1);
    }
  };
  const name = count === 1 ? 'Picture' : `Picture ${index + 1} of ${count}`;
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup
          ref={popup}
          className={classes.viewer}
          initialFocus={popup}
          finalFocus={() => opener.current ?? true}
          onKeyDown={onKeyDown}
        >
          <div className={classes.head}>
            <Dialog.Title className={classes.title} aria-live="polite">
              {name}
            </Dialog.Title>
            <Dialog.Close
              render={<IconButton label="Close" withoutTooltip icon={<IconX size={20} stroke={1.75} />} />}
            />
          </div>
          <div
            ref={setStage}
            className={classes.stage}
            data-zoomed={scale > 1 || undefined}
            {...zoomPan.stageProps}
          >
            {picture.problem !== null ? (
              <p>{picture.problem}</p>
            ) : picture.url === null ? (
              <Spinner />
            ) : (
              <img
                src={picture.url}
                alt={picture.alt || 'No description'}
                width={picture.width}
                height={picture.height}
                draggable={false}
                className={classes.picture}
                style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
              />
            )}
          </div>
          {count > 1 ? (
            <>
              <span className={classes.before}>
                <IconButton
                  label="Previous picture"
                  icon={<IconChevronLeft size={24} stroke={1.75} />}
                  round
                  disabled={index === 0}
                  onClick={() => go(-1)}
                />
              </span>
              <span className={classes.after}>
                <IconButton
                  label="Next picture"
                  icon={<IconChevronRight size={24} stroke={1.75} />}
                  round
                  disabled={index === count - 1}
                  onClick={() => go(1)}
                />
              </span>
            </>
          ) : null}
          {picture.alt === '' ? null : (
            <p className={classes.caption} dir="auto">
              {picture.alt}
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
