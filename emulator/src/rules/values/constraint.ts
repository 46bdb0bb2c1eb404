import type { Value } from '../../values/value.ts';

/** One thing that a query's filter says about a field of every document it can return. */
export type Known =
  | { readonly kind: 'exists' }
  | { readonly kind: 'not'; readonly values: readonly Value[] }
  | { readonly kind: 'above' | 'below'; readonly bound: Value; readonly inclusive: boolean }
  | { readonly kind: 'contains'; readonly value: Value };

/**
 * A field that a query limits without fixing its value: what is known of it, all at once. It can decide some
 * comparisons; everything else on it is an error. Never seen outside `list`.
 */
export class Constraint {
  constructor(readonly known: readonly Known[]) {}
}
