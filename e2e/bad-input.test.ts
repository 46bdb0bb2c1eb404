import { connect } from 'node:net';
import { messagePace, messagePacePath } from '@sameboat/model/pace';
import { collection, doc, serverTimestamp, setDoc, writeBatch } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outsider, openOutsider, rest } from './suite/outsider.ts';
import { asAdministrator, firestoreHost, projectId } from './suite/suite.ts';
import {
  type Account,
  createAccount,
  createCommunity,
  createGroupChat,
  type GroupChat,
  storedTexts,
} from './suite/world.ts';

let ada: Account;
let chat: GroupChat;
let client: Outsider;
beforeAll(async () => {
  ada = await createAccount('Ada');
  chat = await createGroupChat(await createCommunity([ada]), [ada]);
  client = await openOutsider(ada);
});
afterAll(async () => {
  await client.leave();
  // Whatever came in at any door: nothing of it is there, and everybody else is served as before.
  expect(await storedTexts(chat.id)).toEqual(['a good message']);
  expect((await asAdministrator().doc(`users/${ada.uid}`).get()).get('displayName')).toBe('Ada');
});

const owner = { authorization: 'Bearer owner' };
const database = `projects/${projectId}/databases/(default)`;

const message = (change: Record<string, unknown> = {}) => ({
  senderId: ada.uid,
  kind: 'text',
  text: 'hello',
  images: [],
  replyTo: null,
  mentions: [],
  contentNote: null,
  reactions: {},
  createdAt: serverTimestamp(),
  editedAt: null,
  deletedAt: null,
  ...change,
});

/** Sends as the app does: the message and its pace in one batch. */
function sendAs(change: Record<string, unknown>) {
  const sent = doc(collection(client.firestore, `chats/${chat.id}/messages`));
  const batch = writeBatch(client.firestore);
  batch.set(sent, message(change));
  batch.set(
    doc(client.firestore, messagePacePath(ada.uid)),
    messagePace(chat.id, sent.id, serverTimestamp()),
  );
  return batch.commit();
}

describe('the rules refuse a message', () => {
  it.each([
    ['in the name of somebody else', { senderId: 'somebody-else' }],
    ['with a field that nobody knows', { colour: 'red' }],
    ['with a number for a text', { text: 42 }],
    ['without words', { text: '   ' }],
    ['of 4001 characters', { text: 'x'.repeat(4_001) }],
    ['from the past', { createdAt: new Date(0) }],
    ['that claims to be the system’s', { kind: 'system' }],
    ['that was edited before it was written', { editedAt: serverTimestamp() }],
    ['that mentions eleven people', { mentions: Array.from({ length: 11 }, (_, index) => `p${index}`) }],
  ])('%s', async (_what, change) => {
    await expect(sendAs(change)).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('never when it is a good one', async () => {
    await sendAs({ text: 'a good message' });
    expect(await storedTexts(chat.id)).toEqual(['a good message']);
  });

  it('without its pace', async () => {
    const write = setDoc(doc(collection(client.firestore, `chats/${chat.id}/messages`)), message());
    await expect(write).rejects.toMatchObject({ code: 'permission-denied' });
  });
});

describe('the REST door', () => {
  it.each([
    ['half a JSON', '{"writes": [{"update":'],
    ['no JSON at all', 'GET / HTTP/1.1'],
    ['a field that nobody knows', { writes: [], nonsense: true }],
    ['a list where an object belongs', []],
    [
      'a value of no type',
      { writes: [{ update: { name: `${database}/documents/a/b`, fields: { a: { x: 1 } } } }] },
    ],
    [
      'a time that is none',
      {
        writes: [
          { update: { name: `${database}/documents/a/b`, fields: { a: { timestampValue: 'soon' } } } },
        ],
      },
    ],
    ['a name that is none', { writes: [{ update: { name: 'nowhere', fields: {} } }] }],
    [
      'two operations in one write',
      { writes: [{ update: { name: `${database}/documents/a/b` }, delete: `${database}/documents/a/b` }] },
    ],
  ])('answers %s with 400', async (_what, body) => {
    const answer = await rest(':commit', owner, body);
    expect(answer.status, answer.text).toBe(400);
    expect(JSON.parse(answer.text).error.status).toBe('INVALID_ARGUMENT');
  });

  it('answers a document over a megabyte with 400', async () => {
    const answer = await rest(':commit', owner, {
      writes: [
        {
          update: {
            name: `${database}/documents/big/one`,
            fields: { a: { stringValue: 'x'.repeat(1_100_000) } },
          },
        },
      ],
    });
    expect(answer.status, answer.text.slice(0, 200)).toBe(400);
    expect((await asAdministrator().doc('big/one').get()).exists).toBe(false);
  });

  it.each([
    [20, 400],
    [2, 200],
  ])('answers a body of %i megabytes with %i', async (megabytes, status) => {
    const folder = asAdministrator().collection(`bodies-of-${megabytes}`);
    const writes = Array.from({ length: megabytes }, (_, index) => ({
      update: {
        name: `${database}/documents/${folder.path}/${index}`,
        fields: { a: { stringValue: 'x'.repeat(1_000_000) } },
      },
    }));
    const answer = await rest(':commit', owner, { writes });
    expect(answer.status, answer.text.slice(0, 200)).toBe(status);
    expect((await folder.count().get()).data().count).toBe(status === 200 ? megabytes : 0);
  });

  it.each([
    ['no token at all', 'x'],
    ['three parts of nothing', 'a.b.c'],
    ['two parts', `${Buffer.from('{}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}`],
    ['a list of claims', `e30.${Buffer.from('[1]').toString('base64url')}.`],
    ['a very long one', 'x'.repeat(10_000)],
  ])('refuses %s as a token', async (_what, token) => {
    const answer = await rest(`/chats/${chat.id}`, { authorization: `Bearer ${token}` });
    expect([400, 401, 403], answer.text).toContain(answer.status);
  });

  it("takes a member's own token", async () => {
    expect((await client.rest(`/chats/${chat.id}`)).status).toBe(200);
  });

  it('answers an unknown path with 404 and a list of a strange page with 400', async () => {
    expect((await fetch(`http://${firestoreHost()}/v9/whatever`)).status).toBe(404);
    expect((await rest('/users?pageToken=%00garbage', owner)).status).toBe(400);
    expect((await rest('/users', owner)).status).toBe(200);
  });
});

describe('the WebChannel door', () => {
  const channel = (query: string, body?: string) =>
    fetch(
      `http://${firestoreHost()}/google.firestore.v1.Firestore/Listen/channel?VER=8&database=${encodeURIComponent(database)}&${query}`,
      {
        ...(body === undefined
          ? {}
          : { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      },
    );

  it('answers a session that it does not know with 400', async () => {
    expect((await channel('RID=rpc&SID=nobody&AID=0&CI=0&TYPE=xmlhttp')).status).toBe(400);
    expect((await channel('RID=2&SID=nobody&AID=0', 'count=0')).status).toBe(400);
  });

  /** Opens a session with this form; resolves to its id. */
  async function open(form: string): Promise<string> {
    const answer = await channel('RID=1&CVER=22', form);
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    return /"c","([^"]+)"/.exec(text)?.[1] ?? '';
  }
  /** Opens a session with one message; resolves to what its back channel brings first. */
  async function firstAnswerTo(message: string): Promise<string> {
    const headers = encodeURIComponent('Authorization:Bearer owner\r\n');
    const session = await open(
      `headers=${headers}&count=1&ofs=0&req0___data__=${encodeURIComponent(message)}`,
    );
    const back = await channel(`RID=rpc&SID=${session}&AID=0&CI=1&TYPE=xmlhttp`);
    return back.text();
  }
  const addTarget = () => {
    const documents = [`${database}/documents/users/${ada.uid}`];
    return JSON.stringify({ database, addTarget: { documents: { documents }, targetId: 2 } });
  };

  it.each([
    ['half a JSON', '{"addTarget":'],
    ['a message that nobody knows', '{"nonsense":1}'],
  ])('answers %s with an error', async (_what, message) => {
    expect(await firstAnswerTo(message)).toContain('"status":"INVALID_ARGUMENT"');
  });

  it('answers a good message with what it asks for', async () => {
    const answer = await firstAnswerTo(addTarget());
    expect(answer).toContain('"targetChangeType":"ADD"');
    expect(answer).not.toContain('"error"');
  });

  it.each(['count=-7', 'count=999999999&ofs=0', '\u0000\u0001'])(
    'takes a form without a message for what it is, and serves the next one: %j',
    async (form) => {
      expect(await open(form)).not.toBe('');
      expect(await firstAnswerTo(addTarget())).toContain('"targetChangeType":"ADD"');
    },
  );
});

describe('the bare socket', () => {
  /** Resolves when the other side has hung up or answered; bytes that mean nothing must not be waited for. */
  const shout = (bytes: Buffer) =>
    new Promise<void>((resolve) => {
      const [host = '', port = ''] = firestoreHost().split(':');
      const socket = connect(Number(port), host, () => socket.end(bytes));
      socket.on('data', () => undefined);
      socket.on('error', () => resolve());
      socket.on('close', () => resolve());
    });

  it.each([
    ['noise', Buffer.from(Array.from({ length: 512 }, (_, index) => (index * 37) % 256))],
    ['half an HTTP/2 preface', Buffer.from('PRI * HTTP/2.0\r\n')],
    ['an HTTP/2 preface and noise', Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u00ff\u0000garbage')],
    ['half a request', Buffer.from('POST /v1/projects HTTP/1.1\r\nContent-Length: 1000\r\n\r\n{')],
  ])('survives %s', async (_what, bytes) => {
    await shout(bytes);
    expect((await rest(`/users/${ada.uid}`, owner)).status).toBe(200);
  });
});

it('a function that does not exist is not found', async () => {
  const url = process.env.SAMEBOAT_FUNCTIONS_URL;
  if (!url)
    throw new Error('SAMEBOAT_FUNCTIONS_URL is not set: run the browser tests with "npm test -- browser".');
  const answer = await fetch(`${url}/makeMeAdmin`, { method: 'POST', body: '{"data":' });
  expect(answer.status).toBe(404);
});
