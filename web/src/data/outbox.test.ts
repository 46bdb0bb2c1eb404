import { sendIntervalMs, sendPauseMs } from '@sameboat/model/limits';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataError } from './data-error.ts';
import { createDeviceStore } from './device-store.ts';
import { createOutbox, type Outbox, type OutboxPorts, type PicturePorts } from './outbox.ts';
import { type OutgoingPicture, plainText } from './outbox-state.ts';
import { createOutboxStorage } from './outbox-storage.ts';

/** A server with the two rules that matter here: an id is created only once, and there is a pause between messages. */
function server() {
  const stored: { id: string; text: string }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  return {
    texts: () => stored.map((message) => message.text),
    commit(id: string, text: string) {
      const now = performance.now();
      const isThere = stored.some((message) => message.id === id);
      if (isThere || now - last < sendIntervalMs) throw new DataError('not-allowed');
      stored.push({ id, text });
      last = now;
    },
    look: (id: string) => ({ found: stored.some((message) => message.id === id), pace: String(last) }),
  };
}

function picturePorts(upload: PicturePorts['upload'] = async () => {}) {
  return {
    upload: vi.fn(upload),
    takeTurn: async () => () => {},
    forget: vi.fn<PicturePorts['forget']>(),
    drop: vi.fn<PicturePorts['drop']>(),
  };
}

const picture = (path: string): OutgoingPicture => ({
  path,
  width: 4,
  height: 3,
  alt: '',
  size: 10,
  state: 'new',
});

/** An upload that goes on until its signal ends it. */
const endless: PicturePorts['upload'] = (_message, _path, { signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

let online = true;
let count = 0;
let opened: Outbox[] = [];

function open({ on = server(), ...over }: Partial<OutboxPorts> & { on?: ReturnType<typeof server> } = {}) {
  const deliver = vi.fn<OutboxPorts['deliver']>(async (message) => on.commit(message.id, message.text));
  const outbox = createOutbox({
    deliver,
    look: async (message) => on.look(message.id),
    takeTurn: async () => () => {},
    connection: () => ({ online, canTry: online }),
    newId: () => `m${++count}`,
    storage: createOutboxStorage(
      'ada',
      createDeviceStore(() => window.localStorage),
    ),
    pictures: picturePorts(),
    ...over,
  });
  opened.push(outbox);
  return { outbox, on, deliver };
}

const states = (outbox: Outbox, chatId = 'c') => outbox.inChat(chatId).map((message) => message.state);
const keptTexts = () =>
  Object.entries(window.localStorage)
    .filter(([key]) => key.startsWith('sameboat.outbox.'))
    .map(([, value]) => JSON.parse(value).text);

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
  it('shows a message at once, sends it in the background, and then deletes its stored text', async () => {
    const { outbox, on } = open();
    outbox.send('c', plainText('hello'));
    expect(states(outbox)).toEqual(['sending']);
    expect(keptTexts()).toEqual(['hello']);
    await vi.advanceTimersByTimeAsync(0);
    expect(on.texts()).toEqual(['hello']);
    expect(states(outbox)).toEqual(['sent']);
    expect(keptTexts()).toEqual([]);
  });

  it('drops a sent message only when the chat shows it', async () => {
    const { outbox } = open();
    const { id } = outbox.send('c', plainText('hello'));
    await vi.advanceTimersByTimeAsync(0);
    outbox.settle('c', () => false);
    expect(states(outbox)).toEqual(['sent']);
    outbox.settle('c', (shown) => shown === id);
    expect(states(outbox)).toEqual([]);
  });

  it('notifies its readers of a change, and keeps the lists of unchanged chats', async () => {
    const { outbox } = open();
    outbox.send('c', plainText('hello'));
    const before = outbox.inChat('c');
    const reader = vi.fn();
    outbox.subscribe(reader);
    outbox.send('d', plainText('hello'));
    expect(reader).toHaveBeenCalledTimes(1);
    expect(outbox.inChat('c')).toBe(before);
    expect([...outbox.chats().keys()]).toEqual(['c', 'd']);
  });

  it('pauses between the messages of a fast typist across all chats, so that none is refused', async () => {
    const takeTurn = vi.fn(async () => () => {});
    const { outbox, on, deliver } = open({ takeTurn });
    for (const [chatId, text] of [
      ['c', 'one'],
      ['d', 'two'],
      ['c', 'three'],
    ] as const) {
      outbox.send(chatId, plainText(text));
    }
    await vi.advanceTimersByTimeAsync(sendPauseMs * 2 - 1);
    expect(on.texts()).toEqual(['one', 'two']);
    await vi.advanceTimersByTimeAsync(1);
    expect(on.texts()).toEqual(['one', 'two', 'three']);
    expect([deliver.mock.calls.length, takeTurn.mock.calls.length]).toEqual([3, 3]);
  });

  it('continues in other chats while one chat meets errors', async () => {
    const deliver: OutboxPorts['deliver'] = async ({ chatId }) => {
      if (chatId === 'c') throw new DataError('busy');
    };
    const { outbox } = open({ deliver });
    outbox.send('c', plainText('here'));
    outbox.send('d', plainText('there'));
    await vi.advanceTimersByTimeAsync(sendPauseMs);
    expect([states(outbox, 'c'), states(outbox, 'd')]).toEqual([['waiting'], ['sent']]);
  });

  it('waits while offline without trying, and sends once when the connection is back', async () => {
    online = false;
    const { outbox, on, deliver } = open();
    outbox.send('c', plainText('one'));
    outbox.send('c', plainText('two'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(states(outbox)).toEqual(['waiting', 'waiting']);
    expect(deliver).not.toHaveBeenCalled();
    online = true;
    outbox.wake();
    expect(states(outbox)).toEqual(['sending', 'sending']);
    await vi.advanceTimersByTimeAsync(sendPauseMs);
    expect(on.texts()).toEqual(['one', 'two']);
  });

  it('waits while nothing answers, but keeps trying', async () => {
    let reached = false;
    const on = server();
    const deliver: OutboxPorts['deliver'] = async (message) => {
      if (!reached) throw new DataError('offline');
      on.commit(message.id, message.text);
    };
    const { outbox } = open({ on, deliver, connection: () => ({ online: false, canTry: true }) });
    outbox.send('c', plainText('one'));
    await vi.advanceTimersByTimeAsync(300_000);
    expect(states(outbox)).toEqual(['waiting']);
    reached = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(on.texts()).toEqual(['one']);
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
    outbox.send('c', plainText('once'));
    await vi.advanceTimersByTimeAsync(0);
    expect(states(outbox)).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states(outbox)).toEqual(['sent']);
    expect(on.texts()).toEqual(['once']);
  });

  it('restores its messages after a reload and sends each once, even one that had arrived', async () => {
    const on = server();
    online = false;
    const before = open({ on });
    const first = before.outbox.send('c', plainText('arrived just before'));
    before.outbox.send('c', plainText('never left'));
    on.commit(first.id, first.text);
    before.outbox.close();
    online = true;
    const after = open({ on });
    expect(after.outbox.inChat('c').map((message) => message.text)).toEqual([
      'arrived just before',
      'never left',
    ]);
    await vi.advanceTimersByTimeAsync(sendPauseMs * 3);
    expect(on.texts()).toEqual(['arrived just before', 'never left']);
    expect(states(after.outbox)).toEqual(['sent', 'sent']);
  });

  it('also pauses after a reload', async () => {
    const on = server();
    const before = open({ on });
    before.outbox.send('c', plainText('one'));
    await vi.advanceTimersByTimeAsync(0);
    before.outbox.close();
    const after = open({ on });
    after.outbox.send('c', plainText('two'));
    await vi.advanceTimersByTimeAsync(sendPauseMs);
    expect(on.texts()).toEqual(['one', 'two']);
    expect(after.deliver).toHaveBeenCalledTimes(1);
  });

  it('waits as long as another device of this person keeps sending', async () => {
    const on = server();
    on.commit('phone1', 'from the phone');
    const { outbox } = open({ on });
    outbox.send('c', plainText('from the desk'));
    await vi.advanceTimersByTimeAsync(sendPauseMs - 10);
    on.commit('phone2', 'and again');
    await vi.advanceTimersByTimeAsync(sendPauseMs + 10);
    expect(on.texts()).toEqual(['from the phone', 'and again', 'from the desk']);
  });

  it('marks a message as failed when it is refused twice and no other message was sent in between', async () => {
    const deliver = vi.fn<OutboxPorts['deliver']>().mockRejectedValue(new DataError('not-allowed'));
    const { outbox } = open({ deliver });
    outbox.send('c', plainText('not here'));
    await vi.advanceTimersByTimeAsync(sendPauseMs - 1);
    expect(states(outbox)).toEqual(['sending']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outbox.inChat('c')).toMatchObject([{ state: 'failed', error: 'not-allowed' }]);
    expect(deliver).toHaveBeenCalledTimes(2);
  });

  it('marks a message as failed when it may not read whether the message is there', async () => {
    const refuse = async () => {
      throw new DataError('not-allowed');
    };
    const { outbox } = open({ deliver: refuse, look: refuse });
    outbox.send('c', plainText('no longer a member'));
    await vi.advanceTimersByTimeAsync(sendPauseMs);
    expect(outbox.inChat('c')).toMatchObject([{ state: 'failed', error: 'not-allowed' }]);
  });

  it('keeps a refused message in its place, even after a reload, and continues with the next', async () => {
    const deliver: OutboxPorts['deliver'] = async (message) => {
      if (message.text === 'refused') throw new DataError('invalid');
    };
    const { outbox } = open({ deliver });
    outbox.send('c', plainText('refused'));
    outbox.send('c', plainText('fine'));
    await vi.advanceTimersByTimeAsync(sendPauseMs);
    expect(states(outbox)).toEqual(['failed', 'sent']);
    outbox.close();
    const after = open({ deliver });
    expect(after.outbox.inChat('c')).toMatchObject([{ text: 'refused', state: 'failed', error: 'invalid' }]);
  });

  it('retries a failed message only when asked, and drops a discarded one', async () => {
    const deliver = vi.fn<OutboxPorts['deliver']>().mockRejectedValueOnce(new DataError('invalid'));
    const { outbox } = open({ deliver });
    const { id } = outbox.send('c', plainText('hm'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([states(outbox), deliver.mock.calls.length]).toEqual([['failed'], 1]);
    outbox.retry(id);
    await vi.advanceTimersByTimeAsync(0);
    expect([states(outbox), deliver.mock.calls.length]).toEqual([['sent'], 2]);
    deliver.mockRejectedValueOnce(new DataError('invalid'));
    const other = outbox.send('c', plainText('never mind'));
    await vi.advanceTimersByTimeAsync(sendPauseMs);
    expect(states(outbox)).toEqual(['sent', 'failed']);
    outbox.discard(other.id);
    expect(outbox.inChat('c').map((message) => message.id)).toEqual([id]);
    expect(keptTexts()).toEqual([]);
  });

  it('marks a message as failed when a temporary error does not go away', async () => {
    const deliver = vi.fn<OutboxPorts['deliver']>().mockRejectedValue(new Error('internal'));
    const { outbox } = open({ deliver });
    outbox.send('c', plainText('x'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states(outbox)).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(190_000);
    expect(outbox.inChat('c')).toMatchObject([{ state: 'failed', error: 'unknown' }]);
    expect(deliver).toHaveBeenCalledTimes(6);
  });

  it('sends nothing after a sign-out has emptied its storage', async () => {
    let grant: (end: () => void) => void = () => {};
    const { outbox, deliver } = open({ takeTurn: () => new Promise((resolve) => (grant = resolve)) });
    outbox.send('c', plainText('too late'));
    window.localStorage.clear();
    const end = vi.fn();
    grant(end);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(deliver).not.toHaveBeenCalled();
    expect(end).toHaveBeenCalledTimes(1);
    expect(states(outbox)).toEqual([]);
  });

  it('ends its turn when it is closed, even if the turn starts after that', async () => {
    let grant: (end: () => void) => void = () => {};
    const { outbox } = open({ takeTurn: () => new Promise((resolve) => (grant = resolve)) });
    outbox.send('c', plainText('hello'));
    outbox.close();
    const end = vi.fn();
    grant(end);
    await vi.advanceTimersByTimeAsync(0);
    expect(end).toHaveBeenCalled();
  });
});

describe('a message with pictures', () => {
  const look = { ...plainText('look'), pictures: [picture('p'), picture('q')] };
  const uploaded = (pictures: ReturnType<typeof picturePorts>) =>
    pictures.upload.mock.calls.map(([, path, { isFirst }]) => [path, isFirst]);

  it('is sent when its pictures are uploaded, one after the other, and they are then forgotten here', async () => {
    const pictures = picturePorts();
    const { outbox, on } = open({ pictures });
    outbox.send('c', look);
    expect(on.texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(uploaded(pictures)).toEqual([
      ['p', true],
      ['q', true],
    ]);
    expect(on.texts()).toEqual(['look']);
    expect(pictures.forget).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ text: 'look' }));
    expect(pictures.drop).not.toHaveBeenCalled();
  });

  it('goes on after a reload where it stopped', async () => {
    const on = server();
    const before = picturePorts((message, path, options) =>
      path === 'p' ? Promise.resolve() : endless(message, path, options),
    );
    open({ on, pictures: before }).outbox.send('c', look);
    await vi.advanceTimersByTimeAsync(0);
    for (const outbox of opened) outbox.close();
    const after = picturePorts();
    open({ on, pictures: after });
    await vi.advanceTimersByTimeAsync(0);
    expect(uploaded(after)).toEqual([['q', false]]);
    expect(on.texts()).toEqual(['look']);
  });

  it('stops its upload and is dropped with all that was stored when it is cancelled', async () => {
    const pictures = picturePorts(endless);
    const { outbox, on } = open({ pictures });
    const { id } = outbox.send('c', look);
    await vi.advanceTimersByTimeAsync(0);
    outbox.discard(id);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([states(outbox), on.texts(), keptTexts()]).toEqual([[], [], []]);
    // Once more after the upload has ended: it may have arrived in the meantime.
    expect(pictures.drop).toHaveBeenCalledTimes(2);
    expect(pictures.upload).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a request without an answer when the connection is lost, and goes on when it is back', async () => {
    const pictures = picturePorts();
    pictures.upload.mockImplementationOnce(endless);
    const { outbox, on } = open({ pictures });
    outbox.send('c', { ...look, pictures: [picture('p')] });
    await vi.advanceTimersByTimeAsync(0);
    online = false;
    outbox.wake();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([states(outbox), on.texts()]).toEqual([['waiting'], []]);
    online = true;
    outbox.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect([states(outbox), on.texts()]).toEqual([['sent'], ['look']]);
  });
});
