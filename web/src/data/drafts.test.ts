import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDeviceStore } from './device-store.ts';
import { type Draft, keepDraft, noDraft, readDraft, useDraftText } from './drafts.ts';

beforeEach(() => window.localStorage.clear());

const of = (text: string): Draft => ({ words: { text, spans: [] }, contentNote: null });

describe('a draft', () => {
  it('is there again after a reload, for the same person and chat only', () => {
    keepDraft('ada', 'c1', of('Good evening, '));
    expect(readDraft('ada', 'c1')).toEqual(of('Good evening, '));
    expect(readDraft('ada', 'c2')).toEqual(noDraft);
    expect(readDraft('bo', 'c1')).toEqual(noDraft);
  });

  it('keeps the people it mentions and its content note', () => {
    const draft = {
      words: { text: 'Hi @Ben', spans: [{ start: 3, end: 7, id: 'ben' }] },
      contentNote: 'about loss',
    };
    keepDraft('ada', 'c1', draft);
    expect(readDraft('ada', 'c1')).toEqual(draft);
  });

  it('is forgotten when it is empty, but not while it has a note', () => {
    keepDraft('ada', 'c1', of('x'));
    keepDraft('ada', 'c1', { ...of('  '), contentNote: 'about loss' });
    expect(readDraft('ada', 'c1').contentNote).toBe('about loss');
    keepDraft('ada', 'c1', { ...of('  '), contentNote: ' ' });
    expect(window.localStorage.length).toBe(0);
  });

  it('is kept under the prefix that signing out removes', () => {
    keepDraft('ada', 'c1', of('mine'));
    expect(Object.keys(window.localStorage)).toEqual(['sameboat.draft.ada.c1']);
  });

  it('lasts as long as the page when the browser refuses storage', () => {
    const refusing = createDeviceStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    keepDraft('ada', 'c1', of('still here'), refusing);
    expect(readDraft('ada', 'c1', refusing)).toEqual(of('still here'));
    expect(refusing.keys('sameboat.')).toHaveLength(1);
  });

  it('is nothing where the stored text is no draft, and loses only what cannot be a mention', () => {
    for (const broken of ['half a thought', '{', 'null', '[]', '{"text":1,"spans":[]}', '{"text":"x"}']) {
      window.localStorage.setItem('sameboat.draft.ada.c1', broken);
      expect(readDraft('ada', 'c1'), broken).toEqual(noDraft);
    }
    const good = { start: 0, end: 4, id: 'ben' };
    const spans = [
      good,
      { start: 2, end: 4, id: 'ben' },
      { start: 0, end: 9, id: 'ben' },
      { ...good, id: 1 },
      3,
    ];
    window.localStorage.setItem('sameboat.draft.ada.c1', JSON.stringify({ text: '@Ben', spans }));
    expect(readDraft('ada', 'c1')).toEqual({ words: { text: '@Ben', spans: [good] }, contentNote: null });
  });

  it('is followed while it is written, here or in another tab', () => {
    const { result } = renderHook(() => useDraftText('ada', 'c1'));
    expect(result.current).toBe('');
    act(() => keepDraft('ada', 'c1', of('Good')));
    expect(result.current).toBe('Good');
    window.localStorage.setItem('sameboat.draft.ada.c1', '{"text":"Good evening","spans":[]}');
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'sameboat.draft.ada.c1' }));
    });
    expect(result.current).toBe('Good evening');
  });
});
