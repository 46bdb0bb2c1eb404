import type { ComponentProps } from 'react';
import { TextField } from '../../ui/text-field.tsx';

interface EmailFieldProps extends Omit<ComponentProps<typeof TextField>, 'label' | 'type' | 'dir'> {
  /** `username` where the account exists already, so that a password manager knows it. */
  autoComplete: 'username' | 'email';
}

export const EmailField = (props: EmailFieldProps) => (
  <TextField {...props} label="E-mail" type="email" dir="ltr" />
);
