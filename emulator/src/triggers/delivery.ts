/**
 * Carries events to the Functions emulator: at least once, in commit order for each document and trigger, again and
 * again while the functions start or restart, and never in the way of a commit.
 */
import { Agent, get, request } from 'node:http';

export interface Delivery {
  enqueue(event: PendingEvent): void;
  /** How many events wait or are under way. */
  readonly pending: number;
  /** Resolves when no event waits or is under way, at the latest after so many milliseconds. */
  settled(limitMs: number): Promise<void>;
  close(): void;
}

export interface PendingEvent {
  /** The same at each try. */
  readonly id: string;
  /** Events of one lane arrive in the order in which they were given. */
  readonly lane: string;
  /** On the Functions emulator. */
  readonly path: string;
  /** Made when its turn comes: what waits holds only the documents. */
  readonly toRequest: () => { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

export interface DeliveryOptions {
  /** Of the Functions emulator. */
  readonly host: string;
  readonly port: number;
  readonly log: (line: string) => void;
  /** Told of each event that is taken, and again when it need not be brought any more. */
  readonly onTaken?: (event: PendingEvent) => void;
  readonly onDone?: (event: PendingEvent) => void;
  /** How many events may wait; more are dropped, loudly. */
  readonly maxPending?: number;
  readonly firstRetryMs?: number;
  /** How long to wait for the answer of a function that has the usual time limit. */
  readonly patienceMs?: number;
}

/**
 * How many events of one function are under way at once. The Functions emulator starts a process for each, and it keeps
 * a slow function from holding up the others.
 */
const MAX_PARALLEL = 4;
const MAX_RETRY_MS = 5_000;
/**
 * Whoever watches the documents hears of a commit first: in production an event takes far longer than this, and here
 * the functions' processes share a machine with the browsers that wait for the change.
 */
const HEAD_START_MS = 40;
/** A function that is not there, or whose process ends, may be on its way back from a reload, but not for ever. */
const MAX_TRIES = 10;
/** The whole answer when a function's process ended under the event, which may not have been handled. */
const BROKEN = /^\{.*"code":"(ECONNRESET|ECONNREFUSED|EPIPE|ENOENT)".*\}$/;
/** What was loaded lacks a function that was there when it was registered. */
const NOT_LOADED = /^Failed to find function .* in the loaded module/;
/**
 * The Functions emulator gives a process 30 s to start and a function 60 s unless it asks for more, and answers then at the
 * latest. But it never answers when the process did not start, as when a file was loaded while it was being written.
 */
const PATIENCE_MS = 100_000;
const USUAL_LIMIT_MS = 60_000;

/** `unreachable` is tried again without end, `missing` and `broken` MAX_TRIES times. */
type Outcome = 'done' | 'unreachable' | 'missing' | 'broken';
const GIVEN_UP = {
  missing: (path: string) => `No function takes ${path}: the event is dropped.`,
  broken: (path: string) => `The function at ${path} ends its process at each try: the event is dropped.`,
};

export function createDelivery(options: DeliveryOptions): Delivery {
  const { log, maxPending = 100_000, firstRetryMs = 100 } = options;
  const agent = new Agent({ keepAlive: true });
  const lanes = new Map<string, PendingEvent[]>();
  const turns = new Map<string, Turns>();
  const timers = new Set<NodeJS.Timeout>();
  let waitingForIdle: (() => void)[] = [];
  let pending = 0;
  let dropped = 0;
  let closed = false;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.add(timer);
    });

  /** False when it was closed before that. */
  async function deliver(event: PendingEvent): Promise<boolean> {
    const { headers, body } = event.toRequest();
    const tries = { missing: 0, broken: 0 };
    for (let delay = firstRetryMs; !closed; delay = Math.min(delay * 2, MAX_RETRY_MS)) {
      const outcome = await post(agent, options, event.path, headers, body, log);
      if (outcome === 'done') return true;
      if (outcome !== 'unreachable') {
        tries[outcome] += 1;
        if (tries[outcome] >= MAX_TRIES) {
          log(GIVEN_UP[outcome](event.path));
          return true;
        }
      }
      await pause(delay);
    }
    return false;
  }

  async function drain(lane: string, events: PendingEvent[]): Promise<void> {
    await pause(HEAD_START_MS);
    for (let event = events[0]; event && !closed; event = events[0]) {
      const turn = turns.get(event.path) ?? new Turns(MAX_PARALLEL);
      turns.set(event.path, turn);
      await turn.take();
      if (await deliver(event)) options.onDone?.(event);
      turn.giveBack();
      events.shift();
      pending -= 1;
      if (pending > 0) continue;
      for (const goOn of waitingForIdle) goOn();
      waitingForIdle = [];
    }
    lanes.delete(lane);
  }

  return {
    get pending() {
      return pending;
    },
    enqueue(event) {
      if (closed) return;
      if (pending >= maxPending) {
        dropped += 1;
        if (dropped === 1 || dropped % 1000 === 0) {
          log(`Too many events wait for the functions (${pending}): ${dropped} dropped so far.`);
        }
        return;
      }
      pending += 1;
      options.onTaken?.(event);
      const waiting = lanes.get(event.lane);
      if (waiting) waiting.push(event);
      else {
        const events = [event];
        lanes.set(event.lane, events);
        void drain(event.lane, events);
      }
    },
    async settled(limitMs) {
      if (pending === 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
        waitingForIdle.push(resolve);
      });
      clearTimeout(timer);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      agent.destroy();
    },
  };
}

/** Lets so many go ahead; the others wait in the order they came. */
class Turns {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

function post(
  agent: Agent,
  { host, port, patienceMs = PATIENCE_MS }: DeliveryOptions,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  log: (line: string) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const end = (outcome: Outcome) => {
      over = true;
      clearTimeout(timer);
      resolve(outcome);
    };
    const length = Buffer.byteLength(body);
    const sent = request(
      { agent, host, port, path, method: 'POST', headers: { ...headers, 'content-length': length } },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (answer.length < 2_000) answer += chunk;
        });
        response.on('error', () => end('unreachable'));
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status === 404 || (status >= 500 && NOT_LOADED.test(answer))) end('missing');
          else if (status >= 500 && BROKEN.test(answer)) end('broken');
          else {
            // A function that throws is not called again, as in production without `retry`.
            if (status >= 400) log(`The function at ${path} answered ${status}: ${answer.split('\n')[0]}`);
            end('done');
          }
        });
      },
    );
    sent.on('error', () => end('unreachable'));
    const giveUp = () => {
      log(`There is no answer from ${path}: its event is brought again.`);
      sent.destroy();
      end('unreachable');
    };
    timer = setTimeout(() => {
      void longestLimitMs(agent, host, port).then((limit) => {
        if (!over) timer = setTimeout(giveUp, limit - USUAL_LIMIT_MS);
      });
    }, patienceMs);
    sent.end(body);
  });
}

/** The longest time that any function may take, as the Functions emulator lists them; never less than the usual one. */
function longestLimitMs(agent: Agent, host: string, port: number): Promise<number> {
  return new Promise((resolve) => {
    const sent = get({ agent, host, port, path: '/backends' }, (response) => {
      let list = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        list += chunk;
      });
      const end = () => {
        const limits = [...list.matchAll(/"timeoutSeconds":(\d+)/g)].map(
          ([, seconds]) => Number(seconds) * 1000,
        );
        resolve(Math.max(USUAL_LIMIT_MS, ...limits));
      };
      response.on('end', end);
      response.on('error', end);
    });
    sent.on('error', () => resolve(USUAL_LIMIT_MS));
  });
}
