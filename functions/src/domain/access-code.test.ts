import { codeLength, normalCode, shownCode, typedCodeSchema } from '@sameboat/model/access-code';
import { describe, expect, it } from 'vitest';
import { hashCode, isHashOf, newAccessCode, newSalt } from './access-code.ts';

describe('an access code', () => {
  it('is one that people can type, and another one each time', () => {
    const codes = Array.from({ length: 50 }, newAccessCode);
    expect(new Set(codes).size).toBe(50);
    for (const code of codes) {
      expect(code).toHaveLength(codeLength);
      expect(typedCodeSchema.safeParse(shownCode(code)).success).toBe(true);
      expect(normalCode(shownCode(code))).toBe(code);
    }
  });

  it('has the same hash in whatever spelling, and another one with another salt', async () => {
    const [salt, other] = [newSalt(), newSalt()];
    const hash = await hashCode('0A1B2-CDEFG', salt);
    expect(await hashCode(' oaib2 cdefg', salt)).toBe(hash);
    expect(await hashCode('0A1B2CDEFH', salt)).not.toBe(hash);
    expect(await hashCode('0A1B2CDEFG', other)).not.toBe(hash);
    expect(hash).not.toContain('0A1B2');
  });

  it('is compared whole, and only with a hash of its own salt', async () => {
    const salt = newSalt();
    const codeHash = await hashCode('0A1B2CDEFG', salt);
    expect(isHashOf({ codeHash, salt }, { hash: codeHash, salt })).toBe(true);
    expect(isHashOf({ codeHash, salt }, { hash: codeHash, salt: newSalt() })).toBe(false);
    expect(isHashOf({ codeHash, salt }, { hash: codeHash.slice(2), salt })).toBe(false);
    expect(isHashOf({ codeHash, salt }, { hash: await hashCode('0A1B2CDEFH', salt), salt })).toBe(false);
  });
});
