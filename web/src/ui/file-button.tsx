import { useRef } from 'react';
import { IconButton, type IconButtonProps } from './icon-button.tsx';

interface FileButtonProps extends Omit<IconButtonProps, 'onClick'> {
  /** Types, as the `accept` of a file field. */
  accept: string;
  /** At least one, in the order in which the browser has them. */
  onFiles: (files: readonly File[]) => void;
}

/** A button that lets somebody choose files. */
export const FileButton = ({ accept, onFiles, ...button }: FileButtonProps) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton {...button} onClick={() => field.current?.click()} />
      <input
        ref={field}
        type="file"
        multiple
        accept={accept}
        aria-label={`${button.label}, file`}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file again would otherwise be no change.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
};
