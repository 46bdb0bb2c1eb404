import { SignOutQuestion } from './sign-out-question.tsx';

const leave = async () => {
  const { signOut } = await import('../../data/session/sign-out.ts');
  await signOut();
};

/** Signs out on this device. */
export const SignOutButton = ({ variant = 'default' }: { variant?: 'default' | 'subtle' }) => (
  <SignOutQuestion label="Sign out" title="Sign out on this device?" variant={variant} leave={leave}>
    Your messages and drafts are removed from this device. Nothing you have sent is deleted.
  </SignOutQuestion>
);
