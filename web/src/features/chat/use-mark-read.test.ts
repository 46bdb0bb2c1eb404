import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { giveReadReceipt, markRead } from '../../data/mark-read.ts';
import { useMarkRead } from './use-mark-read.ts';

const settings = vi.hoisted(() => ({ readReceipts: false }));
vi.mock('../../data/mark-read.ts', () => ({ markRead: vi.fn(), giveReadReceipt: vi.fn() }));
vi.mock('../../data/watch-settings.ts', () => {
  const sources = [false, true].map((readReceipts) => {
    const state = { status: 'ready', value: { readReceipts }, fromCache: false, error: null };
    return { subscribe: () => () => {}, getSnapshot: () => state, retry: () => {} };
  });
  return { watchSettings: () => sources[settings.readReceipts ? 1 : 0] };
});

const time = (seconds: number) => ({ seconds, nanoseconds: 0, toMillis: () => seconds * 1000 });

const reading = {
  uid: 'ada',
  chatId: 'c1',
  newest: time(20),
  atEnd: true,
  readAt: time(10) as ReturnType<typeof time> | null | undefined,
  isHeld: false,
  shownReadAt: null,
};

function read(over: Partial<typeof reading> = {}) {
  const { rerender } = renderHook((props: typeof reading) => useMarkRead(props), {
    initialProps: { ...reading, ...over },
  });
  return (next: Partial<typeof reading>) => rerender({ ...reading, ...over, ...next });
}

const show = (state: DocumentVisibilityState) =>
  act(() => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  });

beforeEach(() => {
  vi.clearAllMocks();
  settings.readReceipts = false;
});

describe('reading a chat', () => {
  it('is remembered up to the newest message when that is on the screen', () => {
    read();
    expect(markRead).toHaveBeenCalledExactlyOnceWith('ada', 'c1', reading.newest);
  });

  it('is not remembered while the newest message is out of sight', () => {
    const change = read({ atEnd: false });
    expect(markRead).not.toHaveBeenCalled();
    change({ atEnd: true });
    expect(markRead).toHaveBeenCalledTimes(1);
  });

  it('is not remembered while the page is hidden', () => {
    show('hidden');
    read();
    expect(markRead).not.toHaveBeenCalled();
    show('visible');
    expect(markRead).toHaveBeenCalledTimes(1);
  });

  it('is not moved while the chat is marked as unread, and goes on when it is not any more', () => {
    const change = read({ isHeld: true });
    expect(markRead).not.toHaveBeenCalled();
    change({ isHeld: false });
    expect(markRead).toHaveBeenCalledTimes(1);
  });

  it('never goes back, and is not written again where it is', () => {
    const change = read({ readAt: time(20) });
    change({ readAt: time(30) });
    expect(markRead).not.toHaveBeenCalled();
    change({ readAt: time(19) });
    expect(markRead).toHaveBeenCalledTimes(1);
  });

  it('is remembered once when there is a row to keep it in', () => {
    const change = read({ readAt: undefined });
    expect(markRead).not.toHaveBeenCalled();
    change({ readAt: null });
    expect(markRead).toHaveBeenCalledTimes(1);
  });

  it('is not written again and again when the write is refused', () => {
    const change = read();
    change({ readAt: time(20) });
    change({ readAt: time(10) });
    expect(markRead).toHaveBeenCalledTimes(1);
  });
});

describe('what others see of my reading', () => {
  it('does not move when I give no read receipts', () => {
    read();
    expect(markRead).toHaveBeenCalledTimes(1);
    expect(giveReadReceipt).not.toHaveBeenCalled();
  });

  it('moves when I give read receipts', () => {
    settings.readReceipts = true;
    read();
    expect(giveReadReceipt).toHaveBeenCalledExactlyOnceWith('ada', 'c1', reading.newest);
  });
});
