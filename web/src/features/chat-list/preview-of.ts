import { withoutIsolates } from '@sameboat/model/mention-text';
import type { OutgoingMessage } from '../../data/outbox-state.ts';
import type { InboxEntry } from '../../data/watch-inbox.ts';

/** The one line of a row: who, then what. `who` is empty where nobody need be named. */
export interface Preview {
  readonly kind: 'message' | 'draft' | 'failed' | 'waiting';
  readonly who: string;
  readonly what: string;
}

interface PreviewInput {
  type: InboxEntry['type'];
  /** Whether I wait to be let into the chat. */
  isRequest?: boolean;
  last: InboxEntry['last'];
  uid: string;
  /** What of mine is not in the chat yet. */
  outgoing: readonly OutgoingMessage[];
  /** What I have typed and not sent. */
  draft: string;
}

/**
 * What matters most about a chat: a message of mine that was refused, then what I have begun to write, then what waits
 * for a connection, then the last message.
 */
export function previewOf({ type, isRequest, last, uid, outgoing, draft }: PreviewInput): Preview {
  if (isRequest) return { kind: 'message', who: '', what: 'Request sent' };
  const newest = (state: OutgoingMessage['state']) => {
    const message = outgoing.findLast((each) => each.state === state);
    return message && lineOf(message);
  };
  const failed = newest('failed');
  if (failed !== undefined) return { kind: 'failed', who: 'Not sent', what: oneLine(failed) };
  if (draft.trim() !== '') return { kind: 'draft', who: 'Draft', what: oneLine(draft) };
  const waiting = newest('waiting');
  if (waiting !== undefined) return { kind: 'waiting', who: 'Waiting', what: oneLine(waiting) };
  if (last === null) {
    // The row of a match never has the words.
    const what = type === 'match' ? 'Open the chat to read it' : 'No messages yet';
    return { kind: 'message', who: '', what };
  }
  const what = oneLine(last.text);
  if (last.senderId === uid) return { kind: 'message', who: 'You', what };
  const isBetweenTwo = type === 'direct' || type === 'match';
  return { kind: 'message', who: isBetweenTwo ? '' : (last.senderName ?? ''), what };
}

/** As functions write it: of a veiled message the note, and of one without words how many pictures it has. */
function lineOf({ contentNote, text, pictures }: OutgoingMessage): string {
  if (contentNote !== null) return `Content note: ${contentNote}`;
  return text || (pictures.length === 1 ? 'Picture' : `${pictures.length} pictures`);
}

/** The row shows no more than this, whatever its width. */
const MOST = 200;

function oneLine(text: string): string {
  return withoutIsolates(text.slice(0, MOST)).replace(/\s+/g, ' ').trim();
}
