import type { Decimal } from 'decimal.js';

const placesMax = 10;

/** A number as people write it, with commas between thousands; and whether digits were left out. */
export function numberWords(value: Decimal): { readonly words: string; readonly isRounded: boolean } {
  const rounded = value.toDecimalPlaces(placesMax);
  const isRounded = !rounded.equals(value);
  const shown = rounded.isZero() ? rounded.abs() : rounded;
  const [whole = '', fraction] = shown.toFixed().split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return { words: fraction === undefined ? grouped : `${grouped}.${fraction}`, isRounded };
}
