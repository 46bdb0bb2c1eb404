import { useState } from 'react';
import Cropper from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { Button } from './button.tsx';
import classes from './crop-dialog.module.css';
import { Dialog } from './dialog.tsx';
import { middleOf } from './middle-of.ts';
import type { CropDialogProps } from './picture-field-props.ts';
import { Slider } from './slider.tsx';

const ZOOM_MAX = 4;

/** Percent, since a slider's steps are whole numbers. */
const HUNDRED = 100;

/**
 * Chooses the part of a picture that shows: by dragging, pinching or turning the wheel, or with the arrow keys and the
 * slider.
 */
export const CropDialogWindow = ({ picture, shape, onUse, onCancel }: CropDialogProps) => {
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState(() => middleOf(picture, shape.aspect));
  return (
    <Dialog
      open
      title="Choose what shows"
      onClose={onCancel}
      foot={
        <>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button onClick={() => onUse(area)}>Use this part</Button>
        </>
      }
    >
      <div className={classes.crop}>
        <div
          className={classes.frame}
          style={{ aspectRatio: shape.aspect }}
          data-round={shape.round || undefined}
        >
          <Cropper
            image={picture.url}
            crop={crop}
            zoom={zoom}
            maxZoom={ZOOM_MAX}
            aspect={shape.aspect}
            cropShape={shape.round ? 'round' : 'rect'}
            objectFit="cover"
            showGrid={false}
            // It would write a style element, which the page's policy refuses.
            disableAutomaticStylesInjection
            classes={{ cropAreaClassName: classes.area ?? '' }}
            mediaProps={{ alt: 'The picture you chose' }}
            cropperProps={{
              role: 'group',
              'aria-label': 'The part that shows. Move it with the arrow keys.',
            }}
            keyboardStep={8}
            onCropChange={setCrop}
            onZoomChange={setZoom}
            onCropAreaChange={(_, pixels) => setArea(pixels)}
          />
        </div>
        <p className={classes.hint}>
          Drag the picture, or move it with the arrow keys. Of a moving picture, this still is kept.
        </p>
        <Slider
          label="Zoom"
          min={HUNDRED}
          max={ZOOM_MAX * HUNDRED}
          step={10}
          value={Math.round(zoom * HUNDRED)}
          onChange={(value) => setZoom(value / HUNDRED)}
          words={`${Math.round(zoom * HUNDRED)} %`}
        />
      </div>
    </Dialog>
  );
};
