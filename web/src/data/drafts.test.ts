import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDeviceStore } from './device-store.ts';
import { keepDraft, readDraft, useDraft } from './drafts.ts';

beforeEach(() => window.localStorage.clear());

describe('a draft', () => {
  it('is there again after a reload, for the same person and chat only', () => {
    keepDraft('ada', 'c1', 'Good evening, ');
    expect(readDraft('ada', 'c1')).toBe('Good evening, ');
    expect(readDraft('ada', 'c2')).toBe('');
    expect(readDraft('bo', 'c1')).toBe('');
  });

  it('is forgotten when it is empty', () => {
    keepDraft('ada', 'c1', 'x');
    keepDraft('ada', 'c1', '  ');
    expect(window.localStorage.length).toBe(0);
  });

  it('is kept under the prefix that signing out removes', () => {
    keepDraft('ada', 'c1', 'mine');
    expect(Object.keys(window.localStorage)).toEqual(['sameboat.draft.ada.c1']);
  });

  it('lasts as long as the page when the browser refuses storage', () => {
    const refusing = createDeviceStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    keepDraft('ada', 'c1', 'still here', refusing);
    expect(readDraft('ada', 'c1', refusing)).toBe('still here');
    expect(refusing.keys('sameboat.')).toHaveLength(1);
  });

  it('is followed while it is typed, here or in another tab', () => {
    const { result } = renderHook(() => useDraft('ada', 'c1'));
    expect(result.current).toBe('');
    act(() => keepDraft('ada', 'c1', 'Good'));
    expect(result.current).toBe('Good');
    window.localStorage.setItem('sameboat.draft.ada.c1', 'Good evening');
    act(() => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'sameboat.draft.ada.c1' }));
    });
    expect(result.current).toBe('Good evening');
  });
});
