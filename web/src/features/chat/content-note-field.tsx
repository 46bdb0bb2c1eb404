import { limits } from '@sameboat/model/limits';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import classes from './content-note-field.module.css';

export interface ContentNoteFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Leaves the note out. */
  onRemove: () => void;
  /** Whether it was asked for just now, and so takes the focus. */
  isFresh: boolean;
}

/** A few words that people see first: the message is veiled until they choose to read it. */
export const ContentNoteField = ({ value, onChange, onRemove, isFresh }: ContentNoteFieldProps) => {
  const field = useRef<HTMLInputElement>(null);
  const takesFocus = useRef(isFresh);
  useEffect(() => {
    if (takesFocus.current) field.current?.focus();
  }, []);
  return (
    <div className={classes.note}>
      <TextField
        ref={field}
        label="Content note"
        description="People see this first and choose whether to read the message."
        placeholder="What is it about?"
        autoComplete="off"
        maxLength={limits.contentNoteMax}
        value={value}
        rightSection={
          <IconButton
            label="Remove content note"
            icon={<IconX size={18} stroke={1.75} />}
            size={36}
            withoutTooltip
            onClick={onRemove}
          />
        }
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onRemove();
        }}
      />
    </div>
  );
};
