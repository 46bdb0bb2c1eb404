/** A value of each kind that a filter may trip over; `without` lacks the field. */
export const kinds = {
  a: { v: Number.NaN },
  b: { v: -7 },
  c: { v: 12 },
  d: { v: '12' },
  e: { v: [12] },
  f: { v: [12, 13] },
  g: { v: ['12', { v: 12 }] },
  h: { v: { code: 5 } },
  nothing: { v: null },
  without: { code: 5 },
};
