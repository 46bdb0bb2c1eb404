import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { toAccountError } from '../../data/session/account-error.ts';
import { Form } from '../../ui/form.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toasts.ts';
import { useForm } from '../../ui/use-form.ts';
import { AccountCard } from './account-card.tsx';
import { accountProblem, EASY_TO_GUESS, formProblems } from './account-sentences.ts';
import { LinkAnswer } from './link-answer.tsx';
import { choosePasswordSchema } from './new-account-schemas.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { isEasyToGuess } from './password-strength.ts';

type Link = { status: 'waiting' } | { status: 'good'; email: string } | { status: 'bad'; problem: string };

/** The link of "Forgot your password?": a new password, and everybody who knew the old one is signed out. */
export const ResetLink = ({ code }: { code: string }) => {
  const [link, setLink] = useState<Link>({ status: 'waiting' });

  useEffect(() => {
    let current = true;
    import('../../data/session/follow-link.ts')
      .then(({ readResetLink }) => readResetLink(code))
      .then(
        (email) => current && setLink({ status: 'good', email }),
        (error: unknown) => current && setLink({ status: 'bad', problem: accountProblem(error).sentence }),
      );
    return () => {
      current = false;
    };
  }, [code]);

  if (link.status === 'waiting') return <Skeleton label="Opening the link" shape="lines" />;
  if (link.status === 'good') return <ResetForm code={code} email={link.email} />;
  return (
    <LinkAnswer title="That did not work" to="/reset-password" action="Get a new link">
      {link.problem}
    </LinkAnswer>
  );
};

const ResetForm = ({ code, email }: { code: string; email: string }) => {
  const [done, setDone] = useState(false);
  const owner = { email, handle: '', displayName: '' };
  const form = useForm({
    initialValues: { password: '' },
    schema: choosePasswordSchema,
    submit: async ({ password }) => {
      if (await isEasyToGuess(password, owner)) return { password: EASY_TO_GUESS };
      try {
        const { choosePassword } = await import('../../data/session/follow-link.ts');
        await choosePassword({ code, email, password });
      } catch (error) {
        if (toAccountError(error).code !== 'others-still-in') return formProblems(error, ['password']);
        toast(accountProblem(error).sentence);
      }
      setDone(true);
      return undefined;
    },
  });

  if (done) return <Navigate to="/" replace />;
  return (
    <AccountCard
      title="Choose a new password"
      lead={
        <>
          For <bdi dir="ltr">{email}</bdi>. Everybody who is signed in to this account is signed out, except
          you here.
        </>
      }
    >
      <Form form={form} submitLabel="Save and sign in" wideButton>
        <NewPasswordField {...form.text('password')} label="New password" owner={owner} />
      </Form>
    </AccountCard>
  );
};
