import './without-eval.ts';
import * as z from 'zod/mini';

/** A day in UTC as `YYYY-MM-DD`, where the time itself would tell too much. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'This is not a day.'));

/** The day in UTC on which `milliseconds` since the epoch fall. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
