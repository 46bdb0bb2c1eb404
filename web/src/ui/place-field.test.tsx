import type { Place } from '@sameboat/model/place';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { PlaceField } from './place-field.tsx';

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
beforeAll(() => Promise.all([import('@sameboat/model/place-list'), import('./combobox-control.tsx')]));

const enter = async (words: string, key: string) => {
  // A click would list forty cities first, which takes long without a browser.
  const input = await screen.findByRole('combobox');
  act(() => input.focus());
  await userEvent.paste(words);
  await userEvent.keyboard(key);
};
const chosen = () => document.querySelector('output')?.textContent;

describe('the field for a place', () => {
  it.each(['{Enter}', '{Tab}'])('takes the best match for what was typed with %s', async (key) => {
    render(<Chosen />);
    await enter('Ber', key);
    expect(chosen()).toBe('berlin-de');
  });

  it('takes a smaller place once what was typed fits no larger one', async () => {
    render(<Chosen />);
    await enter('Berg', '{Enter}');
    expect(chosen()).toBe('bergen-no');
  });

  it('says so when it does not know what was typed, and keeps the words', async () => {
    render(<Chosen />);
    await enter('Atlantis', '{Tab}');
    expect(await screen.findByText(/We do not know “Atlantis” yet/)).toBeTruthy();
    expect(screen.getByDisplayValue('Atlantis')).toBeTruthy();
    expect(chosen()).toBe('none');
  });

  it('keeps a place that is not in its list', async () => {
    const old = { id: 'old-town', name: 'Old Town', region: 'Old', country: 'DE', geohash: 'u33db' };
    render(<Chosen begin={old} />);
    await userEvent.type(await screen.findByLabelText('Place'), '{Backspace}{Enter}');
    expect(chosen()).toBe('old-town');
  });
});
