import { describe, expect, it } from 'vitest';
import { dialAddress, textAddress } from './dial.ts';

describe('dialAddress', () => {
  it('drops the blanks people write and keeps a leading star', () => {
    expect(dialAddress('0800 111 0 111')).toBe('tel:08001110111');
    expect(dialAddress('*4141')).toBe('tel:%2A4141');
  });
});

describe('textAddress', () => {
  it('fills in the first words', () => {
    expect(textAddress('85258', 'SHOUT')).toBe('sms:85258?&body=SHOUT');
  });
});
