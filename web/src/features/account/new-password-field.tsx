import { limits } from '@sameboat/model/limits';
import type { ComponentProps } from 'react';
import { PasswordField } from '../../ui/password-field.tsx';
import { type PasswordOwner, useIsEasyToGuess } from './password-strength.ts';

interface NewPasswordFieldProps extends Omit<ComponentProps<typeof PasswordField>, 'value' | 'description'> {
  value: string;
  /** Whose it is to be: what is known about them is easy to guess. */
  owner: PasswordOwner;
}

/** A password that is being chosen. Says while it is typed that it is easy to guess. */
export const NewPasswordField = ({ owner, ...props }: NewPasswordFieldProps) => (
  <PasswordField
    {...props}
    autoComplete="new-password"
    description={
      <span role="status">
        {useIsEasyToGuess(props.value, owner)
          ? 'Easy to guess so far. Add another word or two.'
          : `At least ${limits.passwordMin} characters. Three or four words are easy to remember.`}
      </span>
    }
  />
);
