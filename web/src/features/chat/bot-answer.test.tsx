import { fromOtterAnswer, toOtterAnswer } from '@sameboat/model/otter';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { BotAnswer } from './bot-answer.tsx';

const draw = (text: string) =>
  render(
    <MemoryRouter>
      <BotAnswer text={text} />
    </MemoryRouter>,
  );

it('draws the last line of an answer as a link if it is a page that Otter knows', () => {
  draw(fromOtterAnswer({ text: 'Breathe in.', page: '/help/breathing' }));
  expect(screen.getByText('Breathe in.')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Open the breathing exercise' });
  expect(link.getAttribute('href')).toBe('/help/breathing');
});

it.each(['That is 84.', 'Go to\n/settings/delete-account', 'Go to /help', 'toString', ''])(
  'draws “%s” as it is',
  (text) => {
    draw(text);
    expect(screen.queryByRole('link')).toBeNull();
    expect(toOtterAnswer(text)).toEqual({ text, page: null });
  },
);
