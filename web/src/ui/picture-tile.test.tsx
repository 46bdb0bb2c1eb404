import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { PictureTile } from './picture-tile.tsx';

it('a picture is one button that says what pressing it does, and is there before it is loaded', async () => {
  const onPress = vi.fn();
  const { rerender } = render(<PictureTile url={null} label="Open picture: a boat" onPress={onPress} />);
  const tile = screen.getByRole('button', { name: 'Open picture: a boat' });
  expect([tile.getAttribute('aria-busy'), tile.querySelector('img')]).toEqual(['true', null]);
  rerender(<PictureTile url="blob:1" label="Open picture: a boat" onPress={onPress} />);
  expect(tile.querySelector('img')?.getAttribute('src')).toBe('blob:1');
  await userEvent.click(tile);
  expect(onPress).toHaveBeenCalledTimes(1);
});

it('a picture that cannot be had says why, and can be tried again where that may help', async () => {
  const onRetry = vi.fn();
  const { rerender } = render(
    <PictureTile
      url={null}
      label="Open picture"
      problem="Not loaded."
      onRetry={onRetry}
      onPress={() => {}}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
  rerender(<PictureTile url={null} label="Open picture" problem="Gone." onPress={() => {}} />);
  expect(screen.getByText('Gone.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
