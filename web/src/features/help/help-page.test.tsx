import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HelpPage } from './help-page.tsx';

const speak = (...languages: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

const open = () =>
  render(
    <MemoryRouter>
      <HelpPage />
    </MemoryRouter>,
  );

beforeEach(() => {
  localStorage.clear();
});

describe('HelpPage', () => {
  it('opens with the numbers of the country that the browser speaks', () => {
    speak('de-AT');
    open();
    expect(screen.getByRole('link', { name: 'Call 144' }).getAttribute('href')).toBe('tel:144');
    expect(screen.getByRole('heading', { name: 'Telefonseelsorge' })).toBeTruthy();
  });

  it('shows the numbers of another country when one is chosen, and remembers it', async () => {
    speak('en-US');
    const { unmount } = open();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Country' }), 'Japan');
    expect(screen.getByRole('link', { name: 'Call 119' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Call 911' })).toBeNull();
    unmount();
    open();
    expect(screen.getByRole('link', { name: 'Call 119' })).toBeTruthy();
  });

  it('offers the numbers that work most widely where we know no helpline', () => {
    speak('is-XX');
    open();
    for (const number of ['112', '911', '999']) {
      expect(screen.getByRole('link', { name: `Call ${number}` })).toBeTruthy();
    }
    expect(screen.getByRole('link', { name: 'Find A Helpline' })).toBeTruthy();
  });
});
