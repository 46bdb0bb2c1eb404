import { DataError, type DataErrorCode, toDataError } from './data-error.ts';
import type { DeviceStore } from './device-store.ts';
import { createOutboxShelf, type OutboxItem } from './outbox-shelf.ts';

/**
 * Messages on their way out. The outbox alone decides what is sent and when: the SDK is asked to commit at once or
 * fail, so it holds no second queue. A message keeps the id it was born with; rules let a message be created and never
 * be written over, so however often it is tried it is there once. See docs/decisions/0010-outbox.md.
 */
export interface OutgoingMessage {
  readonly id: string;
  readonly chatId: string;
  readonly text: string;
  /** This device's clock in milliseconds; for showing the time until the server has said it. */
  readonly writtenAt: number;
  /** 'sending' now or in a moment, 'waiting' for the connection, 'failed' until a person decides, 'sent'. */
  readonly state: 'sending' | 'waiting' | 'failed' | 'sent';
  readonly error: DataErrorCode | null;
}

export interface OutboxPorts {
  /** Commits the message once. Rejects with what went wrong; never waits for a connection. */
  deliver(message: OutgoingMessage): Promise<void>;
  /** Whether the server already has it, after a refusal that may mean just that. */
  wasDelivered(message: OutgoingMessage): Promise<boolean>;
  isOnline(): boolean;
  newId(): string;
  store: DeviceStore;
}

export interface Outbox {
  /** Takes the message and returns at once; it is in `inChat` when this returns. */
  send(chatId: string, text: string): OutgoingMessage;
  inChat(chatId: string): readonly OutgoingMessage[];
  subscribe(onChange: () => void): () => void;
  retry(id: string): void;
  discard(id: string): void;
  /** Drops sent messages that the chat's listener now shows. */
  settle(chatId: string, shown: (id: string) => boolean): void;
  /** The connection is back, or may be: try what waits. */
  wake(): void;
  /** Another tab finished or discarded this one. */
  finishedElsewhere(id: string): void;
  close(): void;
}

/** Rules refuse a second message of one person in one chat within 500 ms of server time. */
export const SPACING_MS = 520;
const FIRST_WAIT_MS = 1_000;
const LAST_WAIT_MS = 30_000;
/** After so many errors that should have passed by now, a person is told. */
const PATIENCE = 6;
const NONE: readonly OutgoingMessage[] = [];

interface Lane {
  running: boolean;
  freeAt: number;
  wait: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function createOutbox(uid: string, ports: OutboxPorts): Outbox {
  const shelf = createOutboxShelf(uid, ports.store);
  const lanes = new Map<string, Lane>();
  const tries = new Map<string, { refused: number; broken: number }>();
  const readers = new Set<() => void>();
  let byChat = new Map<string, readonly OutgoingMessage[]>();
  let closed = false;

  for (const item of shelf.load()) put({ ...item, state: item.error === null ? 'waiting' : 'failed' });
  for (const chatId of byChat.keys()) void run(chatId);

  function changed() {
    byChat = new Map(byChat);
    for (const reader of [...readers]) reader();
  }

  function put(message: OutgoingMessage) {
    const list = byChat.get(message.chatId) ?? NONE;
    const known = list.some((other) => other.id === message.id);
    byChat.set(
      message.chatId,
      known ? list.map((other) => (other.id === message.id ? message : other)) : [...list, message],
    );
    changed();
  }

  function drop(message: OutgoingMessage) {
    const left = (byChat.get(message.chatId) ?? NONE).filter((other) => other.id !== message.id);
    if (left.length > 0) byChat.set(message.chatId, left);
    else byChat.delete(message.chatId);
    tries.delete(message.id);
    changed();
  }

  function find(id: string): OutgoingMessage | undefined {
    for (const list of byChat.values()) {
      const found = list.find((message) => message.id === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function laneOf(chatId: string): Lane {
    const known = lanes.get(chatId);
    if (known !== undefined) return known;
    const made: Lane = { running: false, freeAt: 0, wait: FIRST_WAIT_MS, timer: undefined };
    lanes.set(chatId, made);
    return made;
  }

  /** Sends what stands in one chat, one after the other, until nothing is left or the connection is away. */
  async function run(chatId: string): Promise<void> {
    const lane = laneOf(chatId);
    if (lane.running || closed) return;
    lane.running = true;
    clearTimeout(lane.timer);
    try {
      for (let next = head(chatId); next !== undefined && !closed; next = head(chatId)) {
        const pause = lane.freeAt - performance.now();
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
        const message = find(next.id);
        if (closed || message === undefined || message.state === 'failed') continue;
        const error = await attempt(message, lane);
        if (error === null) continue;
        waitAndWake(chatId, lane);
        break;
      }
    } finally {
      lane.running = false;
    }
  }

  function head(chatId: string): OutgoingMessage | undefined {
    return byChat.get(chatId)?.find((message) => message.state === 'sending' || message.state === 'waiting');
  }

  /** Null when the queue may go on, else the error to wait out. */
  async function attempt(message: OutgoingMessage, lane: Lane): Promise<DataError | null> {
    if (!ports.isOnline()) return hold(message, new DataError('offline'));
    put({ ...message, state: 'sending', error: null });
    try {
      await ports.deliver(message);
      return sent(message, lane);
    } catch (cause) {
      return refusedOr(message, lane, toDataError(cause));
    }
  }

  async function refusedOr(
    message: OutgoingMessage,
    lane: Lane,
    error: DataError,
  ): Promise<DataError | null> {
    const count = tries.get(message.id) ?? { refused: 0, broken: 0 };
    tries.set(message.id, count);
    if (error.code === 'offline') return hold(message, error);
    if (error.code === 'busy' || error.code === 'unknown') {
      count.broken += 1;
      return count.broken < PATIENCE ? hold(message, error) : fail(message, error);
    }
    if (error.code !== 'not-allowed') return fail(message, error);
    try {
      if (await ports.wasDelivered(message)) return sent(message, lane);
    } catch (cause) {
      const second = toDataError(cause);
      if (second.code === 'offline') return hold(message, second);
    }
    // The first refusal may be the spacing rule, met by this person's other device. Once more, then it is a refusal.
    count.refused += 1;
    if (count.refused > 1) return fail(message, error);
    lane.freeAt = performance.now() + SPACING_MS;
    return null;
  }

  function sent(message: OutgoingMessage, lane: Lane): null {
    lane.freeAt = performance.now() + SPACING_MS;
    lane.wait = FIRST_WAIT_MS;
    shelf.remove(message);
    tries.delete(message.id);
    // Discarded while it was on its way: the server has it, so the chat will show it, and nothing is left to hold.
    if (find(message.id) !== undefined) put({ ...message, state: 'sent', error: null });
    return null;
  }

  function hold(message: OutgoingMessage, error: DataError): DataError {
    if (find(message.id) !== undefined) put({ ...message, state: 'waiting', error: null });
    return error;
  }

  function fail(message: OutgoingMessage, error: DataError): null {
    if (find(message.id) === undefined) return null;
    put({ ...message, state: 'failed', error: error.code });
    shelf.keep({ ...message, error: error.code });
    return null;
  }

  function waitAndWake(chatId: string, lane: Lane) {
    clearTimeout(lane.timer);
    if (closed) return;
    lane.timer = setTimeout(() => void run(chatId), lane.wait);
    lane.wait = Math.min(lane.wait * 2, LAST_WAIT_MS);
    for (const message of byChat.get(chatId) ?? NONE) {
      if (message.state === 'sending') put({ ...message, state: 'waiting' });
    }
  }

  return {
    send(chatId, text) {
      const item: OutboxItem = { id: ports.newId(), chatId, text, writtenAt: Date.now(), error: null };
      const message: OutgoingMessage = { ...item, state: ports.isOnline() ? 'sending' : 'waiting' };
      shelf.keep(item);
      put(message);
      void run(chatId);
      return message;
    },
    inChat: (chatId) => byChat.get(chatId) ?? NONE,
    subscribe(onChange) {
      readers.add(onChange);
      return () => readers.delete(onChange);
    },
    retry(id) {
      const message = find(id);
      if (message === undefined || message.state !== 'failed') return;
      tries.delete(id);
      shelf.keep({ ...message, error: null });
      put({ ...message, state: 'sending', error: null });
      void run(message.chatId);
    },
    discard(id) {
      const message = find(id);
      if (message === undefined || message.state === 'sent') return;
      shelf.remove(message);
      drop(message);
    },
    settle(chatId, shown) {
      for (const message of byChat.get(chatId) ?? NONE) {
        if (message.state === 'sent' && shown(message.id)) drop(message);
      }
    },
    wake() {
      for (const [chatId, lane] of lanes) {
        lane.wait = FIRST_WAIT_MS;
        void run(chatId);
      }
    },
    finishedElsewhere(id) {
      const message = find(id);
      if (message !== undefined && message.state !== 'sent') drop(message);
    },
    close() {
      closed = true;
      for (const lane of lanes.values()) clearTimeout(lane.timer);
      readers.clear();
    },
  };
}
