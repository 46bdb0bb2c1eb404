/** A bare WebChannel client: each request of the protocol by itself, and what came back, frame by frame. */
import { type IncomingMessage, request } from 'node:http';

export type Numbered = readonly [id: number, messages: readonly unknown[]];

export interface ChannelAnswer {
  readonly status: number;
  readonly text: string;
}

export class WebChannelClient {
  sid = '';
  private rid = 1000;
  private offset = 0;
  private seen = 0;
  private back: BackChannel | null = null;

  constructor(
    private readonly port: number,
    private readonly rpc: string,
    private readonly headers = '',
  ) {}

  async handshake(messages: readonly unknown[]): Promise<ChannelAnswer> {
    const form = this.form(messages);
    form.set('headers', this.headers);
    const answer = await this.send(
      'POST',
      { VER: '8', RID: String(this.rid), CVER: '22', t: '1' },
      form.toString(),
    );
    if (answer.status === 200) {
      const [[, [, sid]]] = unframe(answer.text)[0] as [[number, [string, string]]];
      this.sid = sid;
    }
    return answer;
  }

  /** Messages that are strings go as they are, which need not be JSON. */
  async forward(messages: readonly unknown[]): Promise<ChannelAnswer> {
    this.rid += 1;
    const query = { VER: '8', SID: this.sid, RID: String(this.rid), AID: String(this.seen), t: '1' };
    return this.send('POST', query, this.form(messages).toString());
  }

  async open(ci: number): Promise<number> {
    this.back?.abandon();
    const query = {
      VER: '8',
      RID: 'rpc',
      SID: this.sid,
      AID: String(this.seen),
      CI: String(ci),
      TYPE: 'xmlhttp',
    };
    const response = await this.start('GET', query, null);
    this.back = new BackChannel(response);
    return response.statusCode ?? 0;
  }

  /** Takes messages until one holds `until`, or, for `end`, until the response ends. */
  async read(until: string): Promise<{ messages: Numbered[]; ended: boolean }> {
    if (!this.back) throw new Error('No back channel is open.');
    const messages: Numbered[] = [];
    for (;;) {
      const next = await this.back.next();
      if (next === null) return { messages, ended: true };
      messages.push(next);
      this.seen = next[0];
      if (until !== 'end' && holds(next, until)) return { messages, ended: false };
    }
  }

  /** The next array of messages; null when the response has ended. */
  async readOne(): Promise<Numbered | null> {
    const next = (await this.back?.next()) ?? null;
    if (next) this.seen = next[0];
    return next;
  }

  terminate(): Promise<ChannelAnswer> {
    this.rid += 1;
    return this.send('POST', { VER: '8', SID: this.sid, RID: String(this.rid), TYPE: 'terminate' }, '');
  }

  /** Drops the connection of the back channel without a word. */
  abandon(): void {
    this.back?.abandon();
  }

  async send(method: string, query: Record<string, string>, body: string | null): Promise<ChannelAnswer> {
    const response = await this.start(method, query, body);
    let text = '';
    response.setEncoding('utf8');
    for await (const chunk of response) text += chunk;
    return { status: response.statusCode ?? 0, text };
  }

  private start(
    method: string,
    query: Record<string, string>,
    body: string | null,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const path = `/google.firestore.v1.Firestore/${this.rpc}/channel?${new URLSearchParams(query)}`;
      const sent = request({ host: '127.0.0.1', port: this.port, method, path, agent: false }, resolve);
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  }

  private form(messages: readonly unknown[]): URLSearchParams {
    const form = new URLSearchParams({ count: String(messages.length), ofs: String(this.offset) });
    messages.forEach((message, index) => {
      form.set(`req${index}___data__`, typeof message === 'string' ? message : JSON.stringify(message));
    });
    this.offset += messages.length;
    return form;
  }
}

function holds([, messages]: Numbered, what: string): boolean {
  const [message] = messages;
  if (what === 'noop') return message === 'noop';
  if (what === 'resumeToken') {
    // The boundary of a snapshot names no target.
    const { targetChange } = (typeof message === 'object' ? message : {}) as {
      targetChange?: Record<string, unknown>;
    };
    return (
      targetChange !== undefined && targetChange.targetIds === undefined && 'resumeToken' in targetChange
    );
  }
  return JSON.stringify(message).includes(`"${what}"`);
}

class BackChannel {
  private readonly arrived: Numbered[] = [];
  private text = '';
  private over = false;
  private wake: (() => void) | null = null;

  constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.text += chunk;
      this.take();
    });
    const end = () => {
      this.over = true;
      this.wake?.();
    };
    response.on('end', end);
    response.on('close', end);
    response.on('error', end);
  }

  async next(): Promise<Numbered | null> {
    while (this.arrived.length === 0 && !this.over) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return this.arrived.shift() ?? null;
  }

  abandon(): void {
    this.response.destroy();
  }

  private take(): void {
    for (;;) {
      const line = this.text.indexOf('\n');
      const length = Number(this.text.slice(0, line));
      if (line < 0 || this.text.length < line + 1 + length) break;
      const json = this.text.slice(line + 1, line + 1 + length);
      this.text = this.text.slice(line + 1 + length);
      this.arrived.push(...(JSON.parse(json) as Numbered[]));
    }
    this.wake?.();
  }
}

/** The JSON of each frame. Throws when a length does not fit. */
export function unframe(text: string): unknown[] {
  const frames: unknown[] = [];
  let rest = text;
  while (rest !== '') {
    const line = rest.indexOf('\n');
    const length = Number(rest.slice(0, line));
    frames.push(JSON.parse(rest.slice(line + 1, line + 1 + length)));
    rest = rest.slice(line + 1 + length);
  }
  return frames;
}
