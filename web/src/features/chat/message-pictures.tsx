import type { CSSProperties } from 'react';
import { onDemand } from '../../ui/on-demand.ts';
import classes from './message-pictures.module.css';
import { pictureFrame } from './picture-frame.ts';
import type { ShownMessage } from './shown-message.ts';

const grid = onDemand(() =>
  import('./message-picture-grid.tsx').then(({ MessagePictureGrid }) => MessagePictureGrid),
);

/** The pictures of a message, in a frame whose size is known before their code or they themselves are here. */
export const MessagePictures = ({ message }: { message: ShownMessage }) => {
  const Grid = grid.useWhen(true);
  const { width, ratio } = pictureFrame(message.pictures);
  return (
    <div className={classes.frame} style={{ '--width': `${width}px`, '--ratio': ratio } as CSSProperties}>
      {Grid ? <Grid message={message} /> : null}
    </div>
  );
};
