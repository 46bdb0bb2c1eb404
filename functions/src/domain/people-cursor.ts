import * as z from 'zod/mini';

/**
 * A place in the order of listings: by place, then uid, where null stands after everybody in that place; or by time, the
 * latest first, then uid.
 */
export type Position =
  | { readonly kind: 'place'; readonly geohash: string; readonly uid: string | null }
  | { readonly kind: 'time'; readonly seconds: number; readonly nanoseconds: number; readonly uid: string };

const uid = z.string().check(z.regex(/^[\w-]{1,128}$/));
const positionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('place'),
    geohash: z.string().check(z.regex(/^[0-9b-z]{5}$/)),
    uid: z.nullable(uid),
  }),
  z.strictObject({
    kind: z.literal('time'),
    seconds: z.int(),
    nanoseconds: z.int().check(z.minimum(0), z.maximum(999_999_999)),
    uid,
  }),
]);

/** What a caller gets to hold a position by. */
export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Whatever else a caller sends stands for the beginning. */
export function readCursor(cursor: string | null): Position | null {
  if (cursor === null) return null;
  try {
    return positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
