import { DataError, type DataErrorCode, toDataError } from './data-error.ts';
import {
  emptyOutbox,
  find,
  type OutboxItem,
  type OutboxState,
  type OutgoingContent,
  type OutgoingMessage,
} from './outbox-state.ts';
import { type OutboxEffect, type OutboxEvent, step } from './outbox-step.ts';
import type { OutboxStorage } from './outbox-storage.ts';

/** The outbox's connections to the outside. */
export interface OutboxPorts {
  /** Commits the message once. Rejects with what went wrong; never waits for a connection. */
  deliver(message: OutgoingMessage): Promise<void>;
  /** Whether the server has it, and the person's pace mark: a string that changes with each of their messages. */
  look(message: OutgoingMessage): Promise<{ found: boolean; pace: string | null }>;
  takeTurn(): Promise<() => void>;
  connection(): { online: boolean; canTry: boolean };
  newId(): string;
  storage: OutboxStorage;
  pictures: PicturePorts;
}

/** What the outbox does with the pictures of a message. */
export interface PicturePorts {
  /**
   * Uploads one and resolves when the server has checked it. `isFirst` is false when something of it may be there.
   * Rejects with what went wrong, or with the reason of the signal.
   */
  upload(
    message: OutgoingMessage,
    path: string,
    options: { isFirst: boolean; signal: AbortSignal },
  ): Promise<void>;
  takeTurn(): Promise<() => void>;
  /** The server has the message: its pictures need not be kept on this device. */
  forget(message: OutboxItem): void;
  /** The message will never be sent. Also called when that became known while a picture was on its way. */
  drop(message: OutboxItem): void;
}

export interface Outbox {
  /** Queues the message. It is in `inChat` when this returns. */
  send(chatId: string, content: OutgoingContent): OutgoingMessage;
  inChat(chatId: string): readonly OutgoingMessage[];
  /** The messages of every chat that has some. */
  chats(): ReadonlyMap<string, readonly OutgoingMessage[]>;
  subscribe(onChange: () => void): () => void;
  retry(id: string): void;
  discard(id: string): void;
  /** Drops sent messages that the chat's listener now shows. */
  settle(chatId: string, shown: (id: string) => boolean): void;
  /** The connection changed, or may have. */
  wake(): void;
  close(): void;
}

const NONE: readonly OutgoingMessage[] = [];

/** Carries out what `step` decides. See docs/decisions/0018-outbox-as-a-step-function.md. */
export function createOutbox(ports: OutboxPorts): Outbox {
  const readers = new Set<() => void>();
  let state: OutboxState = emptyOutbox(ports.connection());
  let byChat: ReadonlyMap<string, readonly OutgoingMessage[]> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let endTurn = () => {};
  let endUploadTurn = () => {};
  let upload: { message: OutgoingMessage; stop: AbortController } | null = null;
  let closed = false;

  function dispatch(event: OutboxEvent) {
    if (closed) return;
    const before = state.messages;
    const next = step(state, event, performance.now());
    state = next.state;
    if (state.messages !== before) {
      byChat = groupByChat(state.messages, byChat);
      for (const reader of [...readers]) reader();
    }
    for (const effect of next.effects) perform(effect);
    // Nobody waits for the pictures of a message that is gone.
    if (upload !== null && find(state, upload.message.id) === undefined) upload.stop.abort();
  }

  function perform(effect: OutboxEffect) {
    switch (effect.type) {
      case 'keep':
      case 'update':
      case 'markSent':
      case 'remove':
        ports.storage[effect.type](effect.item);
        if (effect.item.pictures.length === 0) break;
        if (effect.type === 'markSent') ports.pictures.forget(effect.item);
        if (effect.type === 'remove') ports.pictures.drop(effect.item);
        break;
      case 'takeTurn':
        void takeTurn();
        break;
      case 'endTurn':
        endTurn();
        break;
      case 'takeUploadTurn':
        void takeUploadTurn();
        break;
      case 'endUploadTurn':
        endUploadTurn();
        break;
      case 'upload':
        void uploadPicture(effect.message, effect.path, effect.isFirst);
        break;
      case 'deliver':
        void deliver(effect.message);
        break;
      case 'look':
        void look(effect.message);
        break;
      case 'wake':
        clearTimeout(timer);
        if (effect.at !== null) {
          timer = setTimeout(() => dispatch({ type: 'woken' }), Math.max(0, effect.at - performance.now()));
        }
    }
  }

  async function takeTurn() {
    endTurn = await ports.takeTurn();
    if (closed) endTurn();
    const { storage } = ports;
    dispatch({ type: 'turn', stored: storage.load(), sinceSent: storage.sinceSent() });
  }

  async function takeUploadTurn() {
    endUploadTurn = await ports.pictures.takeTurn();
    if (closed) endUploadTurn();
    dispatch({ type: 'uploadTurn', stored: ports.storage.load() });
  }

  async function uploadPicture(message: OutgoingMessage, path: string, isFirst: boolean) {
    const { id } = message;
    const stop = new AbortController();
    upload = { message, stop };
    let error: DataErrorCode | null = null;
    try {
      await ports.pictures.upload(message, path, { isFirst, signal: stop.signal });
    } catch (cause) {
      error = codeOf(cause);
    }
    upload = null;
    if (!closed && find(state, id) === undefined) ports.pictures.drop(message);
    dispatch(error === null ? { type: 'uploaded', id, path } : { type: 'uploadRefused', id, error });
  }

  async function deliver(message: OutgoingMessage) {
    try {
      await ports.deliver(message);
      dispatch({ type: 'delivered', id: message.id });
    } catch (cause) {
      dispatch({ type: 'refused', id: message.id, error: codeOf(cause) });
    }
  }

  async function look({ id, ...message }: OutgoingMessage) {
    try {
      dispatch({ type: 'looked', id, ...(await ports.look({ id, ...message })) });
    } catch (cause) {
      const error = codeOf(cause);
      // The person may no longer read the chat, so the refusal stands.
      if (error === 'not-allowed') dispatch({ type: 'looked', id, found: false, pace: null });
      else dispatch({ type: 'refused', id, error });
    }
  }

  for (const item of ports.storage.load()) dispatch({ type: 'stored', item });
  const unfollow = ports.storage.follow({
    stored: (item) => dispatch({ type: 'stored', item }),
    sent: (id) => dispatch({ type: 'sentElsewhere', id }),
    removed: (id) => dispatch({ type: 'removed', id }),
  });

  return {
    send(chatId, content) {
      const id = ports.newId();
      dispatch({ type: 'written', id, chatId, content, at: Date.now() });
      const message = find(state, id);
      if (message === undefined) throw new Error('The outbox is closed.');
      return message;
    },
    inChat: (chatId) => byChat.get(chatId) ?? NONE,
    chats: () => byChat,
    subscribe(onChange) {
      readers.add(onChange);
      return () => readers.delete(onChange);
    },
    retry: (id) => dispatch({ type: 'retried', id }),
    discard: (id) => dispatch({ type: 'discarded', id }),
    settle(chatId, shown) {
      const ids = (byChat.get(chatId) ?? NONE).filter(({ id, state }) => state === 'sent' && shown(id));
      if (ids.length > 0) dispatch({ type: 'shown', ids: ids.map(({ id }) => id) });
    },
    wake() {
      const connection = ports.connection();
      // It would go on trying for a while, and be behind when the connection is back.
      if (!connection.canTry) upload?.stop.abort(new DataError('offline'));
      dispatch({ type: 'connection', ...connection });
    },
    close() {
      closed = true;
      clearTimeout(timer);
      endTurn();
      endUploadTurn();
      upload?.stop.abort();
      unfollow();
      readers.clear();
    },
  };
}

function codeOf(cause: unknown): DataErrorCode {
  return toDataError(cause).code;
}

/** Groups messages by chat. An unchanged chat keeps its array, so that its screen does not render again. */
function groupByChat(
  messages: readonly OutgoingMessage[],
  before: ReadonlyMap<string, readonly OutgoingMessage[]>,
): ReadonlyMap<string, readonly OutgoingMessage[]> {
  const groups = new Map<string, readonly OutgoingMessage[]>();
  for (const message of messages) {
    groups.set(message.chatId, [...(groups.get(message.chatId) ?? NONE), message]);
  }
  for (const [chatId, group] of groups) {
    const old = before.get(chatId);
    const same = old?.length === group.length && group.every((message, index) => message === old[index]);
    if (same) groups.set(chatId, old);
  }
  return groups;
}
