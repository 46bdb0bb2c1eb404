import { describe, expect, it } from 'vitest';
import { countLabel, spokenCount } from './count-label.ts';

describe('a number of new messages', () => {
  it('is exact up to 99', () => {
    expect([countLabel(1), countLabel(99), spokenCount(99)]).toEqual(['1', '99', '99']);
  });

  it('is 99+ from a hundred on, counted to the end or not', () => {
    expect([countLabel(100), countLabel(250), countLabel(100, true)]).toEqual(['99+', '99+', '99+']);
    expect([spokenCount(130), spokenCount(100, true)]).toEqual(['more than 99', 'more than 99']);
  });

  it('says when there may be more than were counted', () => {
    expect([countLabel(97, true), spokenCount(97, true)]).toEqual(['97+', 'at least 97']);
  });
});
