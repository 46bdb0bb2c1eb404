import type { Place } from '@sameboat/model/place';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Combobox } from './combobox.tsx';
import classes from './place-field.module.css';
import { TextButton } from './text-button.tsx';

interface PlaceFieldProps {
  label: string;
  description?: string;
  placeholder?: string;
  optional?: boolean;
  error?: string | undefined;
  value: Place | null;
  onChange: (place: Place | null) => void;
}

const OFFERED = 40;
const NOT_LOADED = 'We could not load the list of places. Check your connection, then type again.';

/**
 * A town from the list that comes with the app, by any of its names. No other server is asked. The device is asked for its
 * position only when somebody presses the button for it, and the position stays on the device: only the town is taken.
 */
export const PlaceField = ({
  label,
  description,
  placeholder = 'Any',
  optional = false,
  error,
  value,
  onChange,
}: PlaceFieldProps) => {
  const found = useRef(new Map<string, Place>());
  const options = useMemo(
    () => (value === null ? [] : [{ value: value.id, label: placeWords(value) }]),
    [value],
  );
  const find = useCallback(async (typed: string) => {
    const { findPlaces, asPlace } = await loadFinder();
    const places = await findPlaces(typed, OFFERED).catch(() => Promise.reject(new Error(NOT_LOADED)));
    const names = new Map<string, number>();
    for (const place of places) names.set(placeWords(place), (names.get(placeWords(place)) ?? 0) + 1);
    return places.map((place) => {
      found.current.set(place.id, asPlace(place));
      const isAmbiguous = (names.get(placeWords(place)) ?? 0) > 1;
      return { value: place.id, label: offeredWords(place, place.alias, isAmbiguous) };
    });
  }, []);

  return (
    <div className={classes.field}>
      <Combobox
        label={label}
        description={description}
        placeholder={placeholder}
        optional={optional}
        error={error}
        options={options}
        find={find}
        value={value?.id ?? null}
        onChange={(id) =>
          onChange(id === null ? null : id === value?.id ? value : (found.current.get(id) ?? null))
        }
        nothingFound="We do not know this place. Choose the nearest larger town."
        unknown={(typed) => `We do not know “${typed}”. Choose the nearest larger town.`}
      />
      <UsePosition onFound={onChange} />
    </div>
  );
};

/** Takes the listed town nearest to where the device says it is. */
const UsePosition = ({ onFound }: { onFound: (place: Place) => void }) => {
  const [state, setState] = useState<{ busy: boolean; words: string | null }>({ busy: false, words: null });
  if (!('geolocation' in navigator)) return null;
  const take = async () => {
    setState({ busy: true, words: null });
    setState({ busy: false, words: await placeHere(onFound) });
  };
  return (
    <p className={classes.position}>
      <TextButton disabled={state.busy} onClick={take}>
        {state.busy ? 'Looking for your nearest town' : 'Use my nearest town'}
      </TextButton>
      <span role="status">{state.words}</span>
    </p>
  );
};

/** Null when a town was found, otherwise why not, in a sentence. */
async function placeHere(onFound: (place: Place) => void): Promise<string | null> {
  const position = await new Promise<GeolocationPosition | GeolocationPositionError>((resolve) => {
    navigator.geolocation.getCurrentPosition(resolve, resolve, { maximumAge: 3_600_000, timeout: 10_000 });
  });
  if (!('coords' in position))
    return position.code === position.PERMISSION_DENIED
      ? 'Your browser does not share your position. Type your town instead.'
      : 'Your device did not find its position. Type your town instead.';
  const { latitude, longitude } = position.coords;
  try {
    const { nearestPlace } = await loadFinder();
    const place = await nearestPlace(latitude, longitude);
    if (place === null) return 'We know no town near you. Type the nearest one you know.';
    onFound(place);
    return null;
  } catch {
    return NOT_LOADED;
  }
}

const loadFinder = () => import('./places/find-places.ts').catch(() => Promise.reject(new Error(NOT_LOADED)));

const countries = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });

/** "Graz, Austria". */
export function placeWords(place: Pick<Place, 'name' | 'country'>): string {
  return `${place.name}, ${countries.of(place.country) ?? place.country}`;
}

/** "Cologne (Köln), Germany" where another name was found, and the region where two towns would read alike. */
function offeredWords(place: Place, alias: string | null, isAmbiguous: boolean): string {
  const name = alias === null ? place.name : `${place.name} (${alias})`;
  return placeWords({ ...place, name: isAmbiguous ? `${name}, ${place.region}` : name });
}
