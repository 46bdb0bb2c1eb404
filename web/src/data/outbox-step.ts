import { sendPauseMs } from '@sameboat/model/limits';
import type { DataErrorCode } from './data-error.ts';
import {
  AT_ONCE,
  type Attempts,
  drop,
  find,
  isPending,
  longer,
  nextDue,
  nextUpload,
  type OutboxItem,
  type OutboxState,
  type OutgoingContent,
  type OutgoingMessage,
  put,
  withFurtherPictures,
  withPicture,
} from './outbox-state.ts';

export type OutboxEvent =
  | { type: 'written'; id: string; chatId: string; content: OutgoingContent; at: number }
  | { type: 'retried' | 'discarded'; id: string }
  /** The chat's listener now shows these messages. */
  | { type: 'shown'; ids: readonly string[] }
  | { type: 'connection'; online: boolean; canTry: boolean }
  /** The timer set by 'wake' has fired. */
  | { type: 'woken' }
  /** It is this tab's turn. `stored` is the shared queue; `sinceSent` is the time since any tab sent, in milliseconds. */
  | { type: 'turn'; stored: readonly OutboxItem[]; sinceSent: number }
  | { type: 'delivered'; id: string }
  | { type: 'refused'; id: string; error: DataErrorCode }
  /** The answer to 'look'. `pace` differs each time another message of this person has arrived. */
  | { type: 'looked'; id: string; found: boolean; pace: string | null }
  /** It is this tab's turn to upload a picture. `stored` is the shared queue. */
  | { type: 'uploadTurn'; stored: readonly OutboxItem[] }
  /** The server has the picture with this path and has checked it. */
  | { type: 'uploaded'; id: string; path: string }
  | { type: 'uploadRefused'; id: string; error: DataErrorCode }
  /** Another tab stored or changed this item. */
  | { type: 'stored'; item: OutboxItem }
  | { type: 'sentElsewhere' | 'removed'; id: string };

export type OutboxEffect =
  /** 'update' stores only what is stored already: another tab may have sent or discarded it. */
  | { type: 'keep' | 'update' | 'markSent' | 'remove'; item: OutboxItem }
  | { type: 'takeTurn' | 'endTurn' | 'takeUploadTurn' | 'endUploadTurn' }
  | { type: 'upload'; message: OutgoingMessage; path: string; isFirst: boolean }
  | { type: 'deliver' | 'look'; message: OutgoingMessage }
  /** Sets the timer for 'woken', or clears it if `at` is null. */
  | { type: 'wake'; at: number | null };

export interface Step {
  readonly state: OutboxState;
  readonly effects: readonly OutboxEffect[];
}

/** The number of temporary errors after which a message counts as failed. */
const PATIENCE = 6;

/** The number of refusals of a picture: two devices that count their uploads at once refuse each other once. */
const UPLOAD_PATIENCE = 2;

/** Returns the state after an event and the effects to carry out. `now` is in milliseconds and must never go back. */
export function step(before: OutboxState, event: OutboxEvent, now: number): Step {
  const { state, effects } = transition(before, event, now);
  const due = state.turn === 'none' ? nextDue(state) : null;
  const upload = state.uploadTurn === 'none' ? nextUpload(state) : null;
  const asks = due !== null && due.at <= now;
  const asksToUpload = upload !== null && upload.at <= now;
  const waits = [due, upload].flatMap((next) => (next !== null && next.at > now ? [next.at] : []));
  const wake = waits.length > 0 ? Math.min(...waits) : null;
  return {
    state: {
      ...state,
      turn: asks ? 'asked' : state.turn,
      uploadTurn: asksToUpload ? 'asked' : state.uploadTurn,
    },
    effects: [
      ...effects,
      ...(asks ? [{ type: 'takeTurn' as const }] : []),
      ...(asksToUpload ? [{ type: 'takeUploadTurn' as const }] : []),
      ...(wake !== null || (state.turn === 'none' && !asks) ? [{ type: 'wake' as const, at: wake }] : []),
    ],
  };
}

function transition(state: OutboxState, event: OutboxEvent, now: number): Step {
  switch (event.type) {
    case 'written':
      return written(state, event);
    case 'retried':
      return retried(state, event.id);
    case 'discarded': {
      const message = find(state, event.id);
      if (message === undefined || message.state === 'sent') return only(state);
      return { state: drop(state, event.id), effects: [{ type: 'remove', item: message }] };
    }
    case 'shown': {
      const shown = new Set(event.ids);
      return only({
        ...state,
        messages: state.messages.filter(({ id, state: at }) => at !== 'sent' || !shown.has(id)),
      });
    }
    case 'connection':
      return only(connectionChanged(state, event));
    case 'woken':
      return only(state);
    case 'turn':
      return takeTurn(state, event, now);
    case 'delivered':
      return sent(state, event.id, now);
    case 'refused':
      return refused(state, event, now);
    case 'looked':
      return event.found ? sent(state, event.id, now) : notThere(state, event, now);
    case 'uploadTurn':
      return takeUploadTurn(state, event, now);
    case 'uploaded':
      return uploaded(state, event);
    case 'uploadRefused':
      return endUploadTurn(uploadRefused(state, event, now));
    case 'stored':
      return only(takeOver(state, event.item));
    case 'sentElsewhere': {
      const message = find(state, event.id);
      return only(message === undefined ? state : put(state, { ...message, state: 'sent', error: null }));
    }
    case 'removed':
      return only(find(state, event.id)?.state === 'sent' ? state : drop(state, event.id));
  }
}

type Event<Type> = Extract<OutboxEvent, { type: Type }>;

function only(state: OutboxState): Step {
  return { state, effects: [] };
}

/** How an unsent message is shown. */
function pendingState(state: OutboxState): 'sending' | 'waiting' {
  return state.online ? 'sending' : 'waiting';
}

function written(state: OutboxState, { id, chatId, content, at }: Event<'written'>): Step {
  // Later than every unsent message of the chat, even if the clock was set back or both have the same millisecond.
  const before = state.messages.filter((message) => message.chatId === chatId && isPending(message));
  const writtenAt = Math.max(at, ...before.map((message) => message.writtenAt + 1));
  const item: OutboxItem = { id, chatId, ...content, writtenAt, error: null };
  return {
    state: put(state, { ...item, state: pendingState(state) }),
    effects: [{ type: 'keep', item }],
  };
}

function retried(state: OutboxState, id: string): Step {
  const message = find(state, id);
  if (message?.state !== 'failed') return only(state);
  const item = { ...message, error: null };
  return {
    state: forgetAttempts(put(state, { ...item, state: pendingState(state) }), message),
    effects: [{ type: 'keep', item }],
  };
}

function connectionChanged(state: OutboxState, { online, canTry }: Event<'connection'>): OutboxState {
  const away = canTry && (online || !state.canTry) ? AT_ONCE : state.away;
  const next = { ...state, online, canTry, away };
  const messages = state.messages.map((message) =>
    isPending(message) ? { ...message, state: pendingState(next) } : message,
  );
  return { ...next, messages };
}

function takeTurn(state: OutboxState, { stored, sinceSent }: Event<'turn'>, now: number): Step {
  const freeAt = Math.max(state.freeAt, now + Math.max(0, sendPauseMs - sinceSent));
  const merged = merge({ ...state, freeAt }, stored);
  const next = nextDue(merged);
  if (next === null || next.at > now) return endTurn(only(merged));
  const message = { ...next.message, state: pendingState(merged) };
  return { state: { ...put(merged, message), turn: 'held' }, effects: [{ type: 'deliver', message }] };
}

function takeUploadTurn(state: OutboxState, { stored }: Event<'uploadTurn'>, now: number): Step {
  const merged = merge(state, stored);
  const next = nextUpload(merged);
  if (next === null || next.at > now) return endUploadTurn(only(merged));
  const { path, state: before } = next.picture;
  const message = withPicture({ ...next.message, state: pendingState(merged) }, path, 'begun');
  const isFirst = before === 'new';
  return {
    state: { ...put(merged, message), uploadTurn: 'held' },
    effects: [
      ...(isFirst ? [{ type: 'update' as const, item: message }] : []),
      { type: 'upload', message, path, isFirst },
    ],
  };
}

/** The stored queue wins: another tab may have sent or discarded messages that are shown here, or added some. */
function merge(state: OutboxState, stored: readonly OutboxItem[]): OutboxState {
  const ids = new Set(stored.map(({ id }) => id));
  const still = state.messages.filter((message) => message.state === 'sent' || ids.has(message.id));
  return stored.reduce(takeOver, { ...state, messages: still });
}

function takeOver(state: OutboxState, item: OutboxItem): OutboxState {
  const known = find(state, item.id);
  if (known?.state === 'sent') return state;
  if (known !== undefined && known.error === item.error) {
    const further = withFurtherPictures(known, item);
    return further === known ? state : put(state, further);
  }
  const taken = known === undefined ? item : withFurtherPictures(item, known);
  return put(state, { ...taken, state: item.error === null ? pendingState(state) : 'failed' });
}

function uploaded(state: OutboxState, { id, path }: Event<'uploaded'>): Step {
  const message = find(state, id);
  if (message === undefined || message.state === 'sent') return endUploadTurn(only(state));
  const further = withPicture(message, path, 'stored');
  const next = forgetAttempts(put({ ...state, away: AT_ONCE }, further), message);
  return endUploadTurn({ state: next, effects: [{ type: 'update', item: further }] });
}

function uploadRefused(state: OutboxState, { id, error }: Event<'uploadRefused'>, now: number): Step {
  const message = find(state, id);
  if (message === undefined || !isPending(message)) return only(state);
  switch (error) {
    case 'offline':
      return only(setAway(state, message, now));
    case 'busy':
    case 'unknown':
      return broken(state, { message, error, patience: PATIENCE }, now);
    case 'not-allowed':
      return broken(state, { message, error, patience: UPLOAD_PATIENCE }, now);
    default:
      return fail(state, message, error);
  }
}

function sent(state: OutboxState, id: string, now: number): Step {
  const free = { ...state, freeAt: now + sendPauseMs, away: AT_ONCE };
  const message = find(state, id);
  // It was discarded after it was sent. The server has it, so the chat will show it.
  if (message === undefined) return endTurn(only(free));
  const done = forgetAttempts(put(free, { ...message, state: 'sent', error: null }), message);
  return endTurn({ state: done, effects: [{ type: 'markSent', item: message }] });
}

function refused(state: OutboxState, { id, error }: Event<'refused'>, now: number): Step {
  const message = find(state, id);
  if (message === undefined || !isPending(message)) return endTurn(only(state));
  switch (error) {
    case 'offline':
      return endTurn(only(setAway(state, message, now)));
    case 'busy':
    case 'unknown':
      return endTurn(broken(state, { message, error, patience: PATIENCE }, now));
    case 'not-allowed':
      // The answer to an earlier attempt may have been lost, or another device may have sent a message just before.
      return { state, effects: [{ type: 'look', message }] };
    default:
      return endTurn(fail(state, message, error));
  }
}

function setAway(state: OutboxState, message: OutgoingMessage, now: number): OutboxState {
  return { ...put(state, { ...message, state: 'waiting' }), away: longer(state.away, now) };
}

interface Broken {
  readonly message: OutgoingMessage;
  readonly error: DataErrorCode;
  readonly patience: number;
}

/** A temporary error: tries again later, while other chats continue. */
function broken(state: OutboxState, { message, error, patience }: Broken, now: number): Step {
  const tried = state.attempts.get(message.id) ?? { broken: 0 };
  if (tried.broken + 1 >= patience) return fail(state, message, error);
  return only({
    ...put(state, { ...message, state: 'waiting' }),
    attempts: new Map(state.attempts).set(message.id, { ...tried, broken: tried.broken + 1 }),
    chats: new Map(state.chats).set(message.chatId, longer(state.chats.get(message.chatId) ?? AT_ONCE, now)),
  });
}

/**
 * Refused, and the server does not have it. If the refusal came from another message sent just before, the person's pace
 * mark is different each time. If the mark is the same after two refusals, the refusal was for another reason.
 */
function notThere(state: OutboxState, { id, pace }: Event<'looked'>, now: number): Step {
  const message = find(state, id);
  if (message === undefined || !isPending(message)) return endTurn(only(state));
  const tried: Attempts = state.attempts.get(id) ?? { broken: 0 };
  if (tried.pace !== undefined && tried.pace === pace) return endTurn(fail(state, message, 'not-allowed'));
  return endTurn(
    only({
      ...state,
      freeAt: now + sendPauseMs,
      attempts: new Map(state.attempts).set(id, { ...tried, pace }),
    }),
  );
}

function fail(state: OutboxState, message: OutgoingMessage, error: DataErrorCode): Step {
  const failed = { ...message, state: 'failed' as const, error };
  return { state: forgetAttempts(put(state, failed), message), effects: [{ type: 'keep', item: failed }] };
}

function endTurn({ state, effects }: Step): Step {
  return { state: { ...state, turn: 'none' }, effects: [...effects, { type: 'endTurn' }] };
}

function endUploadTurn({ state, effects }: Step): Step {
  return { state: { ...state, uploadTurn: 'none' }, effects: [...effects, { type: 'endUploadTurn' }] };
}

function forgetAttempts(state: OutboxState, { id, chatId }: OutgoingMessage): OutboxState {
  const attempts = new Map(state.attempts);
  attempts.delete(id);
  const chats = new Map(state.chats);
  chats.delete(chatId);
  return { ...state, attempts, chats };
}
