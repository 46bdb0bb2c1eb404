import { IconPhoto } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { Button } from './button.tsx';
import { CropDialog, preloadCropDialog } from './crop-dialog.tsx';
import { FieldError } from './field.tsx';
import classes from './picture-field.module.css';
import type { PictureFieldProps, PictureFlow } from './picture-field-props.ts';
import { Progress } from './progress.tsx';

/** As `uploadedImageTypes` of the model. Given these, an iPhone turns its own photos into JPEGs. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** Changes a picture: picks a file, cuts it, and says how far its upload is and what went wrong. */
export const PictureField = ({
  label,
  description,
  children,
  hasPicture,
  shape,
  flow,
}: PictureFieldProps) => {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const isBusy = flow.step === 'reading' || flow.step === 'sending' || flow.step === 'saving';
  /** The button that was pressed goes, so the one that stays takes the focus. */
  const keepFocus = () => chooser.current?.focus();
  return (
    <fieldset aria-describedby={description ? `${id}-note` : undefined} className={classes.field}>
      <legend className={classes.label}>{label}</legend>
      {description ? (
        <div id={`${id}-note`} className={classes.note}>
          {description}
        </div>
      ) : null}
      <div className={classes.row} data-wide={shape.aspect > 2 || undefined}>
        {children}
        <div className={classes.buttons}>
          <Button
            ref={chooser}
            variant="default"
            size="small"
            busy={isBusy}
            icon={<IconPhoto size={18} stroke={1.75} aria-hidden="true" />}
            onPointerEnter={preloadCropDialog}
            onFocus={preloadCropDialog}
            onClick={() => file.current?.click()}
          >
            {hasPicture ? 'Change picture' : 'Choose a picture'}
          </Button>
          {flow.step === 'reading' || flow.step === 'sending' ? (
            <Button
              variant="subtle"
              size="small"
              onClick={() => {
                flow.cancel();
                keepFocus();
              }}
            >
              Cancel
            </Button>
          ) : hasPicture && !isBusy ? (
            <Button
              variant="subtle"
              size="small"
              danger
              onClick={() => {
                flow.remove();
                keepFocus();
              }}
            >
              Remove picture
            </Button>
          ) : null}
        </div>
      </div>
      <input
        ref={file}
        type="file"
        accept={ACCEPTED}
        aria-label={`${label}, file`}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          // The same file again would otherwise be no change.
          event.currentTarget.value = '';
          if (chosen) flow.pick(chosen);
        }}
      />
      <Progressing flow={flow} />
      <div role="alert">
        {flow.step === 'failed' ? (
          <div className={classes.problem}>
            <FieldError>{flow.problem}</FieldError>
            {flow.canRetry ? (
              <Button
                variant="default"
                size="small"
                onClick={() => {
                  flow.retry();
                  keepFocus();
                }}
              >
                Try again
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      <p role="status" className={classes.note}>
        {flow.step === 'idle' ? doneWords(flow.done) : null}
      </p>
      <CropDialog
        picture={flow.step === 'cropping' ? flow.picture : null}
        shape={shape}
        onUse={flow.crop}
        onCancel={flow.cancel}
      />
    </fieldset>
  );
};

const Progressing = ({ flow }: { flow: PictureFlow }) => {
  if (flow.step === 'reading') return <Progress label="Reading the picture" value={null} />;
  if (flow.step === 'saving') return <Progress label="Saving" value={null} />;
  if (flow.step !== 'sending') return null;
  return flow.sent === null ? (
    <Progress label="Checking the picture" value={null} />
  ) : (
    <Progress label="Sending the picture" value={flow.sent} words={`${Math.round(flow.sent * 100)} %`} />
  );
};

function doneWords(done: 'changed' | 'removed' | null): string | null {
  if (done === null) return null;
  return done === 'changed' ? 'Saved.' : 'Removed.';
}
