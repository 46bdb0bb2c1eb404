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
  imageAltMax: 500,
  reasonMax: 80,
  noteMax: 2_000,
  /** The least that NIST SP 800-63B allows for a password somebody chooses; Firebase itself would take six. */
  passwordMin: 8,
} as const;

/** Milliseconds that must lie between two messages of one person in one chat. */
export const sendIntervalMs = 500;

/** A typing mark is believed for this long at most. */
export const typingMaxMs = 10_000;

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
  typing: 20,
  reports: 50,
  staff: 100,
} as const;

/** A chat of more members has no inbox row a member: it is read by pull. */
export const fanOutMembersMax = 200;

/** Bytes of one uploaded picture. */
export const imageBytesMax = 5 * 1024 * 1024;

/** Days after which a circle and everything in it is gone. */
export const circleDays = 3;
