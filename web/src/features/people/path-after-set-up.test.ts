import { expect, it } from 'vitest';
import { pathAfterSetUp } from './path-after-set-up.ts';

it.each([
  [{ from: '/communities/abc' }, '/communities/abc'],
  [{ from: '/' }, '/discover'],
  [{ from: '/welcome' }, '/discover'],
  [{ from: '//example.org' }, '/discover'],
  [{ from: 'https://example.org' }, '/discover'],
  [null, '/discover'],
])('with %j the way goes on to %s', (state, path) => {
  expect(pathAfterSetUp(state)).toBe(path);
});
