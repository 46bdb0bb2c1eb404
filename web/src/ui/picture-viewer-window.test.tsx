import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { PictureViewerWindow } from './picture-viewer-window.tsx';

// The page of the tests has no layout and no capture.
Element.prototype.setPointerCapture = () => {};

const picture = { url: 'blob:1', width: 800, height: 600, alt: 'A boat', problem: null };

const draw = (over: { index?: number; count?: number } = {}) => {
  const acts = { onIndex: vi.fn(), onClose: vi.fn() };
  render(<PictureViewerWindow picture={picture} index={1} count={3} {...acts} {...over} />);
  const image = screen.getByRole('img', { name: 'A boat' });
  return { ...acts, image, stage: image.parentElement as HTMLElement };
};

/** The page of the tests has no pointer events with a place. */
const finger = (type: 'down' | 'move' | 'up', on: HTMLElement, pointerId: number, x: number, y = 0) => {
  const event = new MouseEvent(`pointer${type}`, { bubbles: true, clientX: x, clientY: y });
  fireEvent(on, Object.assign(event, { pointerId, pointerType: 'touch' }));
};
const tap = (on: HTMLElement, x: number) => {
  finger('down', on, 1, x);
  finger('up', on, 1, x);
};

beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  window.history.replaceState(null, '');
});

it('goes to the next picture and the one before by swipes, buttons and arrow keys, and no further', async () => {
  const { stage, onIndex } = draw();
  finger('down', stage, 1, 300);
  finger('move', stage, 1, 200);
  finger('up', stage, 1, 200);
  expect(onIndex).toHaveBeenLastCalledWith(2);
  finger('down', stage, 1, 100);
  finger('up', stage, 1, 200);
  expect(onIndex).toHaveBeenLastCalledWith(0);
  // Too short, or not across.
  finger('down', stage, 1, 100);
  finger('up', stage, 1, 130);
  finger('down', stage, 1, 100, 0);
  finger('up', stage, 1, 200, 300);
  expect(onIndex).toHaveBeenCalledTimes(2);
  await userEvent.click(screen.getByRole('button', { name: 'Next picture' }));
  expect(onIndex).toHaveBeenLastCalledWith(2);
  fireEvent.keyDown(stage, { key: 'ArrowLeft' });
  expect(onIndex).toHaveBeenLastCalledWith(0);
});

it('stops at the last picture', () => {
  const { stage, onIndex } = draw({ index: 2 });
  fireEvent.keyDown(stage, { key: 'ArrowRight' });
  expect(onIndex).not.toHaveBeenCalled();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next picture' }).disabled).toBe(true);
});

it('zooms with two fingers, a double tap, the wheel and keys, and then moves instead of swiping', () => {
  const { stage, image, onIndex } = draw();
  const look = () => image.style.transform;
  finger('down', stage, 1, -50);
  finger('down', stage, 2, 50);
  finger('move', stage, 2, 150);
  expect(look()).toContain('scale(2)');
  finger('up', stage, 2, 150);
  finger('up', stage, 1, -50);
  expect(onIndex).not.toHaveBeenCalled();

  tap(stage, 0);
  tap(stage, 0);
  expect(look()).toBe('translate(0px, 0px) scale(1)');
  tap(stage, 200);
  tap(stage, 200);
  expect(look()).toContain('scale(2.5)');

  fireEvent.keyDown(stage, { key: '0' });
  fireEvent.wheel(stage, { deltaY: -400 });
  expect(look()).toContain(`scale(${Math.E})`);
  fireEvent.keyDown(stage, { key: '0' });
  fireEvent.keyDown(stage, { key: '+' });
  expect(look()).toBe('translate(0px, 0px) scale(1.5)');
  fireEvent.keyDown(stage, { key: 'ArrowRight' });
  expect(look()).toBe('translate(-80px, 0px) scale(1.5)');
  finger('down', stage, 1, 0);
  finger('move', stage, 1, 60);
  finger('up', stage, 1, 60);
  expect(look()).toBe('translate(-20px, 0px) scale(1.5)');
  expect(onIndex).not.toHaveBeenCalled();
});

it('is closed by the way back of the browser, and leaves no step in the history when it is closed otherwise', async () => {
  const steps = window.history.length;
  const { onClose } = draw();
  expect(window.history.length).toBe(steps + 1);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
});
