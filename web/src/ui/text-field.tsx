import type { PasswordInputProps, TextInputProps } from '@mantine/core';
import { PasswordInput, TextInput } from '@mantine/core';

/**
 * A line of text with its label above and, when something is wrong, a sentence below that is tied to the field
 * (`aria-invalid`, `aria-describedby`) and stays until it is mended. User text keeps its own direction.
 */
export const TextField = (props: TextInputProps) => <TextInput dir="auto" {...props} />;

/** A password, with a button to show it. */
export const PasswordField = (props: PasswordInputProps) => (
  <PasswordInput visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }} {...props} />
);
