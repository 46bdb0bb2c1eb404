import type { Message } from '@sameboat/model/message';
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type MessageWindow, withOlder } from '../../data/message-window.ts';
import type { MessageWithId } from '../../data/watch-messages.ts';
import { OPENING_PAGES, useNewMessages } from './use-new-messages.ts';

const time = (seconds: number) => ({ seconds, nanoseconds: 0, toMillis: () => seconds * 1000 });

const message = (n: number): MessageWithId => ({
  id: `m${n}`,
  senderId: 'ben',
  kind: 'text',
  text: `(${n})`,
  images: [],
  replyTo: null,
  mentions: [],
  contentNote: null,
  reactions: {},
  createdAt: time(n) as Message['createdAt'],
  editedAt: null,
  deletedAt: null,
});
const messages = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

type Window = MessageWindow<MessageWithId>;

/** Ben's messages 1 to `newest` in a chat that Ada read up to number `read`, opened with the last hundred loaded. */
function openChat(newest: number, read: number) {
  let window: Window = {
    history: [],
    live: messages(Math.max(1, newest - 99), newest),
    settled: true,
    hasOlder: newest > 100,
  };
  let pages = 0;
  const draw = () => rerender({ window, atEnd });
  let atEnd = false;
  const loadUntil = async (isEnough: (loaded: Window) => boolean, maxPages: number) => {
    for (let page = 0; page < maxPages && !isEnough(window) && window.hasOlder; page += 1) {
      await Promise.resolve();
      pages += 1;
      const oldest = (window.history[0] ?? window.live[0])?.createdAt.seconds ?? 1;
      window = withOlder(window, messages(Math.max(1, oldest - 100), oldest - 1), 100);
    }
  };
  const older = { state: 'idle' as const, loadUntil, loadPage: () => {} };
  const opening = { readAt: time(read), newest: time(newest), markedAt: null };
  const { result, rerender } = renderHook(
    (props: { window: Window; atEnd: boolean }) => useNewMessages({ me: 'ada', opening, older, ...props }),
    { initialProps: { window, atEnd } },
  );
  return {
    news: () => result.current,
    pages: () => pages,
    /** Lets the pages come that were asked for. */
    async settle() {
      await act(async () => {});
      act(draw);
    },
    async loadOlder() {
      await act(() => loadUntil(() => false, 1));
      act(draw);
    },
    async loadLine() {
      await act(() => result.current.loadLine());
      act(draw);
    },
    receive(n: number) {
      window = {
        ...window,
        history: [...window.history, ...window.live.slice(0, 1)],
        live: [...window.live.slice(1), message(n)],
      };
      act(draw);
    },
    scroll(to: { atEnd: boolean }) {
      atEnd = to.atEnd;
      act(draw);
    },
  };
}

describe('opening a chat with new messages', () => {
  it.each([1, 50, 99])('is ready at once with %i of them', (fresh) => {
    const { news, pages } = openChat(300, 300 - fresh);
    expect(news()).toMatchObject({ isReady: true, line: `m${301 - fresh}`, isLineMissing: false });
    expect(news().unseen).toMatchObject({ count: fresh, more: false });
    expect(pages()).toBe(0);
  });

  it.each([
    [100, 1],
    [121, 1],
    [130, 1],
    [250, 2],
    [400, 4],
  ])('loads back to the first of %i, which takes %i pages', async (fresh, expected) => {
    const { news, pages, settle } = openChat(600, 600 - fresh);
    expect(news()).toMatchObject({ isReady: false, line: null });
    await settle();
    expect(news()).toMatchObject({ isReady: true, line: `m${601 - fresh}`, isLineMissing: false });
    expect(news().unseen).toMatchObject({ count: fresh, more: false });
    expect(pages()).toBe(expected);
  });

  it('has the line before the very first message in a chat of which nothing was read', () => {
    const { news } = openChat(100, 0);
    expect(news()).toMatchObject({ isReady: true, line: 'm1' });
  });

  it('keeps line and count while older history is loaded', async () => {
    const chat = openChat(600, 479);
    await chat.settle();
    const before = chat.news();
    await chat.loadOlder();
    await chat.loadOlder();
    expect(chat.news()).toMatchObject({ line: before.line, unseen: before.unseen });
    expect(before).toMatchObject({ line: 'm480', unseen: { count: 121 } });
  });

  it('has no line when everything is read', () => {
    expect(openChat(300, 300).news()).toMatchObject({
      isReady: true,
      line: null,
      isLineMissing: false,
      unseen: { count: 0, more: false },
    });
  });
});

describe('opening a chat with more new messages than it loads by itself', () => {
  it('is ready without the line after a few pages, and says that there may be more', async () => {
    const { news, pages, settle } = openChat(2_000, 1_000);
    await settle();
    expect(pages()).toBe(OPENING_PAGES);
    expect(news()).toMatchObject({
      isReady: true,
      line: null,
      isLineMissing: true,
      sinceOpening: { count: 500, more: true },
    });
  });

  it('loads the line when it is asked for', async () => {
    const { news, settle, loadLine } = openChat(2_000, 1_000);
    await settle();
    await loadLine();
    expect(news()).toMatchObject({ line: 'm1001', isLineMissing: false });
    expect(news().unseen).toMatchObject({ count: 1_000, more: false });
  });
});

describe('reading a chat', () => {
  it('counts what comes while the reader is further up, and nothing once they were at the end', () => {
    const chat = openChat(300, 290);
    chat.receive(301);
    expect(chat.news().unseen.count).toBe(11);
    chat.scroll({ atEnd: true });
    expect(chat.news().unseen.count).toBe(0);
    chat.scroll({ atEnd: false });
    chat.receive(302);
    chat.receive(303);
    expect(chat.news().unseen).toMatchObject({ count: 2, more: false });
  });

  it('keeps the line where it was drawn', () => {
    const chat = openChat(300, 290);
    chat.scroll({ atEnd: true });
    chat.receive(301);
    expect(chat.news().line).toBe('m291');
  });
});
