import { newDirectChat, newGroupChat } from '@sameboat/model/chat';
import { communityPath, communitySize, newCommunity } from '@sameboat/model/community';
import { communityFactsPath } from '@sameboat/model/community-facts';
import { communityMemberPath, founderMember, joiningMember } from '@sameboat/model/community-member';
import { communityNamePath, newCommunityName } from '@sameboat/model/community-name';
import { dayOf } from '@sameboat/model/day';
import { directChatId } from '@sameboat/model/direct-chat-id';
import { handlePath, newHandle } from '@sameboat/model/handle';
import { profileDocuments } from '@sameboat/model/own-profile';
import { personPath } from '@sameboat/model/person';
import type { Place } from '@sameboat/model/place';
import { listedPlaces } from '@sameboat/model/place-list';
import { privateProfilePath } from '@sameboat/model/private-profile';
import { newSettings, settingsPath } from '@sameboat/model/settings';
import { communityNameKey } from '@sameboat/model/slug';
import { newUser, userPath } from '@sameboat/model/user';
import { chatDocuments, messageId } from './chat-documents.ts';
import { communities, privateChats } from './communities.ts';
import type { Scene } from './conversation.ts';
import type { DemoDocument } from './demo-document.ts';
import { homeDocuments } from './home.ts';
import { opaqueId } from './opaque-id.ts';
import { people, personCalled } from './people.ts';
import { avatarOf, picturesOf } from './pictures.ts';
import { day, momentOn, timeAt } from './time.ts';

/** How many of the newest messages the demo people have not read, by the chat's name: something to open. */
const behind: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'Evening group': { ada: 2, ben_k: 6 },
  'Morning check-in': { ada: 3, ben_k: 3 },
  'Who is up': { ada: 4 },
  'Box 4': { ben_k: 3 },
};

/** Everything there is in a demo, the same for every `now` (milliseconds since the epoch) but for its times. */
export async function demoDocuments(now: number): Promise<readonly DemoDocument[]> {
  const documents = people.flatMap((person, index) => personDocuments(person, now - (120 - index) * day));
  for (const [index, community] of communities.entries()) {
    const founded = now - (90 - index) * day;
    const communityId = opaqueId('community', community.name);
    const members = community.members.map(personCalled);
    const founderId = members[0]?.uid ?? '';
    const lastActive = Math.max(
      founded,
      ...community.chats.map(({ scenes }) => endOf(scenes, now) ?? founded),
    );
    const document = newCommunity(
      {
        ...community,
        place: placeOf(community.place),
        visibility: 'open',
        today: dayOf(lastActive),
      },
      timeAt(founded),
    );
    documents.push(
      {
        path: communityPath(communityId),
        data: { ...document, ...pathsOf(communityId), size: communitySize(members.length) },
      },
      { path: communityFactsPath(communityId), data: { founderId, memberCount: members.length } },
      { path: communityNamePath(await communityNameKey(document.slug)), data: newCommunityName(communityId) },
      ...members.map(({ uid }, place) => ({
        path: communityMemberPath(communityId, uid),
        data: {
          ...(place === 0 ? founderMember : joiningMember)(uid, timeAt(founded + place * 3 * day)),
          // Every other one chose to be on the list of members.
          listed: place % 2 === 1,
        },
      })),
    );
    for (const chat of community.chats) {
      const createdAt = startOf(chat.scenes, now) ?? founded + day;
      const chatMembers = chat.members.map(personCalled);
      const chatId = opaqueId('chat', community.name, chat.name);
      documents.push(
        ...chatDocuments({
          chatId,
          scenes: chat.scenes,
          now,
          createdAt,
          members: chatMembers,
          chat: newGroupChat(
            {
              communityId,
              name: chat.name,
              about: chat.about,
              access: 'open',
              createdBy: chatMembers[0]?.uid ?? founderId,
            },
            timeAt(createdAt),
          ),
          facts: {
            type: 'group',
            communityId,
            name: chat.name,
            participants: [],
            state: null,
            requestedBy: null,
          },
          behind: behind[chat.name] ?? {},
        }),
      );
    }
  }
  for (const { between, scenes, state } of privateChats) {
    const members = between.map(personCalled);
    const [starter, other] = between.map((who) => personCalled(who).uid) as [string, string];
    const createdAt = startOf(scenes, now) ?? now - 30 * day;
    const chatId = directChatId(starter, other);
    const chat = newDirectChat(starter, other, messageId(chatId, 0), timeAt(createdAt));
    documents.push(
      ...chatDocuments({
        chatId,
        scenes,
        now,
        createdAt,
        members,
        chat: { ...chat, state },
        facts: {
          type: 'direct',
          communityId: null,
          name: '',
          participants: chat.participants,
          state,
          requestedBy: starter,
        },
        behind: { [state === 'open' ? 'ada' : between[1]]: 1 },
      }),
    );
  }
  documents.push(...(await homeDocuments(now)));
  return documents;
}

function pathsOf(communityId: string) {
  const { avatar, cover } = picturesOf(communityId) ?? {};
  return { avatar: avatar?.path ?? null, cover: cover?.path ?? null };
}

function personDocuments(person: (typeof people)[number], since: number): DemoDocument[] {
  const joined = timeAt(since);
  const user = {
    ...newUser({ handle: person.handle, displayName: person.name }, joined),
    avatar: avatarOf(person.uid)?.path ?? null,
  };
  // Those who say something about themselves want to be found, but not those whom a developer signs in as.
  const discoverable = person.bio !== null && person.password === undefined;
  const audience = discoverable ? 'everyone' : 'nobody';
  const profile = profileDocuments(
    {
      bio: person.bio ?? '',
      topics: person.topics,
      place: placeOf(person.place),
      discoverable,
      shows: { bio: 'everyone', topics: audience, place: audience, lastActive: 'nobody' },
    },
    user,
    joined,
  );
  return [
    { path: userPath(person.uid), data: { ...user, bio: profile.bio } },
    { path: handlePath(person.handle), data: newHandle(person.uid) },
    { path: privateProfilePath(person.uid), data: profile.private },
    ...(profile.listing ? [{ path: personPath(person.uid), data: profile.listing }] : []),
    { path: settingsPath(person.uid), data: newSettings(joined) },
  ];
}

function startOf(scenes: readonly Scene[], now: number): number | null {
  const [first] = scenes;
  return first ? momentOn(now, first.daysAgo, first.from) - day : null;
}

/** A moment on the day of the last scene. */
function endOf(scenes: readonly Scene[], now: number): number | null {
  const last = scenes.at(-1);
  return last ? momentOn(now, last.daysAgo, last.from) : null;
}

function placeOf(city: string | null): Place | null {
  if (city === null) return null;
  const found = listedPlaces.find(({ id }) => id.startsWith(`${city}-`));
  if (!found) throw new Error(`The demo data speaks of a place "${city}" that is not on the list.`);
  const { aliases, ...place } = found;
  return place;
}
