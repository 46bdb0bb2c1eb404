import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { JumpToEnd } from './jump-to-end.tsx';
import { JumpToLine } from './jump-to-line.tsx';

const many = { first: null, count: 500, more: true };

describe('the way to the first new message', () => {
  it('says how much is new, and leads there', async () => {
    const onJump = vi.fn();
    render(<JumpToLine fresh={many} state="idle" onJump={onJump} />);
    await userEvent.click(screen.getByRole('button', { name: '99+ new. Go to the first new message' }));
    expect(onJump).toHaveBeenCalledTimes(1);
  });

  it('says how far loading has come, and does not begin again meanwhile', async () => {
    const onJump = vi.fn();
    render(<JumpToLine fresh={many} state="loading" onJump={onJump} />);
    await userEvent.click(screen.getByRole('button', { name: 'Loading new messages: 500 so far' }));
    expect(onJump).not.toHaveBeenCalled();
  });

  it('can be tried again when it failed', async () => {
    const onJump = vi.fn();
    render(<JumpToLine fresh={many} state="failed" onJump={onJump} />);
    await userEvent.click(screen.getByRole('button', { name: /Try again$/ }));
    expect(onJump).toHaveBeenCalledTimes(1);
  });
});

describe('the way to the newest message', () => {
  it.each([
    [0, false, 'Go to the newest message'],
    [3, false, '3 new. Go to the newest message'],
    [97, true, '97+ new. Go to the newest message'],
    [130, false, '99+ new. Go to the newest message'],
  ])('says what came meanwhile: %i', (count, more, name) => {
    render(<JumpToEnd unseen={{ first: null, count, more }} onJump={() => {}} />);
    expect(screen.getByRole('button', { name })).toBeTruthy();
  });
});
