import { createContext } from 'react';

/**
 * A hook that gives the address of a stored picture, or null while and where there is none. `path` is null while none is
 * wanted; `side` is the longer one that it is drawn at, in CSS pixels.
 */
export type UsePicture = (path: string | null, side: number) => string | null;

/** How pictures are fetched. Where nobody says it, none are drawn. */
export const Pictures = createContext<UsePicture>(() => null);
