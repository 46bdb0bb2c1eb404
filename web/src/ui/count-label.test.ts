import { describe, expect, it } from 'vitest';
import { countLabel } from './count-label.ts';

describe('a number of new messages', () => {
  it('is exact up to 99', () => {
    expect([countLabel(1), countLabel(99)]).toEqual(['1', '99']);
  });

  it('is 99+ from a hundred on, whether there may be more or not', () => {
    expect([countLabel(100), countLabel(250), countLabel(100, true)]).toEqual(['99+', '99+', '99+']);
  });

  it('says when there may be more than were counted', () => {
    expect(countLabel(97, true)).toBe('97+');
  });
});
