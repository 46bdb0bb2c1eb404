/** Otter, the bot of the home chats: a profile of kind 'bot' without an account. Functions write it. */
export const otterUid = 'otter';

/** `users/otter`, as everybody sees it. The handle is one that no person can have. */
export function otterProfile<Now>(now: Now) {
  return {
    handle: 'otter',
    displayName: 'Otter',
    avatar: null,
    cover: null,
    bio: 'A program that answers a few questions in the home chat.',
    kind: 'bot' as const,
    createdAt: now,
    updatedAt: now,
  };
}

/** The id of the answer to a message: one that no client can choose, and the same each time. */
export function otterAnswerId(messageId: string): string {
  return `otter_${messageId}`;
}

/** What an answer of Otter's can lead to, and the words on the link. */
export const otterPages = {
  '/help': 'Open Help',
  '/help/breathing': 'Open the breathing exercise',
} as const;
export type OtterPage = keyof typeof otterPages;

export interface OtterAnswer {
  readonly text: string;
  readonly page: OtterPage | null;
}

/** An answer as the text of a message: the page is its last line. */
export function fromOtterAnswer({ text, page }: OtterAnswer): string {
  return page === null ? text : `${text}\n${page}`;
}

/** The text of a message of kind 'bot' as an answer. */
export function toOtterAnswer(message: string): OtterAnswer {
  const cut = message.lastIndexOf('\n');
  const page = message.slice(cut + 1);
  return isOtterPage(page)
    ? { text: message.slice(0, Math.max(cut, 0)), page }
    : { text: message, page: null };
}

function isOtterPage(line: string): line is OtterPage {
  return Object.hasOwn(otterPages, line);
}

/** What people can ask Otter, each in the words that they could use. */
export const otterExamples: readonly { readonly about: string; readonly ask: string }[] = [
  { about: 'Arithmetic', ask: 'Hey Otter, what is 12 times 7?' },
  { about: 'The date and the time', ask: 'Hey Otter, what day is it?' },
  { about: 'A breathing exercise', ask: 'Hey Otter, help me breathe' },
  { about: 'Helplines for a country', ask: 'Hey Otter, helplines for Ireland' },
];
