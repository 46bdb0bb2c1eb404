import type { ShownMessage } from './shown-message.ts';

let count = 0;

/** A stored message of Ada's, with an id of its own; of mine when `senderId` is "me". */
export function shownMessage(over: Partial<ShownMessage> = {}): ShownMessage {
  count += 1;
  const senderId = over.senderId ?? 'ada';
  return {
    id: `m${count}`,
    senderId,
    senderName: null,
    mine: senderId === 'me',
    kind: 'text',
    text: 'hello',
    mentions: [],
    pictures: [],
    contentNote: null,
    replyTo: null,
    reactions: {},
    edited: false,
    deleted: false,
    removedBy: null,
    at: 0,
    delivery: 'sent',
    failure: null,
    ...over,
  };
}
