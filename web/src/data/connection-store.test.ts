import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConnectionStore, createConnectionStore, GONE_MS, LATE_MS } from './connection-store.ts';

let browserIsOnline: boolean;
let store: ConnectionStore;
let seen: string[];
const reconnect = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  browserIsOnline = true;
  reconnect.mockReset();
  store = createConnectionStore(() => browserIsOnline);
  store.setReconnect(reconnect);
  seen = [];
  store.subscribe(() => seen.push(store.read()));
});
afterEach(() => {
  vi.useRealTimers();
});

function setBrowser(online: boolean) {
  browserIsOnline = online;
  store.browserChanged();
}

describe('the connection', () => {
  it('is good as long as answers come in time', () => {
    const answer = store.expectAnswer();
    vi.advanceTimersByTime(LATE_MS - 1);
    answer.arrived();
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(seen).toEqual([]);
    expect(store.read()).toBe('online');
  });

  it('is being made while an answer is late, and away when it does not come, whatever the browser says', () => {
    store.expectAnswer();
    vi.advanceTimersByTime(LATE_MS);
    expect(store.read()).toBe('connecting');
    vi.advanceTimersByTime(GONE_MS - LATE_MS);
    expect(store.read()).toBe('offline');
    expect(seen).toEqual(['connecting', 'offline']);
  });

  it('is good again with the first answer, even if a request from before is still open', () => {
    store.expectAnswer();
    const other = store.expectAnswer();
    vi.advanceTimersByTime(GONE_MS);
    other.arrived();
    expect(store.read()).toBe('online');
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(seen).toEqual(['connecting', 'offline', 'online']);
  });

  it('is not away because a request from before the last answer fails', () => {
    const old = store.expectAnswer();
    vi.advanceTimersByTime(1_000);
    store.noteAnswer();
    old.failed();
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(seen).toEqual([]);
  });

  it('stays away through failures that come at once, until something is answered', () => {
    store.expectAnswer().failed();
    vi.advanceTimersByTime(GONE_MS);
    store.expectAnswer().failed();
    store.expectAnswer().dropped();
    expect(store.read()).toBe('offline');
    store.noteAnswer();
    expect(store.read()).toBe('online');
  });

  it('does not count a failure while there is no SDK that could connect again', () => {
    const bare = createConnectionStore(() => true);
    bare.expectAnswer().failed();
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(bare.read()).toBe('online');
  });

  it('forgets what nobody waits for any more', () => {
    const answer = store.expectAnswer();
    vi.advanceTimersByTime(LATE_MS);
    answer.dropped();
    expect(seen).toEqual(['connecting', 'online']);
  });

  it('is away at once when the browser says so, and back at once when nothing is owed', () => {
    setBrowser(false);
    setBrowser(true);
    expect(seen).toEqual(['offline', 'online']);
  });

  it('is being made, not good, when the browser is back and an answer is still owed', () => {
    const answer = store.expectAnswer();
    setBrowser(false);
    vi.advanceTimersByTime(GONE_MS * 2);
    setBrowser(true);
    expect(store.read()).toBe('connecting');
    answer.arrived();
    expect(seen).toEqual(['offline', 'connecting', 'online']);
  });

  it('makes the SDK connect anew while nothing answers, ever less often, and stops with an answer', () => {
    store.expectAnswer();
    vi.advanceTimersByTime(GONE_MS - 1);
    expect(reconnect).toHaveBeenCalledTimes(0);
    vi.advanceTimersByTime(1);
    expect(reconnect).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5_000);
    expect(reconnect).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(9_999);
    expect(reconnect).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1);
    expect(reconnect).toHaveBeenCalledTimes(3);
    store.noteAnswer();
    vi.advanceTimersByTime(600_000);
    expect(reconnect).toHaveBeenCalledTimes(3);
  });

  it('leaves the SDK alone while the browser has no network', () => {
    setBrowser(false);
    vi.advanceTimersByTime(600_000);
    expect(reconnect).not.toHaveBeenCalled();
  });
});
