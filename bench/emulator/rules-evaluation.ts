import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessRequest, DocumentReader } from '../../emulator/src/rules/access.ts';
import { RulesBook } from '../../emulator/src/server/rules-book.ts';
import { createFirestoreService } from '../../emulator/src/service/create-firestore-service.ts';
import type { Caller, Write } from '../../emulator/src/service/requests.ts';
import type { Value } from '../../emulator/src/values/value.ts';
import type { Figure } from '../figures.ts';
import { median } from '../statistics.ts';
import { timesOf } from './load.ts';

const database = { project: 'bench', database: '(default)' };
const admin: Caller = { kind: 'admin' };
const token = new Map<string, Value>([['firebase', new Map([['sign_in_provider', 'password']])]]);
const ada: Caller = { kind: 'user', auth: { uid: 'ada', token } };
const member = 'chats/home/members/ada';

function set(path: string, fields: Record<string, Value>, times: readonly string[] = []): Write {
  return {
    kind: 'update',
    path,
    fields: new Map(Object.entries(fields)),
    mask: null,
    transforms: times.map((field) => ({ field: [field], kind: 'serverTimestamp' as const })),
    precondition: null,
  };
}

const text = {
  senderId: 'ada',
  kind: 'text',
  text: 'Hello, everybody. How was your evening?',
  images: [],
  replyTo: null,
  mentions: ['ben', 'cleo'],
  contentNote: null,
  reactions: new Map<string, Value>(),
  editedAt: null,
  deletedAt: null,
};

/** As automatic ids are: 20 letters and digits. */
const idOf = (run: number) => `m${run}`.padEnd(20, 'x');

/** A new message and the counter that names it, as the app sends them. */
const message = (id: string): readonly Write[] => [
  set(`chats/home/messages/${id}`, text, ['createdAt']),
  set('users/ada/pace/message', { chatId: 'home', messageId: id }, ['at']),
];

/** What the project's own rules cost on the server's side, without a transport. */
export async function measureRules(root: string): Promise<readonly Figure[]> {
  const rules = new RulesBook();
  rules.load(readFileSync(join(root, 'firestore.rules'), 'utf8'));
  const seen: { request: AccessRequest; reader: DocumentReader }[] = [];
  let time = Date.now();
  const service = createFirestoreService({
    authorize: (request, reader) => {
      if (request.method === 'create') seen.push({ request, reader });
      return rules.authorize(request, reader);
    },
    // The rules take one message of a person in half a second.
    now: () => {
      time += 1000;
      return time;
    },
  });
  const chat = { type: 'home', communityId: 'harbour', expiresAt: null, endedAt: null };
  const joined = { uid: 'ada', role: 'member', readAt: null };
  await service.commit(
    admin,
    database,
    [set('users/ada', {}), set('chats/home', chat), set(member, joined)],
    null,
  );
  const sends = await timesOf(300, (run) => service.commit(ada, database, message(idOf(run)), null));

  const last = seen.at(-1);
  if (last === undefined) throw new Error('The rules were not asked about the message.');
  const { request, reader } = last;
  const began = performance.now();
  let evaluations = 0;
  while (performance.now() - began < 1000) {
    for (let each = 0; each < 50; each += 1) {
      if (!rules.authorize(request, reader).allowed) throw new Error('The message was refused.');
    }
    evaluations += 50;
  }
  const perSecond = (evaluations / (performance.now() - began)) * 1000;
  const gets = await timesOf(2000, (run) =>
    service.getDocument(ada, database, `chats/home/messages/${idOf(run % 300)}`, null, { kind: 'strong' }),
  );
  return [
    {
      what: 'evaluations of the rule for a new message',
      unit: 'a second',
      value: perSecond,
      budget: 5000,
      atLeast: true,
    },
    { what: 'get under rules, on the server', unit: 'ms', value: median(gets), budget: 1 },
    { what: 'a message under rules, on the server', unit: 'ms', value: median(sends), budget: null },
  ];
}
