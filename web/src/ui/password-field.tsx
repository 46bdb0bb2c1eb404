import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { TextField } from './text-field.tsx';

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'rightSection' | 'dir'>;

/** A password, with a button to see what was typed. Pasting and password managers work as in any field. */
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
        <IconButton
          label="Show password"
          size={36}
          withoutTooltip
          icon={<Eye size={20} stroke={1.75} />}
          aria-pressed={shown}
          onClick={() => setShown((before) => !before)}
        />
      }
    />
  );
};
