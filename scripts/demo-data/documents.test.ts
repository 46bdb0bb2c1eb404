import { chatSchema, lastMessageSchema } from '@sameboat/model/chat';
import { chatMemberSchema } from '@sameboat/model/chat-member';
import { communitySchema, communitySize } from '@sameboat/model/community';
import { communityFactsSchema } from '@sameboat/model/community-facts';
import { communityMemberSchema } from '@sameboat/model/community-member';
import { communityNameSchema } from '@sameboat/model/community-name';
import { handleSchema, storedHandleSchema } from '@sameboat/model/handle';
import { homeMarkSchema } from '@sameboat/model/home';
import { inboxRowSchema } from '@sameboat/model/inbox-row';
import { messageSchema } from '@sameboat/model/message';
import { personSchema } from '@sameboat/model/person';
import { privateProfileSchema } from '@sameboat/model/private-profile';
import { settingsSchema } from '@sameboat/model/settings';
import { userSchema } from '@sameboat/model/user';
import { expect, it } from 'vitest';
import { demoDocuments } from './documents.ts';
import { drawScene } from './draw-scene.ts';
import { people } from './people.ts';

const now = Date.UTC(2026, 10, 20, 12);
const schemas = [
  [/^users\/[^/]+$/, userSchema],
  [/^handles\/[^/]+$/, storedHandleSchema],
  [/^users\/[^/]+\/private\/profile$/, privateProfileSchema],
  [/^users\/[^/]+\/private\/settings$/, settingsSchema],
  [/^users\/[^/]+\/private\/home$/, homeMarkSchema],
  [/^people\/[^/]+$/, personSchema],
  [/^users\/[^/]+\/inbox\/[^/]+$/, inboxRowSchema],
  [/^communities\/[A-Za-z0-9]{20}$/, communitySchema],
  [/^communities\/[A-Za-z0-9]{20}\/private\/facts$/, communityFactsSchema],
  [/^communityNames\/[0-9a-f]{64}$/, communityNameSchema],
  [/^communities\/[^/]+\/members\/[^/]+$/, communityMemberSchema],
  [/^chats\/(?:[A-Za-z0-9]{20}|dm_[\w-]+|home_en)$/, chatSchema],
  [/^chats\/[^/]+\/private\/last$/, lastMessageSchema],
  [/^chats\/[^/]+\/members\/[^/]+$/, chatMemberSchema],
  [/^chats\/[^/]+\/messages\/(?:otter_)?[A-Za-z0-9]{20}$/, messageSchema],
] as const;

it('consists of documents that the app itself could have written', async () => {
  const wrong: string[] = [];
  for (const { path, data } of await demoDocuments(now)) {
    const schema = schemas.find(([pattern]) => pattern.test(path))?.[1];
    const result = schema?.safeParse(data);
    if (!result?.success) wrong.push(`${path}: ${result?.error?.message ?? 'an unknown path'}`);
  }
  expect(wrong).toEqual([]);
});

it('gives every person a handle that one may choose', () => {
  for (const { handle } of people) expect(handleSchema.safeParse(handle).success, handle).toBe(true);
  expect(
    people.filter(({ password }) => password).every(({ password }) => (password ?? '').length >= 10),
  ).toBe(true);
});

it('has no path twice and is the same each time', async () => {
  const documents = await demoDocuments(now);
  expect(new Set(documents.map(({ path }) => path)).size).toBe(documents.length);
  expect(JSON.stringify(await demoDocuments(now))).toBe(JSON.stringify(documents));
});

it('has communities in several places, people, and one long conversation', async () => {
  const documents = await demoDocuments(now);
  const paths = documents.map(({ path }) => path);
  const count = (pattern: RegExp) => paths.filter((path) => pattern.test(path)).length;
  expect(count(/^users\/[^/]+$/)).toBeGreaterThanOrEqual(24);
  expect(count(/^communities\/[^/]+$/)).toBeGreaterThanOrEqual(10);
  const byChat = new Map<string, number>();
  for (const path of paths) {
    const chat = /^(chats\/[^/]+)\/messages\//.exec(path)?.[1];
    if (chat) byChat.set(chat, (byChat.get(chat) ?? 0) + 1);
  }
  expect(Math.max(...byChat.values())).toBeGreaterThan(250);
});

it('repeats nobody word for word', async () => {
  const texts = (await demoDocuments(now)).flatMap(({ path, data }) =>
    path.includes('/messages/') && typeof data.text === 'string' && data.text.length > 70 ? [data.text] : [],
  );
  expect(new Set(texts).size).toBe(texts.length);
});

it('lies in the past, and leaves the two who can sign in something to read', async () => {
  const documents = await demoDocuments(now);
  for (const { path, data } of documents) {
    const message = path.includes('/messages/') ? messageSchema.parse(data) : null;
    if (message) expect(message.createdAt.toMillis()).toBeLessThan(now);
  }
  for (const uid of ['demo-ada', 'demo-ben_k']) {
    const rows = documents.filter(({ path }) => path.startsWith(`users/${uid}/inbox/`));
    const unread = rows.map(({ data }) => inboxRowSchema.parse(data).unread);
    expect(unread.some((number) => number > 0)).toBe(true);
    expect(unread.some((number) => number === 0)).toBe(true);
  }
});

it('counts members as the functions would, and lists some of them', async () => {
  const documents = await demoDocuments(now);
  for (const { path, data } of documents.filter(({ path }) => path.endsWith('/private/facts'))) {
    const community = path.replace('/private/facts', '');
    const members = documents
      .filter((each) => each.path.startsWith(`${community}/members/`))
      .map((each) => communityMemberSchema.parse(each.data));
    expect(data).toEqual({
      founderId: members.find(({ role }) => role === 'founder')?.uid,
      memberCount: members.length,
    });
    const stored = documents.find((each) => each.path === community);
    expect(communitySchema.parse(stored?.data).size).toBe(communitySize(members.length));
    expect(members.some(({ listed }) => listed) && members.some(({ listed }) => !listed)).toBe(true);
  }
});

it('draws the same pictures each time, another one for each place', () => {
  expect(drawScene('a', 512, 512)).toBe(drawScene('a', 512, 512));
  expect(drawScene('a', 512, 512)).not.toBe(drawScene('b', 512, 512));
});

it('has people and communities with pictures, and some without', async () => {
  const documents = await demoDocuments(now);
  const avatarsBelow = (pattern: RegExp) =>
    documents.filter(({ path }) => pattern.test(path)).map(({ data }) => data.avatar !== null);
  for (const pattern of [/^users\/[^/]+$/, /^communities\/[^/]+$/]) {
    expect(avatarsBelow(pattern)).toContain(true);
    expect(avatarsBelow(pattern)).toContain(false);
  }
});
