import { onDemand } from './on-demand.ts';
import type { PictureViewerProps } from './picture-viewer-props.ts';

const part = onDemand(() =>
  import('./picture-viewer-window.tsx').then(({ PictureViewerWindow }) => PictureViewerWindow),
);

/** Fetches the code ahead. */
export const preloadPictureViewer = part.preload;

/** One of several pictures over the whole screen. Open while `picture` is one. */
export const PictureViewer = ({
  picture,
  ...props
}: Omit<PictureViewerProps, 'picture'> & { picture: PictureViewerProps['picture'] | null }) => {
  const Window = part.useWhen(picture !== null, props.onClose);
  return Window && picture !== null ? <Window {...props} picture={picture} /> : null;
};
