import { randomUUID } from 'node:crypto';

/** A name that no other test claims: Cyrillic letters without a likeness in ASCII. */
export function freshWord(): string {
  return [...randomUUID().replaceAll('-', '')]
    .map((digit) => 'бгджзилпфцчшщэюя'[Number.parseInt(digit, 16)])
    .join('');
}
