import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Avatar } from './avatar.tsx';
import { Pictures } from './pictures.ts';

/** The observers that wait for an element to come near. */
let waiting: ((isIntersecting: boolean) => void)[] = [];
vi.stubGlobal(
  'IntersectionObserver',
  class {
    constructor(onChange: (entries: { isIntersecting: boolean }[]) => void) {
      waiting.push((isIntersecting) => onChange([{ isIntersecting }]));
    }
    observe() {}
    disconnect() {}
  },
);
afterEach(() => {
  waiting = [];
});

function show(picture: string | null, usePicture = vi.fn((path: string | null) => path && `blob:${path}`)) {
  const { container } = render(
    <Pictures value={usePicture}>
      <Avatar id="ada" name="Ada" picture={picture} size={32} />
    </Pictures>,
  );
  return { container, asked: usePicture };
}

it('an avatar asks for its picture when it comes near the screen', () => {
  const { container, asked } = show('users/ada/avatar/1');
  expect(asked).toHaveBeenLastCalledWith(null, 32);
  act(() => waiting[0]?.(false));
  expect(container.querySelector('img')).toBeNull();
  act(() => waiting[0]?.(true));
  expect(asked).toHaveBeenLastCalledWith('users/ada/avatar/1', 32);
  const image = container.querySelector('img');
  expect(image?.getAttribute('src')).toBe('blob:users/ada/avatar/1');
  expect([image?.width, image?.height]).toStrictEqual([32, 32]);
});

it('an avatar without a picture asks for none and shows initials', () => {
  const { asked } = show(null);
  expect(asked).not.toHaveBeenCalled();
  expect(screen.getByText('A')).toBeDefined();
});

it('an avatar shows initials while its picture is fetched, and where it cannot be had', () => {
  const { container } = show(
    'users/ada/avatar/1',
    vi.fn(() => null),
  );
  act(() => waiting[0]?.(true));
  expect(container.querySelector('img')).toBeNull();
  expect(screen.getByText('A')).toBeDefined();
});
