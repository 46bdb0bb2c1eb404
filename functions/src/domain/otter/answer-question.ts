import { isHomeChat } from '@sameboat/model/home';
import { fromOtterAnswer, otterAnswerId, otterUid } from '@sameboat/model/otter';
import { compareTimes, type FirestoreTime } from '@sameboat/model/time';
import { timeOf } from '../time-of.ts';
import { answerTo } from './answer-to.ts';
import { questionIn } from './question-in.ts';

/** A message, as far as Otter needs to know it. */
export interface AskedMessage {
  readonly senderId: string;
  readonly kind: string;
  readonly text: string;
  readonly createdAt: FirestoreTime;
}

export interface OtterStore {
  hasAnswer(chatId: string, answerId: string): Promise<boolean>;
  /** The newest messages of one sender that were created after `since`, newest first, at most `limit`. */
  messagesOf(
    sender: { readonly chatId: string; readonly senderId: string },
    since: FirestoreTime,
    limit: number,
  ): Promise<readonly Pick<AskedMessage, 'text' | 'createdAt'>[]>;
  /** What the settings say, unchecked; null when they say nothing. */
  timeZoneOf(uid: string): Promise<string | null>;
  /** Does nothing when the answer is there. */
  createAnswer(chatId: string, answerId: string, message: Readonly<Record<string, unknown>>): Promise<void>;
}

const windowMs = 60_000;
/** Questions of one person in a minute, and answers in one chat. What is beyond is not answered. */
export const questionsMax = 5;
export const answersMax = 30;
/** A question that waited longer, because the functions were down, is not answered any more. */
const questionAgeMaxMs = 10 * 60_000;

const pause = `I answer ${questionsMax} questions a minute for each person. Ask me again in a minute.`;

/**
 * Answers a new message if it is a question to Otter in a home chat. The answer's id follows from the message's, so an event
 * that comes twice finds it there. Nothing is read for any other message, and nothing is stored but the answer.
 */
export async function answerQuestion(
  store: OtterStore,
  asked: { readonly chatId: string; readonly messageId: string; readonly message: AskedMessage },
  now: number,
): Promise<void> {
  const { chatId, messageId, message } = asked;
  if (!isHomeChat(chatId) || message.kind !== 'text' || message.senderId === otterUid) return;
  const question = questionIn(message.text);
  if (question === null || now - message.createdAt.toMillis() > questionAgeMaxMs) return;
  const answerId = otterAnswerId(messageId);
  if (await store.hasAnswer(chatId, answerId)) return;
  const earlier = await questionsBefore(store, chatId, message);
  if (earlier > questionsMax || (await isBusy(store, chatId, now))) return;
  const asker = { now, timeZone: () => store.timeZoneOf(message.senderId) };
  const text = earlier === questionsMax ? pause : fromOtterAnswer(await answerTo(question, asker));
  await store.createAnswer(chatId, answerId, {
    senderId: otterUid,
    kind: 'bot',
    text,
    images: [],
    replyTo: messageId,
    mentions: [],
    contentNote: null,
    reactions: {},
    // Never before the question, whatever this machine's clock says.
    createdAt: timeOf(Math.max(now, message.createdAt.toMillis() + 1)),
    editedAt: null,
    deletedAt: null,
  });
}

/** How many questions this person asked in the minute before this one. */
async function questionsBefore(store: OtterStore, chatId: string, message: AskedMessage): Promise<number> {
  const since = timeOf(message.createdAt.toMillis() - windowMs);
  // Two messages a second is what the rules allow.
  const recent = await store.messagesOf({ chatId, senderId: message.senderId }, since, 120);
  return recent.filter(
    ({ text, createdAt }) => questionIn(text) !== null && compareTimes(createdAt, message.createdAt) < 0,
  ).length;
}

async function isBusy(store: OtterStore, chatId: string, now: number): Promise<boolean> {
  const since = timeOf(now - windowMs);
  return (await store.messagesOf({ chatId, senderId: otterUid }, since, answersMax)).length >= answersMax;
}
