import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { setDiscreet, shortName } from './discreet.ts';
import { ShownName } from './shown-name.tsx';
import { usePageTitle } from './use-page-title.ts';

afterEach(() => setDiscreet(false));

const Screen = () => {
  usePageTitle('Chat');
  return <ShownName name="Mira Lake" />;
};

it.each([
  ['Mira', 'M.'],
  ['Mira Lake', 'M. L.'],
  ['Evening group for carers', 'E. C.'],
  ['👩‍🚀 מירה', '👩. מ.'],
])('shortens "%s" to "%s"', (name, short) => {
  expect(shortName(name)).toBe(short);
});

it('shortens names and calls the tab Notes at once, and back, and is kept on the device', () => {
  render(<Screen />);
  expect([document.title, screen.getByText('Mira Lake').tagName]).toEqual(['Chat · Sameboat', 'BDI']);
  act(() => setDiscreet(true));
  expect([document.title, screen.getByText('M. L.').tagName]).toEqual(['Notes', 'BDI']);
  expect(Object.keys(localStorage).filter((name) => /same|boat/.test(name))).toEqual([]);
  expect(localStorage.getItem('discreet')).toBe('on');
  act(() => setDiscreet(false));
  expect([document.title, localStorage.getItem('discreet')]).toEqual(['Chat · Sameboat', null]);
});
