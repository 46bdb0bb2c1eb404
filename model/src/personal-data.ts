/** How what is stored about a person is found, given the uid. */
export type Finding =
  /** The path names the uid, as `{uid}`. A pattern that ends in another variable stands for a whole collection. */
  | { readonly by: 'path' }
  | {
      readonly by: 'field';
      readonly collection: string;
      /** In every collection of that name, wherever it lies. */
      readonly group: boolean;
      readonly field: string;
      readonly op: '==' | 'array-contains';
    }
  /** Through other documents; the functions know how. */
  | { readonly by: 'way'; readonly way: string };

export interface PersonalData {
  /** As the `match` blocks of the rules have them; in Storage without the bucket. None for what Auth keeps. */
  readonly paths: readonly string[];
  readonly service: 'firestore' | 'storage' | 'auth';
  /** Which fields say something about the person. */
  readonly holds: string;
  readonly found: Finding;
  /** The file of the export without `.json`; null where `exportNote` says why there is none. */
  readonly file: string | null;
  /** What that file holds, or why there is none. */
  readonly exportNote: string;
  /** Deleted; emptied, so that its place stays; the uid replaced by `deletedAccountId`; or left as it is. */
  readonly removal: 'delete' | 'empty' | 'unname' | 'keep';
  /** What people read about it before they delete their account: under what goes, or under what stays. */
  readonly told: { readonly goes: string } | { readonly stays: string };
}

const goes = {
  signIn: 'The e-mail address and the password that you sign in with.',
  profile: 'Your profile: name, handle, bio and pictures. Your handle becomes free for others.',
  settings: 'Your topics, your place, your entry in the search for people, and your settings.',
  lists: 'Your chat list, your notifications, and the list of people you blocked.',
  memberships: 'Your memberships of communities, group chats and circles.',
  messages:
    'Everything you wrote in chats, with its pictures. “Message deleted” stays in its place, without your name.',
  traces: 'Your reactions, and the mentions of you.',
  direct: 'Your private chats, for the other person too.',
  alone: 'Communities in which you are the only member, with everything in them.',
} as const;

const stays = {
  shared: 'Communities and group chats that you started and others are in. They belong to everybody in them.',
  reports: 'Reports that you wrote, without your name, because they may protect somebody.',
  staff:
    'Reports about you, removals from a community or chat, and the record of what moderators decided. They hold the number of your old account, which leads nowhere.',
  others: 'What other people wrote, and whom they blocked.',
  closed: 'A note that this account was deleted, so that no old sign-in opens it again.',
} as const;

const byUid = { by: 'path' } as const;

/**
 * Every place where something about a person is stored. It drives the export and the deletion: the functions have a step
 * for each entry, the app shows its sentences, and a test compares it with the rules, so that no path can be forgotten.
 */
export const personalData = {
  account: {
    paths: [],
    service: 'auth',
    holds: 'e-mail address, password (as a hash), ways to sign in, when it was made and last used',
    found: byUid,
    file: 'account',
    exportNote: 'How you sign in. A password is never part of it.',
    removal: 'delete',
    told: { goes: goes.signIn },
  },
  profile: {
    paths: ['users/{uid}'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'profile',
    exportNote: 'What everybody with an account can see of you.',
    removal: 'delete',
    told: { goes: goes.profile },
  },
  handle: {
    paths: ['handles/{handle}'],
    service: 'firestore',
    holds: 'uid',
    found: { by: 'field', collection: 'handles', group: false, field: 'uid', op: '==' },
    file: null,
    exportNote: 'The handle is part of profile.json.',
    removal: 'delete',
    told: { goes: goes.profile },
  },
  listing: {
    paths: ['people/{uid}'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'listing',
    exportNote: 'Your entry in the search for people, if you chose to be found.',
    removal: 'delete',
    told: { goes: goes.settings },
  },
  privateProfile: {
    paths: ['users/{uid}/private/profile'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'private-profile',
    exportNote: 'Your topics, your place, and who sees what.',
    removal: 'delete',
    told: { goes: goes.settings },
  },
  settings: {
    paths: ['users/{uid}/private/settings'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'settings',
    exportNote: 'Your settings, and the time zone of your device.',
    removal: 'delete',
    told: { goes: goes.settings },
  },
  homeMark: {
    paths: ['users/{uid}/private/home'],
    service: 'firestore',
    holds: 'when they were brought into the home chat, so that who left it is not brought back',
    found: byUid,
    file: null,
    exportNote: 'Your membership is in chats.json.',
    removal: 'delete',
    told: { goes: goes.settings },
  },
  blocks: {
    paths: ['users/{uid}/blocks/{otherUid}'],
    service: 'firestore',
    holds: 'whom they blocked',
    found: byUid,
    file: 'blocked-people',
    exportNote: 'Whom you blocked, and when.',
    removal: 'delete',
    told: { goes: goes.lists },
  },
  inbox: {
    paths: ['users/{uid}/inbox/{chatId}'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'chat-list',
    exportNote:
      'Your chats, and how far you have read. The last message of each is left out: it may be somebody else’s.',
    removal: 'delete',
    told: { goes: goes.lists },
  },
  notifications: {
    paths: ['users/{uid}/notifications/{id}'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'notifications',
    exportNote: 'Your notifications.',
    removal: 'delete',
    told: { goes: goes.lists },
  },
  pace: {
    paths: ['users/{uid}/pace/{act}'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'counters',
    exportNote: 'How often you did what, so that nobody can flood others.',
    removal: 'delete',
    told: { goes: goes.lists },
  },
  uploads: {
    paths: ['users/{uid}/uploads/{fileId}'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'uploads',
    exportNote: 'Pictures that are being uploaded right now.',
    removal: 'delete',
    told: { goes: goes.lists },
  },
  communityMemberships: {
    paths: ['communities/{communityId}/members/{uid}'],
    service: 'firestore',
    holds: 'everything',
    found: { by: 'field', collection: 'members', group: true, field: 'uid', op: '==' },
    file: 'communities',
    exportNote: 'The communities you are in, and what you wrote as the founder of one.',
    removal: 'delete',
    told: { goes: goes.memberships },
  },
  chatMemberships: {
    paths: ['chats/{chatId}/members/{uid}'],
    service: 'firestore',
    holds: 'everything',
    found: { by: 'field', collection: 'members', group: true, field: 'uid', op: '==' },
    file: 'chats',
    exportNote: 'The chats you are in.',
    removal: 'delete',
    told: { goes: goes.memberships },
  },
  chatRosters: {
    paths: ['chats/{chatId}/private/roster'],
    service: 'firestore',
    holds: 'uids: who is in a group chat, as the functions last counted',
    found: { by: 'way', way: 'functions write it anew when somebody leaves' },
    file: null,
    exportNote: 'Part of chats.json.',
    removal: 'delete',
    told: { goes: goes.memberships },
  },
  circleMemberships: {
    paths: ['circles/{circleId}/members/{uid}', 'circles/{circleId}/lobby/{uid}'],
    service: 'firestore',
    holds: 'everything',
    found: { by: 'way', way: 'every circle is asked: there are three days of them' },
    file: 'circles',
    exportNote: 'The circles you are in.',
    removal: 'delete',
    told: { goes: goes.memberships },
  },
  ownCommunities: {
    paths: ['communities/{communityId}', 'communityNames/{key}'],
    service: 'firestore',
    holds: 'name, about, rules, pictures: what its founder wrote',
    found: { by: 'way', way: 'the communities in which they are the founder and the only member' },
    file: null,
    exportNote: 'Part of communities.json.',
    removal: 'delete',
    told: { goes: goes.alone },
  },
  chatInvitations: {
    paths: ['chats/{chatId}/invitations/{uid}'],
    service: 'firestore',
    holds: 'everything',
    found: { by: 'field', collection: 'invitations', group: true, field: 'uid', op: '==' },
    file: 'invitations',
    exportNote: 'Invitations to group chats that you have not answered.',
    removal: 'delete',
    told: { goes: goes.memberships },
  },
  sentInvitations: {
    paths: ['chats/{chatId}/invitations/{uid}'],
    service: 'firestore',
    holds: 'by: who invited',
    found: { by: 'field', collection: 'invitations', group: true, field: 'by', op: '==' },
    file: 'sent-invitations',
    exportNote: 'When you invited somebody to a group chat who has not answered. Whom is theirs.',
    removal: 'delete',
    told: { goes: goes.memberships },
  },
  communityLog: {
    paths: ['communities/{communityId}/log/{entryId}'],
    service: 'firestore',
    holds: 'who did what to whom in a community, and why',
    found: { by: 'way', way: 'nobody looks for it' },
    file: null,
    exportNote: 'The founder and the moderators of a community keep it, and nobody can change it.',
    removal: 'keep',
    told: { stays: stays.staff },
  },
  communityFounders: {
    paths: ['communities/{communityId}/private/facts'],
    service: 'firestore',
    holds: 'founderId',
    found: { by: 'way', way: 'functions write it anew when a founder leaves' },
    file: null,
    exportNote: 'Part of communities.json.',
    removal: 'unname',
    told: { goes: goes.memberships },
  },
  messages: {
    paths: ['chats/{chatId}/messages/{messageId}'],
    service: 'firestore',
    holds: 'senderId, text, images, mentions, contentNote',
    found: { by: 'field', collection: 'messages', group: true, field: 'senderId', op: '==' },
    file: 'messages',
    exportNote: 'What you wrote. What others wrote is theirs, and not part of this.',
    removal: 'empty',
    told: { goes: goes.messages },
  },
  lastMessages: {
    paths: ['chats/{chatId}/private/last', 'users/{uid}/inbox/{chatId}'],
    service: 'firestore',
    holds: 'the newest message of a chat, here and in the chat lists of others: text, senderId, senderName',
    found: { by: 'way', way: 'functions write it anew when a message is emptied' },
    file: null,
    exportNote: 'Your own words are in messages.json.',
    removal: 'empty',
    told: { goes: goes.messages },
  },
  matches: {
    paths: ['chats/{chatId}', 'chats/{chatId}/private/pair'],
    service: 'firestore',
    holds: 'people (alias and name), the two uids, and messages under the alias',
    found: { by: 'way', way: 'the memberships that have an alias' },
    file: 'circle-messages',
    exportNote: 'What you wrote to somebody you were paired with in a circle.',
    removal: 'unname',
    told: { goes: goes.messages },
  },
  reactions: {
    paths: ['chats/{chatId}/messages/{messageId}'],
    service: 'firestore',
    holds: 'reactions: the uid is a key of it',
    found: { by: 'way', way: 'the chats they are in; who leaves a chat takes the reactions along' },
    file: 'reactions',
    exportNote: 'Your reactions to messages, without the messages.',
    removal: 'delete',
    told: { goes: goes.traces },
  },
  mentions: {
    paths: ['chats/{chatId}/messages/{messageId}'],
    service: 'firestore',
    holds: 'mentions',
    found: { by: 'field', collection: 'messages', group: true, field: 'mentions', op: 'array-contains' },
    file: null,
    exportNote: 'Others wrote these messages.',
    removal: 'delete',
    told: { goes: goes.traces },
  },
  typing: {
    paths: ['chats/{chatId}/typing/{name}'],
    service: 'firestore',
    holds: 'that they are typing',
    found: { by: 'way', way: 'the chats they are in' },
    file: null,
    exportNote: 'It lasts for seconds.',
    removal: 'delete',
    told: { goes: goes.memberships },
  },
  directChats: {
    paths: ['chats/{chatId}', 'users/{uid}/pace/{act}'],
    service: 'firestore',
    holds: 'participants, requestedBy, and the id itself, which the other person’s counters repeat',
    found: { by: 'field', collection: 'chats', group: false, field: 'participants', op: 'array-contains' },
    file: null,
    exportNote: 'Part of chats.json, and your words of messages.json.',
    removal: 'delete',
    told: { goes: goes.direct },
  },
  startedChats: {
    paths: ['chats/{chatId}'],
    service: 'firestore',
    holds: 'createdBy',
    found: { by: 'field', collection: 'chats', group: false, field: 'createdBy', op: '==' },
    file: 'started-chats',
    exportNote: 'The chats you started: their names and descriptions.',
    removal: 'unname',
    told: { stays: stays.shared },
  },
  startedCircles: {
    paths: ['circles/{circleId}'],
    service: 'firestore',
    holds: 'createdBy',
    found: { by: 'field', collection: 'circles', group: false, field: 'createdBy', op: '==' },
    file: 'started-circles',
    exportNote: 'The circles you started.',
    removal: 'unname',
    told: { stays: stays.shared },
  },
  sharedPictures: {
    paths: ['communities/{communityId}/images/{uid}/{fileId}'],
    service: 'storage',
    holds: 'a picture of a community, with the uid of who uploaded it in its path',
    found: { by: 'way', way: 'it belongs to the community and goes with it' },
    file: null,
    exportNote: 'Pictures of a community belong to the community.',
    removal: 'keep',
    told: { stays: stays.shared },
  },
  profilePictures: {
    paths: ['users/{uid}/{place}/{fileId}'],
    service: 'storage',
    holds: 'the picture',
    found: byUid,
    file: null,
    exportNote: 'In the folder pictures.',
    removal: 'delete',
    told: { goes: goes.profile },
  },
  messagePictures: {
    paths: ['chats/{chatId}/images/{sender}/{fileId}'],
    service: 'storage',
    holds: 'the picture',
    found: { by: 'way', way: 'the chats they are in, and those that they wrote in' },
    file: null,
    exportNote: 'In the folder pictures.',
    removal: 'delete',
    told: { goes: goes.messages },
  },
  writtenReports: {
    paths: ['reports/{reportId}'],
    service: 'firestore',
    holds: 'reporterId',
    found: { by: 'field', collection: 'reports', group: false, field: 'reporterId', op: '==' },
    file: 'reports',
    exportNote: 'The reports you wrote, and what came of them.',
    removal: 'unname',
    told: { stays: stays.reports },
  },
  reportsAbout: {
    paths: ['reports/{reportId}'],
    service: 'firestore',
    holds: 'target.path',
    found: { by: 'way', way: 'nobody looks for it' },
    file: null,
    exportNote: 'Who reports somebody stays unknown to them.',
    removal: 'keep',
    told: { stays: stays.staff },
  },
  communityBans: {
    paths: ['communities/{communityId}/bans/{uid}', 'chats/{chatId}/bans/{uid}'],
    service: 'firestore',
    holds: 'the id of who was removed, by, reason',
    found: { by: 'way', way: 'nobody looks for it' },
    file: null,
    exportNote: 'The founder and the moderators of a community keep it.',
    removal: 'keep',
    told: { stays: stays.staff },
  },
  audit: {
    paths: ['audit/{id}'],
    service: 'firestore',
    holds: 'actor, target',
    found: { by: 'way', way: 'nobody looks for it' },
    file: null,
    exportNote: 'It says which moderator did what.',
    removal: 'keep',
    told: { stays: stays.staff },
  },
  sanction: {
    paths: ['sanctions/{uid}'],
    service: 'firestore',
    holds: 'everything',
    found: byUid,
    file: 'restrictions',
    exportNote: 'What moderators restricted for you, and since when older sign-ins are refused.',
    removal: 'keep',
    told: { stays: stays.closed },
  },
  blocksByOthers: {
    paths: ['users/{uid}/blocks/{otherUid}'],
    service: 'firestore',
    holds: 'the id, in the list of somebody who blocked them',
    found: { by: 'way', way: 'nobody looks for it' },
    file: null,
    exportNote: 'Whom others blocked is theirs, and they do not tell.',
    removal: 'keep',
    told: { stays: stays.others },
  },
} as const satisfies Record<string, PersonalData>;

export type PersonalDataId = keyof typeof personalData;

type IdsWith<Field extends keyof PersonalData, Value> = {
  [Id in PersonalDataId]: (typeof personalData)[Id][Field] extends Value ? Id : never;
}[PersonalDataId];

export type ExportedDataId = IdsWith<'file', string>;
export type RemovedDataId = IdsWith<'removal', 'delete' | 'empty' | 'unname'>;

/** The entries one by one, with what `PersonalData` says of them all. */
export const everyPersonalData: readonly (PersonalData & { readonly id: PersonalDataId })[] = (
  Object.keys(personalData) as PersonalDataId[]
).map((id) => ({ id, ...personalData[id] }));

/** Paths of the rules that say nothing about a person, and why. */
export const impersonalPaths: Readonly<Record<string, string>> = {
  '{path}/members/{uid}': 'a second way to list memberships',
  '{path}/invitations/{uid}': 'a second way to list invitations',
  'communities/{communityId}/private/access': 'the hash of a code',
  'circles/{circleId}/private/access': 'the hash of a code',
};

/** The sentences about what deleting an account removes, and about what stays, each once. */
export function whatDeletionDoes(): { readonly goes: readonly string[]; readonly stays: readonly string[] } {
  const told: readonly PersonalData['told'][] = everyPersonalData.map((entry) => entry.told);
  return {
    goes: [...new Set(told.flatMap((each) => ('goes' in each ? [each.goes] : [])))],
    stays: [...new Set(told.flatMap((each) => ('stays' in each ? [each.stays] : [])))],
  };
}
