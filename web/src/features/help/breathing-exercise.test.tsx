import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BreathingExercise } from './breathing-exercise.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1_000));
const said = () => screen.getByRole('status').textContent;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('leads through in, hold and out, and speaks only when that changes', () => {
  render(<BreathingExercise />);
  expect(said()).toBe('');
  press('Start');
  expect(said()).toBe('Breathe in');
  expect(screen.getByText('4').closest('[aria-hidden="true"]')).not.toBeNull();
  wait(3.9);
  expect(said()).toBe('Breathe in');
  wait(0.2);
  expect(said()).toBe('Hold');
  wait(4);
  expect(said()).toBe('Breathe out');
  wait(6);
  expect(said()).toBe('Breathe in');
});

it('stops by the button and by Escape, and begins anew', () => {
  render(<BreathingExercise />);
  press('Start');
  wait(5);
  press('Stop');
  expect(said()).toBe('');
  press('Start');
  expect(said()).toBe('Breathe in');
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(said()).toBe('');
  wait(10);
  expect(said()).toBe('');
  expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
});
