import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Finder } from './finder.tsx';

const options = [
  { value: 'a', label: 'Evening group', note: 'Chat' },
  { value: 'b', label: 'Zoë', note: 'Chat' },
  { value: 'c', label: 'Harbour evenings', note: 'Community' },
];

const draw = () => {
  const onChoose = vi.fn();
  render(
    <Finder
      label="Chat or community"
      options={options}
      onChoose={onChoose}
      nothingYet="Nothing yet."
      nothingFound="Nothing found."
    />,
  );
  return { onChoose, field: screen.getByRole('combobox', { name: 'Chat or community' }) };
};

const marked = () => screen.getAllByRole('option').filter((option) => option.ariaSelected === 'true');

it('offers everything in its order, and Enter takes the first', async () => {
  const { onChoose, field } = draw();
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Evening groupChat',
    'ZoëChat',
    'Harbour eveningsCommunity',
  ]);
  await userEvent.type(field, '{Enter}');
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('a');
});

it('narrows by what is typed, whatever the accents, and the arrows choose, round and round', async () => {
  const { onChoose, field } = draw();
  await userEvent.type(field, 'even');
  expect(screen.getAllByRole('option')).toHaveLength(2);
  await userEvent.keyboard('{ArrowUp}');
  expect(field.getAttribute('aria-activedescendant')).toBe(marked()[0]?.id);
  await userEvent.keyboard('{Enter}');
  expect(onChoose).toHaveBeenLastCalledWith('c');
  await userEvent.clear(field);
  await userEvent.type(field, 'zoe{Enter}');
  expect(onChoose).toHaveBeenLastCalledWith('b');
});

it('says when nothing has that name, and then Enter does nothing', async () => {
  const { onChoose, field } = draw();
  await userEvent.type(field, 'xyz{Enter}');
  expect(screen.getByText('Nothing found.')).toBeTruthy();
  expect(onChoose).not.toHaveBeenCalled();
});
