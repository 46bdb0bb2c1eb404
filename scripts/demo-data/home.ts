import { chatLastPath, chatPath } from '@sameboat/model/chat';
import { chatJoiner, chatMemberPath } from '@sameboat/model/chat-member';
import { defaultHome, homeMarkPath, newHomeChat, newHomeMark } from '@sameboat/model/home';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { messagePath, newTextMessage } from '@sameboat/model/message';
import { otterProfile, otterUid } from '@sameboat/model/otter';
import { userPath } from '@sameboat/model/user';
import { pulledRow } from '../../functions/src/domain/inbox-row.ts';
import { answerQuestion } from '../../functions/src/domain/otter/answer-question.ts';
import { previewOf } from '../../functions/src/domain/preview.ts';
import { messageId } from './chat-documents.ts';
import type { DemoDocument } from './demo-document.ts';
import { people, personCalled } from './people.ts';
import { day, minute, momentOn, timeAt } from './time.ts';

/** Minutes after the one before, who, what. */
const lines: readonly (readonly [number, string, string])[] = [
  [0, 'hana', 'Hello. I signed up an hour ago and I have no idea what to say, so: hello.'],
  [6, 'marek', 'That is a whole sentence more than I managed on my first day. Welcome.'],
  [9, 'hana', 'Hey Otter, what can you do?'],
  [4, 'omar', 'Hey Otter, help me breathe'],
  [12, 'chloe', 'Thank you for asking that where others can see it.'],
  [3, 'jonas', 'Hey Otter, what is 15 percent of 80?'],
];

/** The home chat with everybody in it, and what Otter answered. */
export async function homeDocuments(now: number): Promise<DemoDocument[]> {
  const createdAt = now - 60 * day;
  const chatId = defaultHome.id;
  const home = newHomeChat(defaultHome, timeAt(createdAt));
  const messages: DemoDocument[] = [];
  let at = momentOn(now, 1, '17:20');
  for (const [place, [pause, who, text]] of lines.entries()) {
    at += pause * minute;
    const id = messageId(chatId, place);
    const message = newTextMessage({ senderId: personCalled(who).uid, text }, timeAt(at));
    messages.push({ path: messagePath(chatId, id), data: message });
    messages.push(...(await answersTo(chatId, id, message, at + 400)));
  }
  const newest = messages.at(-1)?.data as ReturnType<typeof newTextMessage<ReturnType<typeof timeAt>>>;
  const last = {
    text: previewOf(newest),
    senderId: newest.senderId,
    senderName: newest.senderId === otterUid ? 'Otter' : '',
    at: newest.createdAt,
  };
  return [
    { path: userPath(otterUid), data: otterProfile(timeAt(createdAt)) },
    { path: chatPath(chatId), data: { ...home, lastAt: last.at } },
    { path: chatLastPath(chatId), data: last },
    ...messages,
    ...people.flatMap(({ uid }, place) => {
      const joinedAt = timeAt(createdAt + place * 7 * minute);
      return [
        { path: chatMemberPath(chatId, uid), data: chatJoiner(uid, joinedAt) },
        { path: homeMarkPath(uid), data: newHomeMark(joinedAt) },
        { path: inboxRowPath(uid, chatId), data: pulledRow(home, { uid, alias: null, joinedAt }) },
      ];
    }),
  ];
}

/** What Otter itself says to a message: one document or none. */
async function answersTo(
  chatId: string,
  id: string,
  message: ReturnType<typeof newTextMessage<ReturnType<typeof timeAt>>>,
  now: number,
): Promise<DemoDocument[]> {
  const answers: DemoDocument[] = [];
  await answerQuestion(
    {
      hasAnswer: async () => false,
      messagesOf: async () => [],
      timeZoneOf: async () => null,
      createAnswer: async (_, answerId, data) => {
        answers.push({ path: messagePath(chatId, answerId), data: { ...data } });
      },
    },
    { chatId, messageId: id, message },
    now,
  );
  return answers;
}
