import { setTimeout } from 'node:timers/promises';
import { chatLastPath, chatPath } from '@sameboat/model/chat';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { messagePath, newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath } from '@sameboat/model/pace';
import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { asAdministrator } from '../e2e/suite/suite.ts';
import { type Account, createAccount, createCommunity, newcomer, unique } from '../e2e/suite/world.ts';
import { importQuietly } from '../scripts/demo-data/quiet-import.ts';
import type { SuiteAddress } from '../scripts/demo-data/suite-client.ts';
import type { Figure } from './figures.ts';
import { type PreparedChat, prepareChat } from './prepared-data.ts';
import { takeUsage } from './usage.ts';

/** Nothing more comes when it has been silent for so long: longer than a window and the wait for `private/last`. */
const silenceMs = 4_000;
const patienceMs = 60_000;

/** A private chat, groups, and a chat that is read by pull. */
export const sizes = [2, 10, 50, 200, 5_000] as const;

/** What one message costs, the sender's two writes included. */
export interface MessageCost {
  readonly members: number;
  readonly reads: number;
  readonly writes: number;
}

interface Room extends PreparedChat {
  readonly members: number;
  readonly people: readonly Account[];
}

/** Sends one message after a quiet spell in chats of every size, in which everybody has read what was there. */
export async function measureLoneMessages(
  suite: SuiteAddress,
): Promise<{ costs: readonly MessageCost[]; figures: readonly Figure[] }> {
  const sender = await createAccount('Sender');
  const community = await createCommunity([sender]);
  const rooms = sizes.map((members): Room => {
    // A chat that is read by pull is not asked who is in it.
    const count = members > 200 ? 2 : members;
    const people = [
      ...Array.from({ length: count - 1 }, () => ({ ...newcomer('Reader'), uid: `r${unique()}` })),
      sender,
    ];
    const chat = prepareChat(community, people, 70);
    return { ...(members === 2 ? asPrivate(chat, people) : asLarge(chat, members)), members, people };
  });
  await importQuietly(
    suite,
    rooms.flatMap(({ documents }) => documents),
  );
  const costs: MessageCost[] = [];
  for (const room of rooms) costs.push(await costOf(room, sender));
  const behind = await costBehind(rooms[2] as Room, sender, 60);
  return {
    costs,
    figures: [
      ...costs.flatMap(({ members, reads, writes }): Figure[] => [
        {
          what: `writes for a lone message in a chat of ${members}`,
          unit: 'writes',
          value: writes,
          budget: members > 200 ? 3 : members + 3,
        },
        {
          what: `reads for a lone message in a chat of ${members}`,
          unit: 'reads',
          value: reads,
          budget: members > 200 ? 10 : members + 10,
        },
      ]),
      {
        what: 'the same in a chat of 50 with somebody 60 behind',
        unit: 'reads',
        value: behind.reads,
        budget: null,
      },
    ],
  };
}

function asPrivate(chat: PreparedChat, [other, me]: readonly Account[]): PreparedChat {
  if (!other || !me) throw new Error('a private chat has two people');
  const id = directChatId(other.uid, me.uid);
  const participants = [other.uid, me.uid].sort();
  const direct = { type: 'direct', communityId: null, participants, state: 'open', requestedBy: me.uid };
  return {
    id,
    name: chat.name,
    documents: chat.documents.map(({ path, data }) => ({
      path: path.replace(chat.id, id),
      data:
        path === chatPath(chat.id)
          ? { ...data, ...direct }
          : path.includes('/inbox/')
            ? { ...data, type: 'direct', communityId: null }
            : data,
    })),
  };
}

function asLarge(chat: PreparedChat, members: number): PreparedChat {
  if (members <= 200) return chat;
  return {
    ...chat,
    documents: chat.documents.map(({ path, data }) =>
      path === chatPath(chat.id) ? { path, data: { ...data, memberCount: members } } : { path, data },
    ),
  };
}

/** The first message of a day and of a quarter of an hour costs more, and makes the roster: it goes before. */
async function costOf(room: Room, sender: Account): Promise<MessageCost> {
  await send(room, sender, 'Is anybody up?');
  await haveAllRead(room);
  return measured(room, sender);
}

async function costBehind(room: Room, sender: Account, behind: number): Promise<MessageCost> {
  const [somebody] = room.people;
  const row = asAdministrator().doc(inboxRowPath(somebody?.uid ?? '', room.id));
  await haveAllRead(room);
  await row.update({ readAt: Timestamp.fromMillis(Date.now() - 3_600_000) });
  const messages = asAdministrator().doc(chatPath(room.id)).collection('messages');
  const found = await messages.orderBy('createdAt', 'desc').offset(behind).limit(1).get();
  await row.update({ readAt: found.docs[0]?.get('createdAt') });
  return measured(room, sender);
}

async function measured(room: Room, sender: Account): Promise<MessageCost> {
  await setTimeout(silenceMs);
  await takeUsage();
  await send(room, sender, `How much is this? ${unique()}`);
  const { reads, writes, deletes } = await takeUsage();
  return { members: room.members, reads, writes: writes + deletes };
}

/** As the app does, and until nothing more comes of it. Listeners are not counted. */
async function send({ id, members, people }: Room, sender: Account, text: string): Promise<void> {
  const firestore = asAdministrator();
  const shown = firestore.doc(members > 200 ? chatLastPath(id) : inboxRowPath(people[0]?.uid ?? '', id));
  const arrived = new Promise<void>((resolve, reject) => {
    const late = AbortSignal.timeout(patienceMs);
    late.addEventListener('abort', () => reject(new Error(`"${text}" did not reach ${shown.path}`)));
    const stop = shown.onSnapshot((document) => {
      if ((document.get('last.text') ?? document.get('text')) !== text) return;
      stop();
      resolve();
    });
  });
  const message = firestore.collection('chats').doc().id;
  const now = FieldValue.serverTimestamp();
  await firestore
    .batch()
    .set(firestore.doc(messagePath(id, message)), newTextMessage({ senderId: sender.uid, text }, now))
    .set(firestore.doc(messagePacePath(sender.uid)), messagePace(id, message, now))
    .commit();
  await arrived;
  await setTimeout(silenceMs);
}

async function haveAllRead({ id, people }: Room): Promise<void> {
  const batch = asAdministrator().batch();
  const readAt = Timestamp.now();
  for (const { uid } of people) batch.update(asAdministrator().doc(inboxRowPath(uid, id)), { readAt });
  await batch.commit();
}
