import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { type AccessCode, codeAlphabet, codeLength, normalCode } from '@sameboat/model/access-code';

/** Some 40 ms and 16 MB a hash: too slow to go through codes with a stolen database. */
const options: ScryptOptions = { N: 2 ** 14, r: 8, p: 1 };
const bytes = 32;

/** A new code, in the form in which it is hashed. */
export function newAccessCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}

/** Sixteen random bytes in hex. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/** The slow hash of a code in any spelling, in hex. */
export function hashCode(code: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(normalCode(code), Buffer.from(salt, 'hex'), bytes, options, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });
}

/** Whether `hash`, made with `salt`, is that of the stored code. Takes the same time for every hash. */
export function isHashOf(
  stored: Pick<AccessCode, 'codeHash' | 'salt'>,
  { hash, salt }: { readonly hash: string; readonly salt: string },
): boolean {
  const [one, other] = [Buffer.from(stored.codeHash, 'hex'), Buffer.from(hash, 'hex')];
  return stored.salt === salt && one.length === other.length && timingSafeEqual(one, other);
}
