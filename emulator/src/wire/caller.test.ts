import { describe, expect, it } from 'vitest';
import { fromAuthorization } from './caller.ts';

const token = (claims: unknown) =>
  `Bearer ${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

describe('an Authorization header', () => {
  it.each(['Bearer owner', 'bearer OWNER', 'Bearer ya29.abc', 'BEARER YA29.'])(
    '%s is an administrator',
    (header) => {
      expect(fromAuthorization(header)).toStrictEqual({ kind: 'admin' });
    },
  );

  it.each([undefined, ''])('%s is nobody', (header) => {
    expect(fromAuthorization(header)).toStrictEqual({ kind: 'user', auth: null });
  });

  it('with a JWT is the user it names, with its claims as values', () => {
    expect(
      fromAuthorization(
        token({ user_id: 'u', sub: 's', n: 1, half: 0.5, list: ['a', null], in: { b: true } }),
      ),
    ).toStrictEqual({
      kind: 'user',
      auth: {
        uid: 'u',
        token: new Map<string, unknown>([
          ['user_id', 'u'],
          ['sub', 's'],
          ['n', 1n],
          ['half', 0.5],
          ['list', ['a', null]],
          ['in', new Map([['b', true]])],
        ]),
      },
    });
  });

  it('falls back on the subject', () => {
    expect(fromAuthorization(token({ sub: 's' }))).toMatchObject({ auth: { uid: 's' } });
  });

  it.each(['Bearer x', 'Bearer a.b', 'Bearer a.b.c.d', 'Bearer ..', 'Bearer e30.e30.!', token([])])(
    '%s is refused',
    (header) => {
      expect(() => fromAuthorization(header)).toThrow('invalid jwt');
    },
  );

  it('that is no bearer token fails as the reference does', () => {
    expect(() => fromAuthorization('Basic abc')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN', message: '' }),
    );
  });
});
