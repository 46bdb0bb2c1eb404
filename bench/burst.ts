import { setTimeout } from 'node:timers/promises';
import { chatPath } from '@sameboat/model/chat';
import { inboxRowPath } from '@sameboat/model/inbox-row';
import { messagePath, newTextMessage } from '@sameboat/model/message';
import { messagePace, messagePacePath } from '@sameboat/model/pace';
import {
  type DocumentData,
  type DocumentSnapshot,
  FieldValue,
  type Timestamp,
} from 'firebase-admin/firestore';
import { asAdministrator } from '../e2e/suite/suite.ts';
import { type Account, createAccount, createCommunity, newcomer, unique } from '../e2e/suite/world.ts';
import { importQuietly } from '../scripts/demo-data/quiet-import.ts';
import type { SuiteAddress } from '../scripts/demo-data/suite-client.ts';
import type { Figure } from './figures.ts';
import { prepareChat } from './prepared-data.ts';
import { takeUsage } from './usage.ts';

const members = 200;
const writers = 50;
const messages = 1_000;
const spreadMs = 20_000;
/** Every so manieth message mentions somebody. */
const mentionEvery = 25;
const patienceMs = 20_000;
const pollMs = 50;

/** 50 of 200 people write a thousand messages in twenty seconds. Costs are for a message, on average. */
export async function measureBurst(suite: SuiteAddress): Promise<readonly Figure[]> {
  const firestore = asAdministrator();
  const founder = await createAccount('Founder');
  const community = await createCommunity([founder]);
  const people = Array.from(
    { length: members },
    (): Account => ({ ...newcomer('Person'), uid: `b${unique()}` }),
  );
  const chat = prepareChat(community, people, 5);
  await importQuietly(suite, chat.documents);
  await setTimeout(2_000);
  await takeUsage();

  const late: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: messages }, async (_, index) => {
      const due = (index * spreadMs) / messages;
      await setTimeout(due - (performance.now() - began));
      late.push(performance.now() - began - due);
      const senderId = people[index % writers]?.uid ?? '';
      const mentions = index % mentionEvery === 0 ? [people[members - 1 - (index % 100)]?.uid ?? ''] : [];
      const id = firestore.collection('chats').doc().id;
      const now = FieldValue.serverTimestamp();
      const message = newTextMessage({ senderId, text: `burst ${index}`, mentions }, now);
      await firestore
        .batch()
        .set(firestore.doc(messagePath(chat.id, id)), message)
        .set(firestore.doc(messagePacePath(senderId)), messagePace(chat.id, id, now))
        .commit();
    }),
  );
  const ended = performance.now();

  const rows = people.map(({ uid }) => firestore.doc(inboxRowPath(uid, chat.id)));
  const seen: { at: number; rows: DocumentSnapshot[] }[] = [];
  const sent = await firestore.doc(chatPath(chat.id)).collection('messages').orderBy('createdAt').get();
  let ownReads = sent.size;
  const isRight = rightRow(
    people,
    sent.docs.map((each) => each.data()),
  );
  let wrong = members;
  while (wrong > 0 && performance.now() - ended < patienceMs) {
    const at = performance.now();
    const found = await firestore.getAll(...rows);
    ownReads += rows.length;
    seen.push({ at, rows: found });
    wrong = found.filter((row, index) => !isRight(row, people[index]?.uid ?? '')).length;
    if (wrong > 0) await setTimeout(pollMs);
  }
  const settled = (seen.at(-1)?.at ?? Number.NaN) - ended;
  await setTimeout(4_000);
  const used = await takeUsage();
  const cost = {
    reads: (used.reads - ownReads) / messages,
    writes: (used.writes + used.deletes) / messages,
  };
  const what = `${messages} messages in ${spreadMs / 1_000} s by ${writers} of ${members}`;
  return [
    { what: `${what}: writes a message`, unit: 'writes', value: cost.writes, budget: 6 },
    { what: 'the same, reads a message', unit: 'reads', value: cost.reads, budget: 30 },
    { what: 'the same, rows that stay wrong', unit: 'rows', value: wrong, budget: 0 },
    { what: 'the same, from the end until every row is right', unit: 'ms', value: settled, budget: 2_000 },
    { what: 'the same, transactions turned away', unit: 'times', value: used.aborted, budget: null },
    {
      what: 'the same, the latest message sent behind its time',
      unit: 'ms',
      value: Math.max(...late),
      budget: null,
    },
  ];
}

/** Whether a row says what follows from all messages: whoever wrote had read up to there, and counting stops at 100. */
function rightRow(people: readonly Account[], sent: readonly DocumentData[]) {
  // What was there before the burst has been read.
  const before = sent.findIndex(({ text }) => String(text).startsWith('burst'));
  const ownTimes = new Map<string, Timestamp>();
  for (const { senderId, createdAt } of sent) ownTimes.set(senderId, createdAt);
  const left = new Map(
    people.map(({ uid }) => {
      const own = ownTimes.get(uid);
      const later = sent
        .slice(before)
        .filter((each) => own === undefined || each.createdAt.valueOf() > own.valueOf());
      return [uid, later];
    }),
  );
  const newest = sent.at(-1)?.text;
  return (row: DocumentSnapshot, uid: string): boolean => {
    const unread = left.get(uid) ?? [];
    const mentions = unread.filter((each) => each.mentions.includes(uid)).length;
    return (
      row.get('last.text') === newest &&
      row.get('unread') === Math.min(100, unread.length) &&
      (unread.length > 100 || row.get('mentions') === mentions)
    );
  };
}
