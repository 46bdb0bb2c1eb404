import { IconMailCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AccountCard } from './account-card.tsx';
import { AccountForm } from './account-form.tsx';
import { accountProblem } from './account-sentences.ts';
import { checkEmail } from './check-fields.ts';
import { EmailField } from './email-field.tsx';

export const ResetPasswordPage = () => {
  usePageTitle('New password');
  const [email, setEmail] = useState('');
  const [fieldProblem, setFieldProblem] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);

  const submit = async () => {
    const address = email.trim();
    const wrong = checkEmail(address);
    setFieldProblem(wrong);
    setProblem(null);
    if (wrong) return;
    setBusy(true);
    try {
      const { resetPassword } = await import('../../data/session/reset-password.ts');
      await resetPassword(address);
      setSent(true);
    } catch (error) {
      const { field, sentence } = accountProblem(error);
      if (field === 'email') setFieldProblem(sentence);
      else setProblem(sentence);
    } finally {
      setBusy(false);
    }
  };

  if (sent) {
    return (
      <div role="status">
        <EmptyState
          icon={<IconMailCheck size={28} stroke={1.5} />}
          level={1}
          title="Look at your e-mail"
          action={<Link to="/sign-in">Back to sign in</Link>}
        >
          <p>
            If there is an account with that address, a link to choose a new password is on its way to it.
          </p>
        </EmptyState>
      </div>
    );
  }

  return (
    <AccountCard
      title="Choose a new password"
      lead="We send a link to your e-mail. It works for one hour."
      foot={
        <p>
          <Link to="/sign-in">Back to sign in</Link>
        </p>
      }
    >
      <AccountForm submitLabel="Send the link" busy={busy} problem={problem} onSubmit={() => void submit()}>
        <EmailField autoComplete="username" value={email} onTyped={setEmail} problem={fieldProblem} />
      </AccountForm>
    </AccountCard>
  );
};
