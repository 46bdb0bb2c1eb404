import { deleteMyAccountInputSchema } from '@sameboat/model/delete-my-account';
import { useState } from 'react';
import * as z from 'zod/mini';
import { deleteAccount } from '../../data/session/delete-account.ts';
import { useSignIn } from '../../data/session/use-sign-in.ts';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type FormProblems, useForm } from '../../ui/use-form.ts';
import { ConfirmWithGoogle } from './confirm-with-google.tsx';
import { deletionProblem } from './deletion-problem.ts';
import { FoundedCommunities } from './founded-communities.tsx';

const ANOTHER_HANDLE = 'This is not your handle. Type it as it is in your profile.';

interface Values extends Record<string, unknown> {
  handle: string;
  password: string;
}

/** The handle typed and the password once more, so that nobody else can do this on a phone that was left open. */
export const DeleteAccountForm = ({ uid, handle }: { uid: string; handle: string | null }) => {
  const [founded, setFounded] = useState<readonly string[]>([]);
  const { hasPassword: withPassword } = useSignIn();
  const schema = z.object({
    handle: z.string().check(z.refine((typed) => isHandle(typed, handle), ANOTHER_HANDLE)),
    password: z.string().check(z.refine((typed) => !withPassword || typed !== '', 'Enter your password.')),
  });
  const form = useForm<Values, Values>({
    initialValues: { handle: '', password: '' },
    schema,
    submit: async ({ handle: typed, password }): Promise<FormProblems<Values> | undefined> => {
      setFounded([]);
      try {
        const refusal = await deleteAccount(typed, withPassword ? password : null);
        // The page of goodbye follows.
        if (refusal === null) return undefined;
        if (refusal.reason === 'wrong-handle') return { handle: ANOTHER_HANDLE };
        if (refusal.reason === 'founder') setFounded(refusal.communityIds);
        return refusal.reason === 'founder' ? {} : { form: SIGN_IN_AGAIN };
      } catch (error) {
        return deletionProblem(error);
      }
    },
  });
  return (
    <Form form={form} label="Delete account" submitLabel="Delete my account" danger>
      <TextField
        {...form.text('handle', (typed) => typed.trim().toLowerCase().replace(/^@/, ''))}
        label="Your handle"
        description={
          handle === null ? (
            'Without the @.'
          ) : (
            <>
              Type <bdi dir="ltr">{handle}</bdi> to say that you mean it.
            </>
          )
        }
        leftSection="@"
        dir="ltr"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      {withPassword ? (
        <PasswordField {...form.text('password')} label="Your password" autoComplete="current-password" />
      ) : (
        <ConfirmWithGoogle />
      )}
      {founded.length > 0 ? <FoundedCommunities uid={uid} ids={founded} /> : null}
      {form.busy ? <Progress label="Closing your account" value={null} /> : null}
    </Form>
  );
};

const SIGN_IN_AGAIN =
  'It is more than five minutes since you signed in. Confirm that it is you, and try again.';

/** Somebody who is banned cannot read their own profile: then the server compares. */
function isHandle(typed: string, handle: string | null): boolean {
  return handle === null ? deleteMyAccountInputSchema.safeParse({ handle: typed }).success : typed === handle;
}
