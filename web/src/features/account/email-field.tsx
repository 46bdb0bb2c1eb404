import { TextField } from '../../ui/text-field.tsx';

interface EmailFieldProps {
  /** `username` where the account exists already, so that a password manager knows it. */
  autoComplete: 'username' | 'email';
  value: string;
  onTyped: (typed: string) => void;
  problem: string | null | undefined;
}

export const EmailField = ({ autoComplete, value, onTyped, problem }: EmailFieldProps) => (
  <TextField
    label="E-mail"
    type="email"
    name="email"
    autoComplete={autoComplete}
    dir="ltr"
    value={value}
    onChange={(event) => onTyped(event.currentTarget.value)}
    error={problem}
  />
);
