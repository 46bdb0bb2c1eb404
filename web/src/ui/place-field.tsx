import type { Place } from '@sameboat/model/place';
import { useEffect, useMemo, useState } from 'react';
import { Combobox } from './combobox.tsx';

interface PlaceFieldProps {
  label: string;
  description?: string;
  placeholder?: string;
  optional?: boolean;
  error?: string | undefined;
  value: Place | null;
  onChange: (place: Place | null) => void;
}

/** A town from the list that comes with the app: the device is not asked for its position, and no other server is asked. */
export const PlaceField = ({
  label,
  description,
  placeholder = 'Any',
  optional = false,
  error,
  value,
  onChange,
}: PlaceFieldProps) => {
  const { places, large, problem } = usePlaces();
  const known = useMemo(
    () => (value === null || places.some(({ id }) => id === value.id) ? places : [value, ...places]),
    [places, value],
  );
  const options = useMemo(() => toOptions(known, large), [known, large]);
  const missing =
    places.length > 0 ? null : (problem ?? 'The list of places is on its way. Try again in a moment.');
  return (
    <Combobox
      label={label}
      description={description}
      placeholder={placeholder}
      optional={optional}
      error={error}
      options={options}
      value={value?.id ?? null}
      onChange={(id) => onChange(known.find((place) => place.id === id) ?? null)}
      nothingFound={missing ?? 'We do not know this place yet. Choose the nearest larger town.'}
      unknown={(typed) => missing ?? `We do not know “${typed}” yet. Choose the nearest larger town.`}
    />
  );
};

/** Large cities first: of those that begin with what was typed, they are the ones most people mean. */
function toOptions(places: readonly Place[], large: ReadonlySet<string>) {
  const rank = (id: string) => (large.has(id) ? 0 : 1);
  return places
    .map((place) => ({ value: place.id, label: placeWords(place) }))
    .sort((a, b) => rank(a.value) - rank(b.value) || a.label.localeCompare(b.label));
}

const countries = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });

/** "Graz, Austria". */
export function placeWords(place: Pick<Place, 'name' | 'country'>): string {
  return `${place.name}, ${countries.of(place.country) ?? place.country}`;
}

interface PlaceList {
  readonly places: readonly Place[];
  readonly large: ReadonlySet<string>;
  /** Why there is no list, in a sentence. */
  readonly problem: string | null;
}

const NO_LIST: PlaceList = { places: [], large: new Set(), problem: null };
const NOT_LOADED: PlaceList = {
  ...NO_LIST,
  problem: 'We could not load the list of places. Check your connection, then load this page again.',
};

let loaded: PlaceList | null = null;

/** The list is part of the app. It is fetched when a field for it is first on screen, and again when a network is back. */
function usePlaces(): PlaceList {
  const [list, setList] = useState<PlaceList>(loaded ?? NO_LIST);
  useEffect(() => {
    let here = true;
    const load = () => {
      if (loaded !== null) return;
      import('@sameboat/model/place-list').then(
        ({ places, largePlaceIds }) => {
          loaded = { places, large: largePlaceIds, problem: null };
          if (here) setList(loaded);
        },
        () => {
          if (here) setList(NOT_LOADED);
        },
      );
    };
    load();
    window.addEventListener('online', load);
    return () => {
      here = false;
      window.removeEventListener('online', load);
    };
  }, []);
  return list;
}
