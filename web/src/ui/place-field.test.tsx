import type { Place } from '@sameboat/model/place';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PlaceField } from './place-field.tsx';
import { findPlaces } from './places/find-places.ts';

const Chosen = ({ begin = null }: { begin?: Place | null }) => {
  const [place, setPlace] = useState<Place | null>(begin);
  return (
    <>
      <PlaceField label="Place" value={place} onChange={setPlace} />
      <output>{place?.id ?? 'none'}</output>
    </>
  );
};

// They come when a field is first on screen; here they are there before.
beforeAll(() => Promise.all([findPlaces('', 1), import('./combobox-control.tsx')]), 30_000);

const enter = async (words: string, key?: string) => {
  // A click would list forty cities first, which takes long without a browser.
  const input = await screen.findByRole('combobox');
  act(() => input.focus());
  await userEvent.paste(words);
  if (key) await userEvent.keyboard(key);
};
const chosen = () => document.querySelector('output')?.textContent;
const becomes = (id: string) => waitFor(() => expect(chosen()).toBe(id));

describe('the field for a place', () => {
  it.each(['{Enter}', '{Tab}'])('takes the best match for what was typed with %s', async (key) => {
    render(<Chosen />);
    await enter('Ber', key);
    await becomes('berlin-de');
  });

  it.each([
    ['Munchen', 'munich-de'],
    ['Köln', 'cologne-de'],
    ['Gent', 'ghent-be'],
  ])('knows %s by this name', async (name, id) => {
    render(<Chosen />);
    await enter(name, '{Tab}');
    await becomes(id);
  });

  it('tells towns of the same name in the same country apart by their region', async () => {
    render(<Chosen />);
    await enter('Springfield');
    await screen.findByRole('option', { name: 'Springfield, Missouri, United States' });
    await screen.findByRole('option', { name: 'Springfield, Illinois, United States' });
  });

  it('takes the town nearest to the position, and gives away no more than the town', async () => {
    const getCurrentPosition = (found: PositionCallback) =>
      found({ coords: { latitude: 47.0667, longitude: 15.4333 } } as GeolocationPosition);
    vi.stubGlobal(
      'navigator',
      Object.assign(Object.create(navigator), { geolocation: { getCurrentPosition } }),
    );
    render(<Chosen />);
    await userEvent.click(screen.getByRole('button', { name: 'Use my nearest town' }));
    await becomes('graz-at');
    vi.unstubAllGlobals();
  });

  it('says so when the browser does not share its position', async () => {
    const getCurrentPosition = (_: PositionCallback, refused: PositionErrorCallback) =>
      refused({ code: 1, PERMISSION_DENIED: 1 } as GeolocationPositionError);
    vi.stubGlobal(
      'navigator',
      Object.assign(Object.create(navigator), { geolocation: { getCurrentPosition } }),
    );
    render(<Chosen />);
    await userEvent.click(screen.getByRole('button', { name: 'Use my nearest town' }));
    await screen.findByText('Your browser does not share your position. Type your town instead.');
    vi.unstubAllGlobals();
  });

  it('says so when it does not know what was typed, and keeps the words', async () => {
    render(<Chosen />);
    await enter('Nowheria', '{Tab}');
    expect(await screen.findByText(/We do not know “Nowheria”/)).toBeTruthy();
    expect(screen.getByDisplayValue('Nowheria')).toBeTruthy();
    expect(chosen()).toBe('none');
  });

  it('keeps a place that is not in its list', async () => {
    const old = { id: 'old-town', name: 'Old Town', region: 'Old', country: 'DE', geohash: 'u33db' };
    render(<Chosen begin={old} />);
    await userEvent.type(await screen.findByLabelText('Place'), '{Backspace}{Enter}');
    expect(chosen()).toBe('old-town');
  });
});
