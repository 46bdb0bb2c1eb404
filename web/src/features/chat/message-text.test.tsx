import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { MessageText } from './message-text.tsx';
import type { ShownMention } from './shown-message.ts';

vi.mock('../../data/session/use-session.ts', () => ({ useUid: () => 'me' }));
vi.mock('../../data/get-user.ts', () => {
  const names: Readonly<Record<string, string>> = { ben: 'Benno', me: 'Ada' };
  const sources = new Map<string, object>();
  const source = (uid: string) => {
    const value = names[uid] === undefined ? null : { id: uid, displayName: names[uid] };
    const state = { status: 'ready', value, fromCache: false, error: null };
    return { subscribe: () => () => {}, getSnapshot: () => state, retry: () => {} };
  };
  return {
    getUser: (_: string, uid: string) => {
      if (!sources.has(uid)) sources.set(uid, source(uid));
      return sources.get(uid);
    },
  };
});

const draw = (text: string, ...mentions: Partial<ShownMention>[]) =>
  render(
    <MemoryRouter>
      <MessageText
        text={text}
        mentions={mentions.map((mention) => ({ id: 'ben', name: null, isMe: false, ...mention }))}
      />
    </MemoryRouter>,
  ).container;

describe('the text of a message', () => {
  it('names whom it mentions as they are called now, whatever the text says, and leads to their profile', () => {
    const drawn = draw('Hi \u2068@Otter\u2069, hello', {});
    expect(drawn.textContent).toBe('Hi @Benno, hello');
    expect(screen.getByRole('link', { name: '@Benno' }).getAttribute('href')).toBe('/people/ben');
  });

  it('marks a mention of me, and links neither me nor somebody who left or has a name for one chat alone', () => {
    const drawn = draw(
      '\u2068@A\u2069 \u2068@Cleo\u2069 \u2068@Jo\u2069',
      { id: 'me', isMe: true },
      { id: 'cleo' },
      { id: 'heron3', name: 'Jo' },
    );
    expect(drawn.textContent).toBe('@Ada (you) @Someone who left @Jo');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('has its links, beside mentions too', async () => {
    const drawn = draw('\u2068@Ben\u2069 see https://example.org/a', {});
    const link = await screen.findByRole('link', { name: /example.org/ });
    expect(link.getAttribute('href')).toBe('https://example.org/a');
    expect(drawn.textContent).toBe('@Benno see example.org/a');
  });
});
