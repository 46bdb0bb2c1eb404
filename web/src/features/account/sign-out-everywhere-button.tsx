import { SignOutQuestion } from './sign-out-question.tsx';

const leave = async () => {
  const { signOutEverywhere } = await import('../../data/session/sign-out-everywhere.ts');
  await signOutEverywhere();
};

/** Ends every sign-in of the account. */
export const SignOutEverywhereButton = () => (
  <SignOutQuestion label="Sign out everywhere" title="Sign out everywhere?" variant="default" leave={leave}>
    You are signed out on every device within seconds, this one too. Messages and drafts are removed from this
    device. Nothing you have sent is deleted.
  </SignOutQuestion>
);
