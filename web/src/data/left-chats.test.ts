import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { noteJoined, noteLeft, useLeftChats } from './left-chats.ts';

it('leaves a chat out from the moment it is left until it is joined again', () => {
  const { result } = renderHook(() => useLeftChats());
  act(() => noteLeft(['c1', 'c2']));
  expect([...result.current]).toEqual(['c1', 'c2']);
  act(() => noteJoined('c1'));
  expect([...result.current]).toEqual(['c2']);
});
