import type { Place } from '@sameboat/model/place';
import { useEffect, useMemo, useState } from 'react';
import { Combobox } from './combobox.tsx';

interface PlaceFieldProps {
  label: string;
  description?: string;
  placeholder?: string;
  value: Place | null;
  onChange: (place: Place | null) => void;
}

/** A city from the list that comes with the app: nothing is asked of the device, nothing is looked up elsewhere. */
export const PlaceField = ({ label, description, placeholder = 'Any', value, onChange }: PlaceFieldProps) => {
  const places = usePlaces();
  const options = useMemo(() => {
    const known =
      value !== null && !places.some((place) => place.id === value.id) ? [value, ...places] : places;
    return known
      .map((place) => ({ value: place.id, label: placeWords(place) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [places, value]);
  return (
    <Combobox
      label={label}
      description={description}
      placeholder={placeholder}
      options={options}
      value={value?.id ?? null}
      onChange={(id) => onChange(id === null ? null : (places.find((place) => place.id === id) ?? null))}
      nothingFound="We do not know this place yet. Choose the nearest larger town."
      unknown={(typed) => `We do not know “${typed}” yet. Choose the nearest larger town.`}
    />
  );
};

const countries = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });

/** "Graz, Austria". */
export function placeWords(place: Pick<Place, 'name' | 'country'>): string {
  return `${place.name}, ${countries.of(place.country) ?? place.country}`;
}

/** The list is fetched when a field for it is first on screen. */
function usePlaces(): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>(loaded);
  useEffect(() => {
    if (loaded.length > 0) return;
    let here = true;
    import('@sameboat/model/place-list').then(
      (list) => {
        loaded = list.places;
        if (here) setPlaces(loaded);
      },
      () => {
        // Without the list the field stays empty; the next visit to it tries again.
      },
    );
    return () => {
      here = false;
    };
  }, []);
  return places;
}

let loaded: readonly Place[] = [];
