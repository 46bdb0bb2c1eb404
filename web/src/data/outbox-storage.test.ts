import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeviceStore } from './device-store.ts';
import { type OutboxItem, type OutgoingPicture, plainText } from './outbox-state.ts';
import { createOutboxStorage } from './outbox-storage.ts';

const open = () =>
  createOutboxStorage(
    'ada',
    createDeviceStore(() => window.localStorage),
  );
const item: OutboxItem = { id: 'm1', chatId: 'c', ...plainText('hello'), writtenAt: 5, error: null };
const key = 'sameboat.outbox.ada.c.m1';

/** The event that the browser sends when another tab changes a key. */
function fromAnotherTab(changed: string | null, newValue: string | null) {
  window.dispatchEvent(new StorageEvent('storage', { key: changed, newValue }));
}

beforeEach(() => window.localStorage.clear());

describe('the stored outbox', () => {
  it('keeps a message for the next page until it is removed', () => {
    open().keep(item);
    expect(open().load()).toEqual([item]);
    open().remove(item);
    expect(open().load()).toEqual([]);
  });

  it('keeps pictures as far as they are, and changes only a message that no other tab has sent or discarded', () => {
    const picture: OutgoingPicture = { path: 'p', width: 4, height: 3, alt: '', size: 9, state: 'new' };
    const begun = { ...item, pictures: [{ ...picture, state: 'begun' as const }] };
    open().keep({ ...item, pictures: [picture] });
    open().update(begun);
    expect(open().load()).toEqual([begun]);
    open().remove(item);
    open().update(begun);
    expect(open().load()).toEqual([]);
    window.localStorage.setItem(key, JSON.stringify({ ...item, pictures: [{ path: 'p' }] }));
    expect(open().load()).toEqual([]);
  });

  it('ignores messages of other people, and removes entries that are not messages', () => {
    window.localStorage.setItem('sameboat.outbox.bo.c.m', JSON.stringify({ ...item, id: 'm' }));
    window.localStorage.setItem('sameboat.outbox.ada.c.m2', 'not json');
    window.localStorage.setItem('sameboat.outbox.ada.c.m3', JSON.stringify(item));
    expect(open().load()).toEqual([]);
    expect(Object.keys(window.localStorage)).toEqual(['sameboat.outbox.bo.c.m']);
  });

  it('does not load a sent message that its tab could not remove before it was closed', () => {
    window.localStorage.setItem(key, JSON.stringify({ ...item, sent: true }));
    expect(open().load()).toEqual([]);
    expect(window.localStorage.getItem(key)).toBeNull();
  });

  it('knows how long ago any tab sent a message', () => {
    expect(open().sinceSent()).toBe(Number.POSITIVE_INFINITY);
    vi.useFakeTimers();
    open().markSent(item);
    vi.advanceTimersByTime(300);
    expect(open().sinceSent()).toBe(300);
    vi.useRealTimers();
  });
});

describe('a change by another tab', () => {
  const heard = () => {
    const listener = { stored: vi.fn(), sent: vi.fn(), removed: vi.fn() };
    const stop = open().follow(listener);
    const calls = () => [
      ...listener.stored.mock.calls.map(([stored]) => ['stored', stored]),
      ...listener.sent.mock.calls.map(([id]) => ['sent', id]),
      ...listener.removed.mock.calls.map(([id]) => ['removed', id]),
    ];
    return { calls, stop };
  };

  it('is reported: stored, sent or removed', () => {
    const { calls, stop } = heard();
    fromAnotherTab(key, JSON.stringify(item));
    fromAnotherTab(key, JSON.stringify({ ...item, sent: true }));
    fromAnotherTab(key, null);
    expect(calls()).toEqual([
      ['stored', { ...item }],
      ['sent', 'm1'],
      ['removed', 'm1'],
    ]);
    stop();
    fromAnotherTab(key, null);
    expect(calls()).toHaveLength(3);
  });

  it('is ignored when it concerns another person or another kind of entry', () => {
    const { calls, stop } = heard();
    fromAnotherTab('sameboat.outbox.bo.c.m1', JSON.stringify(item));
    fromAnotherTab('sameboat.draft.ada.c', 'x');
    fromAnotherTab(null, null);
    expect(calls()).toEqual([]);
    stop();
  });
});
