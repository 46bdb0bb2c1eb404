/** Lengths in UTF-16 code units (never fewer than the characters that the security rules count). */
export const limits = {
  handleMin: 3,
  handleMax: 20,
  displayNameMax: 40,
  bioMax: 500,
  topicsPerPerson: 5,
  communityNameMin: 3,
  communityNameMax: 60,
  aboutMax: 2_000,
  communityRulesMax: 4_000,
  chatNameMax: 60,
  chatAboutMax: 500,
  messageTextMax: 4_000,
  mentionsMax: 10,
  contentNoteMax: 80,
  imagesMax: 6,
  imageAltMax: 500,
  reasonMax: 80,
  noteMax: 2_000,
  /** NIST SP 800-63B asks for at least 8; common ones are refused besides. Firebase itself would take six. */
  passwordMin: 10,
} as const;

/** Milliseconds of the server's clock that must lie between two messages of one person, in whatever chats. */
export const sendIntervalMs = 500;

/** Milliseconds that a client waits after the answer to one message before it sends the next. */
export const sendPauseMs = 520;

/** A typing mark is believed for this long at most. The rules allow five seconds more, for clocks that are ahead. */
export const typingMaxMs = 10_000;

/** A chat's `lastAt`, which people outside the chat may see, is at most this far behind its newest message. */
export const lastAtIntervalMs = 15 * 60_000;

/** A ticket for an upload is good for this long. */
export const uploadTicketMs = 10 * 60_000;

/** A private chat that ended is deleted after this long. Then the two can begin a new one. */
export const endedChatMs = 30 * 24 * 3_600_000;

/** The members of a community are listed for people who have been one of them for this long. */
export const memberListAgeMs = 24 * 3_600_000;

/** Rows that one listener or page may ask for. The rules refuse a list without a limit or above it. */
export const pageLimits = {
  communities: 50,
  communityMembers: 100,
  communityChats: 50,
  chatMembers: 200,
  messages: 100,
  inbox: 50,
  memberships: 200,
  notifications: 50,
  blocks: 500,
  bans: 100,
  communityLog: 50,
  invitations: 50,
  typing: 20,
  reports: 50,
  staff: 100,
} as const;

/** A group chat that has so many members takes no more. Functions count, so a few more may come in at one moment. */
export const groupMembersMax = 200;

/** A chat of more members has no inbox row a member: it is read by pull. */
export const fanOutMembersMax = 200;

/** Bytes of one uploaded picture. */
export const imageBytesMax = 5 * 1024 * 1024;

/** What a picture may have at most to be decoded: 50 million pixels are what phones take, and need about 1 GB as AVIF. */
export const imageUploadSideMax = 10_000;
export const imagePixelsMax = 50_000_000;

/** Days after which a circle and everything in it is gone. */
export const circleDays = 3;
