import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataError } from './data-error.ts';
import { createDeviceStore } from './device-store.ts';
import { createOutbox, type Outbox, type OutboxPorts, SPACING_MS } from './outbox.ts';

/** A server that keeps the two rules that matter here: an id is created once, and 500 ms lie between two. */
function server() {
  const stored: { id: string; text: string; at: number }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  return {
    stored,
    texts: () => stored.map((message) => message.text),
    commit(id: string, text: string) {
      const now = performance.now();
      if (stored.some((message) => message.id === id)) throw new DataError('not-allowed', 'exists');
      if (now - last < 500) throw new DataError('not-allowed', 'too fast');
      stored.push({ id, text, at: now });
      last = now;
    },
    has: (id: string) => stored.some((message) => message.id === id),
  };
}

let online = true;
let count = 0;
let opened: Outbox[] = [];
const memory = () => createDeviceStore(() => window.localStorage);

function open(over: Partial<OutboxPorts> & { on?: ReturnType<typeof server> }) {
  const on = over.on ?? server();
  const deliver = vi.fn<OutboxPorts['deliver']>(async (message) => on.commit(message.id, message.text));
  const outbox = createOutbox('ada', {
    deliver,
    wasDelivered: async (message) => on.has(message.id),
    isOnline: () => online,
    newId: () => `m${++count}`,
    store: memory(),
    ...over,
  });
  opened.push(outbox);
  return { outbox, on, deliver };
}

const states = (outbox: Outbox) => outbox.inChat('c').map((message) => message.state);

beforeEach(() => {
  vi.useFakeTimers();
  window.localStorage.clear();
  online = true;
  opened = [];
});
afterEach(() => {
  for (const outbox of opened) outbox.close();
  vi.useRealTimers();
});

describe('the outbox', () => {
  it('shows a message at once and sends it without being waited for', async () => {
    const { outbox, on } = open({});
    outbox.send('c', 'hello');
    expect(states(outbox)).toEqual(['sending']);
    await vi.advanceTimersByTimeAsync(0);
    expect(on.texts()).toEqual(['hello']);
    expect(states(outbox)).toEqual(['sent']);
    expect(window.localStorage.length).toBe(0);
  });

  it('lets go of a sent message only when the chat shows it', async () => {
    const { outbox } = open({});
    const { id } = outbox.send('c', 'hello');
    await vi.advanceTimersByTimeAsync(0);
    outbox.settle('c', () => false);
    expect(states(outbox)).toEqual(['sent']);
    outbox.settle('c', (shown) => shown === id);
    expect(states(outbox)).toEqual([]);
  });

  it('spaces a fast typist’s messages so that none is refused, in the order written', async () => {
    const { outbox, on, deliver } = open({});
    for (const text of ['one', 'two', 'three', 'four']) outbox.send('c', text);
    await vi.advanceTimersByTimeAsync(SPACING_MS * 4);
    expect(on.texts()).toEqual(['one', 'two', 'three', 'four']);
    expect(deliver).toHaveBeenCalledTimes(4);
  });

  it('does not let one chat wait for another', async () => {
    let clock = 0;
    const { outbox } = open({
      deliver: async () => {
        clock += 1;
      },
    });
    outbox.send('c', 'here');
    outbox.send('d', 'there');
    await vi.advanceTimersByTimeAsync(0);
    expect(clock).toBe(2);
  });

  it('says it is waiting while offline, and sends once when the connection is back', async () => {
    online = false;
    const { outbox, on, deliver } = open({});
    outbox.send('c', 'one');
    outbox.send('c', 'two');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(states(outbox)).toEqual(['waiting', 'waiting']);
    expect(deliver).not.toHaveBeenCalled();
    online = true;
    outbox.wake();
    await vi.advanceTimersByTimeAsync(SPACING_MS * 2);
    expect(on.texts()).toEqual(['one', 'two']);
  });

  it('does not store a second copy when the answer to the first was lost', async () => {
    const on = server();
    let lose = true;
    const { outbox } = open({
      on,
      deliver: async (message) => {
        on.commit(message.id, message.text);
        if (lose) {
          lose = false;
          throw new DataError('offline');
        }
      },
    });
    outbox.send('c', 'once');
    await vi.advanceTimersByTimeAsync(0);
    expect(states(outbox)).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states(outbox)).toEqual(['sent']);
    expect(on.texts()).toEqual(['once']);
  });

  it('finds its messages again after a reload and sends each once, also one that had arrived', async () => {
    const on = server();
    online = false;
    const before = open({ on });
    const first = before.outbox.send('c', 'arrived just before');
    before.outbox.send('c', 'never left');
    on.commit(first.id, first.text);
    before.outbox.close();
    online = true;
    const after = open({ on });
    expect(after.outbox.inChat('c').map((message) => message.text)).toEqual([
      'arrived just before',
      'never left',
    ]);
    await vi.advanceTimersByTimeAsync(SPACING_MS * 3);
    expect(on.texts()).toEqual(['arrived just before', 'never left']);
    expect(states(after.outbox)).toEqual(['sent', 'sent']);
  });

  it('waits out the spacing rule when it was this person’s other device that wrote', async () => {
    const on = server();
    on.commit('elsewhere', 'from the phone');
    const { outbox } = open({ on });
    outbox.send('c', 'from the desk');
    await vi.advanceTimersByTimeAsync(SPACING_MS);
    expect(on.texts()).toEqual(['from the phone', 'from the desk']);
  });

  it('keeps a refused message where it was written, also after a reload, and goes on with the next', async () => {
    const deliver: OutboxPorts['deliver'] = async (message) => {
      if (message.text === 'refused') throw new DataError('not-allowed');
    };
    const { outbox } = open({ deliver });
    outbox.send('c', 'refused');
    outbox.send('c', 'fine');
    await vi.advanceTimersByTimeAsync(SPACING_MS * 3);
    expect(states(outbox)).toEqual(['failed', 'sent']);
    outbox.close();
    const after = open({ deliver });
    expect(after.outbox.inChat('c')).toMatchObject([
      { text: 'refused', state: 'failed', error: 'not-allowed' },
    ]);
  });

  it('sends a failed message again only when asked, and forgets a discarded one', async () => {
    let refuse = true;
    const deliver = vi.fn<OutboxPorts['deliver']>(async () => {
      if (refuse) throw new DataError('invalid');
    });
    const { outbox } = open({ deliver });
    const { id } = outbox.send('c', 'hm');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(deliver).toHaveBeenCalledTimes(1);
    refuse = false;
    outbox.retry(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(states(outbox)).toEqual(['sent']);
    refuse = true;
    const other = outbox.send('c', 'never mind');
    await vi.advanceTimersByTimeAsync(SPACING_MS);
    outbox.discard(other.id);
    expect(outbox.inChat('c').map((message) => message.id)).toEqual([id]);
    expect(window.localStorage.length).toBe(0);
  });

  it('tells the person when an error that should pass does not', async () => {
    const { outbox } = open({
      deliver: async () => {
        throw new Error('internal');
      },
    });
    outbox.send('c', 'x');
    await vi.advanceTimersByTimeAsync(200_000);
    expect(outbox.inChat('c')).toMatchObject([{ state: 'failed', error: 'unknown' }]);
  });

  it('reads nothing of another person’s, and throws away what is no message', () => {
    window.localStorage.setItem('sameboat.outbox.bo.c.m', '{"id":"m"}');
    window.localStorage.setItem('sameboat.outbox.ada.c.m', 'not json');
    const { outbox } = open({});
    expect(outbox.inChat('c')).toEqual([]);
    expect(Object.keys(window.localStorage)).toEqual(['sameboat.outbox.bo.c.m']);
  });
});
