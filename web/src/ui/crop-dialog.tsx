import { onDemand } from './on-demand.ts';
import type { CropDialogProps } from './picture-field-props.ts';

const part = onDemand(() =>
  import('./crop-dialog-window.tsx').then(({ CropDialogWindow }) => CropDialogWindow),
);

/** Fetches the code ahead. */
export const preloadCropDialog = part.preload;

/** Chooses the part of a picture that shows. Open while `picture` is one. */
export const CropDialog = ({
  picture,
  ...props
}: Omit<CropDialogProps, 'picture'> & { picture: CropDialogProps['picture'] | null }) => {
  const Window = part.useWhen(picture !== null, props.onCancel);
  return Window && picture !== null ? <Window key={picture.url} {...props} picture={picture} /> : null;
};
