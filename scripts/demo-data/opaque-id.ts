import { createHash } from 'node:crypto';

/** A document id that is the same every time and tells nothing of what it is made from. */
export function opaqueId(...parts: readonly (string | number)[]): string {
  return createHash('sha256')
    .update(parts.join('\u0000'))
    .digest('base64url')
    .replace(/[-_]/g, 'x')
    .slice(0, 20);
}
