import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PictureField } from './picture-field.tsx';
import type { PictureFlow } from './picture-field-props.ts';

const actions = { pick: vi.fn(), crop: vi.fn(), remove: vi.fn(), retry: vi.fn(), cancel: vi.fn() };
beforeEach(() => {
  for (const action of Object.values(actions)) action.mockClear();
});

function show(step: Partial<PictureFlow>, hasPicture = false) {
  const flow = { step: 'idle', done: null, ...step, ...actions } as PictureFlow;
  render(
    <PictureField label="Your picture" hasPicture={hasPicture} shape={{ aspect: 1 }} flow={flow}>
      <span>face</span>
    </PictureField>,
  );
}

const button = (name: string) => screen.getByRole('button', { name });

describe('a picture field', () => {
  it('picks a file, and the same one again', async () => {
    show({});
    const file = new File(['x'], 'me.png', { type: 'image/png' });
    const input = screen.getByLabelText<HTMLInputElement>('Your picture, file');
    const opened = vi.spyOn(input, 'click');
    await userEvent.click(button('Choose a picture'));
    expect(opened).toHaveBeenCalled();
    for (const _ of [1, 2]) await userEvent.upload(input, file);
    expect(actions.pick.mock.calls).toStrictEqual([[file], [file]]);
  });

  it('removes the picture and keeps the focus', async () => {
    show({}, true);
    await userEvent.click(button('Remove picture'));
    expect(actions.remove).toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Change picture'));
  });

  it('offers nothing to remove where there is no picture', () => {
    show({});
    expect(screen.queryByRole('button', { name: 'Remove picture' })).toBeNull();
  });

  it('says how far the upload is, and ends it', async () => {
    show({ step: 'sending', sent: 0.4 });
    expect(screen.getByRole('progressbar', { name: 'Sending the picture' }).ariaValueNow).toBe('40');
    await userEvent.click(button('Cancel'));
    expect(actions.cancel).toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Choose a picture'));
  });

  it('says that a picture is being checked', () => {
    show({ step: 'sending', sent: null });
    expect(screen.getByRole('progressbar', { name: 'Checking the picture' }).ariaValueNow).toBeNull();
  });

  it('has no way back while it is saved', () => {
    show({ step: 'saving' });
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('says what went wrong, and tries again where that can help', async () => {
    show({ step: 'failed', problem: 'You are offline.', canRetry: true });
    expect(screen.getByRole('alert').textContent).toContain('You are offline.');
    await userEvent.click(button('Try again'));
    expect(actions.retry).toHaveBeenCalled();
  });

  it('does not offer to try again with a file that cannot be read', () => {
    show({ step: 'failed', problem: 'It is damaged.', canRetry: false });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('says that it is saved', () => {
    show({ done: 'changed' });
    expect(screen.getByRole('status').textContent).toBe('Saved.');
  });
});
