import { vi } from 'vitest';
import { authHost, projectId } from './suite.ts';

/** What a link in an e-mail of Auth is for, in the words of its address. */
export type LinkMode = 'verifyEmail' | 'resetPassword' | 'verifyAndChangeEmail' | 'recoverEmail';

interface Mail {
  readonly email: string;
  readonly newEmail?: string;
  readonly oobCode: string;
  readonly oobLink: string;
}

/** The path in the app that the newest e-mail of this kind to `email` leads to, once there is one. */
export function linkInMail(email: string, mode: LinkMode): Promise<string> {
  return vi.waitFor(
    async () => {
      const response = await fetch(`http://${authHost()}/emulator/v1/projects/${projectId}/oobCodes`);
      const { oobCodes } = (await response.json()) as { oobCodes: readonly Mail[] };
      const mail = oobCodes.findLast(
        (each) =>
          (each.newEmail ?? each.email) === email && new URL(each.oobLink).searchParams.get('mode') === mode,
      );
      if (!mail) throw new Error(`There is no e-mail to ${email} with a link for ${mode}.`);
      return `/account-link?mode=${mode}&oobCode=${encodeURIComponent(mail.oobCode)}`;
    },
    { timeout: 10_000, interval: 100 },
  );
}
