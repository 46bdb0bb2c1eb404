/**
 * One WebChannel session: messages of the client in their order, answers numbered and kept until the client has
 * seen them, and at most one back channel that carries them.
 */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { StatusError } from '../../values/status.ts';
import { asStatusError } from '../../wire/as-status-error.ts';
import { frame } from './frame.ts';

export interface SessionOptions {
  /** Between two signs of life on an open back channel. */
  readonly noopMs?: number;
  /** A streaming response ends after this, and the client opens another. */
  readonly responseMs?: number;
  /** A session that no back channel has held for so long is dropped with all it keeps. */
  readonly idleMs?: number;
  /** One that leaves more unseen than it may for so long is dropped too. */
  readonly stalledMs?: number;
}

const NOOP = '"noop"';
/**
 * A client that has stopped reading is cut off, so that it cannot fill the memory. A first answer may be longer than
 * this; it has to become shorter in time.
 */
const MAX_UNSEEN_CHARACTERS = 64 * 1024 * 1024;
/** How many messages may wait for one that has not come. */
const MAX_EARLY = 1_000;

/**
 * A streaming response ends after so much, and the client opens another: what it has seen is acknowledged only then, and
 * all that is not stays in our memory, and in the client's.
 */
const MAX_RESPONSE_CHARACTERS = 64 * 1024;

interface Answer {
  readonly id: number;
  readonly text: string;
}

interface BackChannel {
  readonly response: ServerResponse;
  /** Long polling: the response ends with the first data. */
  readonly polls: boolean;
  readonly noops: NodeJS.Timeout;
  readonly limit: NodeJS.Timeout;
  /** What has gone out on it. */
  characters: number;
}

export class Session {
  readonly id = randomBytes(16).toString('base64url');
  private unseen: Answer[] = [];
  private unseenCharacters = 0;
  private tooMuchSince: number | null = null;
  private lastId = 0;
  /** The last id that went out on the open back channel. */
  private sent = 0;
  private expected = 0;
  private readonly early = new Map<number, string>();
  private back: BackChannel | null = null;
  private idle: NodeJS.Timeout;
  private closed = false;
  private take: ((text: string) => void) | null = null;
  private release: (() => void) | null = null;
  private fail: ((error: StatusError) => void) | null = null;

  constructor(
    private readonly options: SessionOptions,
    private readonly onClose: (session: Session) => void,
  ) {
    this.idle = this.startIdle();
  }

  /** What the messages of the client are for; `fail` is told when one cannot be read. */
  attach(take: (text: string) => void, release: () => void, fail: (error: StatusError) => void): void {
    this.take = take;
    this.release = release;
    this.fail = fail;
  }

  /** Takes messages from number `offset` on; what came before is a repetition, what comes early waits. */
  receive(offset: number, messages: readonly string[]): void {
    messages.forEach((text, index) => {
      const number = offset + index;
      if (number >= this.expected) this.early.set(number, text);
    });
    if (this.early.size > MAX_EARLY && !this.early.has(this.expected)) {
      this.close();
      return;
    }
    for (let text = this.early.get(this.expected); text !== undefined; text = this.early.get(this.expected)) {
      this.early.delete(this.expected);
      this.expected += 1;
      try {
        if (!this.closed) this.take?.(text);
      } catch (error) {
        this.release?.();
        this.fail?.(asStatusError(error));
        this.take = null;
      }
    }
  }

  /** Queues a message, as JSON text, and sends it if a back channel is open. */
  send(text: string): void {
    if (this.closed) return;
    // The reference has a long poll that waited carry another noop before its data.
    if (this.back?.polls && text !== NOOP) this.queue(NOOP);
    this.queue(text);
    if (this.hasStoppedReading()) {
      this.close();
      return;
    }
    this.flush();
  }

  /** The last message of the stream; the session itself ends with the client, or idle. */
  end(text: string | null): void {
    this.release?.();
    this.take = null;
    if (text !== null) this.send(text);
  }

  /** Forgets what the client has seen. */
  acknowledge(id: number): void {
    const first = this.unseen[0];
    if (!first || !(id >= first.id)) return;
    // Ids have no gaps.
    for (const { text } of this.unseen.splice(0, id - first.id + 1)) this.unseenCharacters -= text.length;
  }

  /** `[1 or 0 (a back channel is open), last id sent, outstanding bytes]`; the reference always says 7 bytes. */
  status(): string {
    return `[${this.back ? 1 : 0},${this.lastId},7]`;
  }

  openBackChannel(response: ServerResponse, polls: boolean): void {
    this.closeBackChannel();
    clearTimeout(this.idle);
    response.writeHead(200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'private, max-age=0',
      'X-Content-Type-Options': 'nosniff',
    });
    response.flushHeaders();
    const { noopMs = 30_000, responseMs = 60_000 } = this.options;
    const back: BackChannel = {
      response,
      polls,
      noops: setInterval(() => this.sendNoop(), noopMs),
      limit: setTimeout(() => this.endBackChannel(), responseMs),
      characters: 0,
    };
    this.back = back;
    response.on('close', () => {
      if (this.back === back) this.closeBackChannel();
    });
    // What went out on an earlier back channel and was not acknowledged goes out again.
    this.sent = (this.unseen[0]?.id ?? this.lastId + 1) - 1;
    const waiting = this.unseen.length > 0;
    this.flush();
    if (!(polls && waiting)) this.sendNoop();
  }

  /** Ends everything at once, without a word to the client. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.idle);
    this.release?.();
    this.closeBackChannel();
    clearTimeout(this.idle);
    this.unseen = [];
    this.early.clear();
    this.onClose(this);
  }

  private hasStoppedReading(): boolean {
    if (this.unseenCharacters <= MAX_UNSEEN_CHARACTERS) {
      this.tooMuchSince = null;
      return false;
    }
    this.tooMuchSince ??= performance.now();
    return performance.now() - this.tooMuchSince > (this.options.stalledMs ?? 30_000);
  }

  private queue(text: string): void {
    this.lastId += 1;
    this.unseen.push({ id: this.lastId, text });
    this.unseenCharacters += text.length;
  }

  private flush(): void {
    const { back } = this;
    const first = this.unseen[0];
    if (!back || !first || this.sent >= this.lastId) return;
    const fresh = this.unseen.slice(Math.max(0, this.sent - first.id + 1));
    this.sent = this.lastId;
    // What one commit brings leaves together.
    back.response.cork();
    for (const { id, text } of fresh) {
      back.response.write(frame(`[[${id},[${text}]]]`));
      back.characters += text.length;
    }
    process.nextTick(() => back.response.uncork());
    const hasData = back.polls && fresh.some(({ text }) => text !== NOOP);
    if (hasData || back.characters > MAX_RESPONSE_CHARACTERS) this.endBackChannel(false);
  }

  private sendNoop(): void {
    this.send(NOOP);
  }

  private endBackChannel(withNoop = true): void {
    if (withNoop) this.sendNoop();
    this.closeBackChannel();
  }

  private closeBackChannel(): void {
    const { back } = this;
    if (!back) return;
    this.back = null;
    clearInterval(back.noops);
    clearTimeout(back.limit);
    if (!back.response.writableEnded) back.response.end();
    clearTimeout(this.idle);
    if (!this.closed) this.idle = this.startIdle();
  }

  private startIdle(): NodeJS.Timeout {
    return setTimeout(() => this.close(), this.options.idleMs ?? 60_000).unref();
  }
}
