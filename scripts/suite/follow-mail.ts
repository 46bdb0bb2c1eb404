import { z } from 'zod';
import { type Keeper, keepLooking } from './keep-looking.ts';

const mailSchema = z.object({
  email: z.string(),
  requestType: z.string(),
  oobCode: z.string(),
  oobLink: z.string(),
  newEmail: z.string().optional(),
});
type Mail = z.infer<typeof mailSchema>;
const answerSchema = z.object({ oobCodes: z.array(mailSchema) });

/** What each kind of e-mail is about, in the words of its subject. */
const subjects: Readonly<Record<string, string>> = {
  PASSWORD_RESET: 'reset your password',
  VERIFY_EMAIL: 'confirm your e-mail address',
  VERIFY_AND_CHANGE_EMAIL: 'confirm your new e-mail address',
  RECOVER_EMAIL: 'take back the change of your e-mail address',
  EMAIL_SIGNIN: 'sign in with this link',
};

export interface MailOptions {
  readonly authHost: string;
  readonly projectId: string;
  /** Where the app is: the links lead to its own page, as those of a real project do. */
  readonly appUrl: string;
  readonly tell: (lines: string) => void;
}

/**
 * Auth's emulator sends no e-mail: it keeps the link that would have been in it. This asks for new ones once a second
 * and calls `tell` with each, as lines for a terminal.
 */
export function followMail({ authHost, projectId, appUrl, tell }: MailOptions): Keeper {
  const told = new Set<string>();
  return keepLooking(async () => {
    const response = await fetch(`http://${authHost}/emulator/v1/projects/${projectId}/oobCodes`, {
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`Auth answered ${response.status}: ${await response.text()}`);
    for (const mail of answerSchema.parse(await response.json()).oobCodes) {
      if (told.has(mail.oobCode)) continue;
      told.add(mail.oobCode);
      tell(describeMail(mail, appUrl));
    }
  });
}

function describeMail({ email, newEmail, requestType, oobLink }: Mail, appUrl: string): string {
  const { search } = new URL(oobLink);
  return [
    `E-mail to ${newEmail ?? email}: ${subjects[requestType] ?? requestType}`,
    `  ${appUrl}/account-link${search}`,
  ].join('\n');
}
