import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useState } from 'react';
import classes from './password-field.module.css';
import { TextField } from './text-field.tsx';

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'rightSection' | 'dir'>;

/** A password, with a button to see what was typed. */
export const PasswordField = (props: PasswordFieldProps) => {
  const [shown, setShown] = useState(false);
  const Eye = shown ? IconEyeOff : IconEye;
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      dir="ltr"
      autoCapitalize="none"
      spellCheck={false}
      rightSection={
        <button
          type="button"
          className={classes.toggle}
          aria-label="Show password"
          aria-pressed={shown}
          onClick={() => setShown((before) => !before)}
        >
          <Eye size={20} stroke={1.75} aria-hidden="true" />
        </button>
      }
    />
  );
};
