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
  it('is online as long as answers come in time', () => {
    const answer = store.expectAnswer();
    vi.advanceTimersByTime(LATE_MS - 1);
    answer.arrived();
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(seen).toEqual([]);
    expect(store.read()).toBe('online');
  });

  it('is connecting while an answer is late, and offline when it does not come, whatever the browser says', () => {
    store.expectAnswer();
    vi.advanceTimersByTime(LATE_MS);
    expect(store.read()).toBe('connecting');
    vi.advanceTimersByTime(GONE_MS - LATE_MS);
    expect(store.read()).toBe('offline');
    expect(seen).toEqual(['connecting', 'offline']);
  });

  it('is online again with the first answer, even if an older request is still open', () => {
    store.expectAnswer();
    const other = store.expectAnswer();
    vi.advanceTimersByTime(GONE_MS);
    other.arrived();
    expect(store.read()).toBe('online');
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(seen).toEqual(['connecting', 'offline', 'online']);
  });

  it('stays online when a request from before the last answer fails', () => {
    const old = store.expectAnswer();
    vi.advanceTimersByTime(1_000);
    store.noteAnswer();
    old.failed();
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(seen).toEqual([]);
  });

  it('stays offline through requests that fail at once, until there is an answer', () => {
    store.expectAnswer().failed();
    vi.advanceTimersByTime(GONE_MS);
    store.expectAnswer().failed();
    store.expectAnswer().dropped();
    expect(store.read()).toBe('offline');
    store.noteAnswer();
    expect(store.read()).toBe('online');
  });

  it('does not count failures while there is no SDK to reconnect', () => {
    const bare = createConnectionStore(() => true);
    bare.expectAnswer().failed();
    vi.advanceTimersByTime(GONE_MS * 2);
    expect(bare.read()).toBe('online');
  });

  it('does not count answers that nobody is waiting for any more', () => {
    const answer = store.expectAnswer();
    vi.advanceTimersByTime(LATE_MS);
    answer.dropped();
    expect(seen).toEqual(['connecting', 'online']);
  });

  it('is offline at once when the browser says so, and online at once when no answer is expected', () => {
    setBrowser(false);
    setBrowser(true);
    expect(seen).toEqual(['offline', 'online']);
  });

  it('is connecting, not online, when the browser has a network again and an answer is still expected', () => {
    const answer = store.expectAnswer();
    setBrowser(false);
    vi.advanceTimersByTime(GONE_MS * 2);
    setBrowser(true);
    expect(store.read()).toBe('connecting');
    answer.arrived();
    expect(seen).toEqual(['offline', 'connecting', 'online']);
  });

  it('makes the SDK reconnect while offline, less and less often, and stops after an answer', () => {
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
