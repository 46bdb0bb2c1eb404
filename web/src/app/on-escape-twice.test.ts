import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onEscapeTwice } from './on-escape-twice.ts';

const leave = vi.fn();
let stop: () => void;
beforeEach(() => {
  leave.mockReset();
  stop = onEscapeTwice(leave);
});
afterEach(() => stop());

const press = (at: number, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key: 'Escape', ...init });
  Object.defineProperty(event, 'timeStamp', { value: at });
  window.dispatchEvent(event);
};

it('leaves when Escape is pressed twice in half a second', () => {
  press(1_000);
  expect(leave).not.toHaveBeenCalled();
  press(1_500);
  expect(leave).toHaveBeenCalledTimes(1);
});

it.each([
  ['it was pressed for one dialog and then for another', () => [press(1_000), press(1_501)]],
  ['it is held down', () => [press(1_000), press(1_100, { repeat: true })]],
  ['another key is pressed', () => [press(1_000), press(1_100, { key: 'a' })]],
])('stays when %s', (_why, act) => {
  act();
  expect(leave).not.toHaveBeenCalled();
});
