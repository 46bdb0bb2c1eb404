import { describe, expect, it } from 'vitest';
import { everyFixtureSet } from '../fixtures/every-fixture-set.ts';
import { badHandles, goodHandles } from '../fixtures/handle.ts';
import { handleSchema } from './handle.ts';

for (const { record, schema, valid, invalid } of everyFixtureSet) {
  describe(`the schema of a new ${record}`, () => {
    it.each(Object.entries(valid))('accepts %s', (_name, document) => {
      expect(schema.safeParse(document)).toMatchObject({ success: true });
    });

    it.each(Object.entries(invalid))('refuses %s', (_name, document) => {
      expect(schema.safeParse(document).success).toBe(false);
    });
  });
}

describe('the schema of a handle', () => {
  it.each(goodHandles)('accepts %s', (handle) => {
    expect(handleSchema.safeParse(handle).success).toBe(true);
  });

  it.each(Object.entries(badHandles))('refuses %s', (_name, handle) => {
    expect(handleSchema.safeParse(handle).success).toBe(false);
  });
});
