import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { DataError } from '../../data/data-error.ts';
import { plainText } from '../../data/outbox-state.ts';
import { PictureAttaching } from './picture-attaching.tsx';

const picture = { path: 'p', width: 4, height: 3, alt: '', size: 9, state: 'new' as const };
const here = vi.hoisted(() => ({
  state: { pictures: [] as unknown[], problems: [], isHeldUp: false },
  attachments: null,
  add: vi.fn(),
  take: vi.fn(),
}));
vi.mock('../../data/pictures/use-attachments.ts', () => ({ useAttachments: () => here }));
const toast = vi.hoisted(() => vi.fn());
vi.mock('../../ui/toasts.ts', () => ({ toast }));

beforeEach(() => {
  here.state = { pictures: [], problems: [], isHeldUp: false };
  here.add.mockReset().mockResolvedValue(undefined);
  here.take.mockReset().mockReturnValue([picture]);
  toast.mockReset();
});

const draw = () => {
  const onSend = vi.fn();
  render(
    <PictureAttaching uid="ada" chatId="c" me="ada" onSend={onSend}>
      {({ above, tools, mayBeBlank, isHeld, onSend: send }) => (
        <>
          {above}
          {tools}
          <textarea aria-label="Message" />
          <button type="button" disabled={isHeld || !mayBeBlank} onClick={() => send(plainText('look'))}>
            Send
          </button>
        </>
      )}
    </PictureAttaching>,
  );
  return { onSend, field: screen.getByRole('textbox') };
};

const file = (type: string) => new File(['x'], 'x', { type });
const clipboard = (files: File[], text = '') => ({ clipboardData: { files, getData: () => text } });

it('takes pictures that are pasted, and leaves a pasted text to the field, with a picture of it or not', () => {
  const { field } = draw();
  const [png, page] = [file('image/png'), file('text/html')];
  const paste = (files: File[], text = '') => {
    const event = createEvent.paste(field, clipboard(files, text));
    fireEvent(field, event);
    return event.defaultPrevented;
  };
  expect([paste([png, page]), paste([png], 'words'), paste([page]), paste([], 'words')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(here.add.mock.calls).toEqual([[[png]]]);
});

it('takes files that are dropped, and leaves dropped words to the field', () => {
  const { field } = draw();
  const png = file('image/png');
  const drop = (files: File[]) => {
    const event = createEvent.drop(field);
    Object.assign(event, { dataTransfer: { files, types: files.length > 0 ? ['Files'] : ['text/plain'] } });
    fireEvent(field, event);
    return event.defaultPrevented;
  };
  expect([drop([png]), drop([])]).toEqual([true, false]);
  expect(here.add.mock.calls).toEqual([[[png]]]);
});

it('takes files that are chosen, in their order', async () => {
  draw();
  const files = [file('image/png'), file('image/jpeg')];
  await userEvent.upload(screen.getByLabelText('Add pictures, file'), files);
  expect(here.add.mock.calls).toEqual([[files]]);
});

it('offers no more when there are six, and sends nothing while one is not ready', () => {
  here.state = { pictures: Array(6).fill(picture), problems: [], isHeldUp: true };
  draw();
  const isOff = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;
  expect([isOff('Add pictures'), isOff('Send')]).toEqual([true, true]);
});

it('sends the pictures with what is written', async () => {
  here.state = { pictures: [picture], problems: [], isHeldUp: false };
  const { onSend } = draw();
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ ...plainText('look'), pictures: [picture] });
});

it('says so when it cannot be fetched', async () => {
  here.add.mockRejectedValue(new DataError('offline'));
  const { field } = draw();
  fireEvent.paste(field, clipboard([file('image/png')]));
  await vi.waitFor(() => expect(toast).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('offline')));
});
