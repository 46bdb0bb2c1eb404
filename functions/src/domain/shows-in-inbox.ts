/** Fields of a message that a chat list shows or counts by. */
const fields = ['senderId', 'text', 'contentNote', 'deletedAt', 'mentions', 'images'] as const;

/** Whether the change from one version of a message to another can be seen in a chat list. */
export function showsInInbox(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
