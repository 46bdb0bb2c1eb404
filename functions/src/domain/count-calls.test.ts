import { describe, expect, it } from 'vitest';
import { callerAddress, createCallCounter } from './count-calls.ts';

describe('calls', () => {
  it('of one address are refused above its limit, and those of another are not', () => {
    const mayCall = createCallCounter({ windowMs: 1_000, perAddress: 2, together: 10 }, () => 0);
    expect([mayCall('a'), mayCall('a'), mayCall('a'), mayCall('b')]).toEqual([true, true, false, true]);
  });

  it('of all addresses together are refused above their limit', () => {
    const mayCall = createCallCounter({ windowMs: 1_000, perAddress: 2, together: 3 }, () => 0);
    expect(['a', 'b', 'c', 'd'].map(mayCall)).toEqual([true, true, true, false]);
  });

  it('are counted anew in the next window', () => {
    let now = 0;
    const mayCall = createCallCounter({ windowMs: 1_000, perAddress: 1, together: 1 }, () => now);
    expect(mayCall('a')).toBe(true);
    now = 999;
    expect(mayCall('a')).toBe(false);
    now = 1_000;
    expect(mayCall('a')).toBe(true);
  });
});

describe('the address of a caller', () => {
  it.each([
    ['what the front end added, not what the caller wrote', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['the only one', '203.0.113.9', '203.0.113.9'],
    ['the socket when nothing was forwarded', undefined, '127.0.0.1'],
    ['the /64 of an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['the /64 of a short IPv6 address', '2001:db8::7', '2001:db8:0:0'],
    ['the local IPv6 address', '::1', '0:0:0:0'],
    ['an IPv4 address in IPv6', '::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ])('is %s', (_what, forwardedFor, address) => {
    expect(callerAddress(forwardedFor, '127.0.0.1')).toBe(address);
  });
});
