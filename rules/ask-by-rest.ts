import type { QuerySpec } from '@sameboat/model/queries';
import { isFirestoreTime } from '@sameboat/model/time';
import { projectId } from './world.ts';

interface Answer {
  readonly error?: { readonly status: string };
}

/**
 * Sends a query over plain REST with an unsigned token, as somebody without our app would, and with an `offset`, which
 * the web SDK cannot express. Gives the status: 'OK', or Firestore's word for the refusal.
 */
export async function askByRest(
  uid: string,
  spec: QuerySpec,
  offset: number,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const split = spec.collection.lastIndexOf('/');
  const parent = split < 0 ? '' : `/${spec.collection.slice(0, split)}`;
  const response = await fetch(`${restRoot()}${parent}:runQuery`, {
    method: 'POST',
    headers: { authorization: `Bearer ${unsignedToken(uid, claims)}` },
    body: JSON.stringify({ structuredQuery: toStructuredQuery(spec, offset) }),
  });
  const answer = (await response.json()) as Answer | readonly Answer[];
  const first = Array.isArray(answer) ? answer[0] : answer;
  return first?.error?.status ?? 'OK';
}

/** Where the documents of the tests are found over REST. */
export function restRoot(): string {
  return `http://${process.env.FIRESTORE_EMULATOR_HOST}/v1/projects/${projectId}/databases/(default)/documents`;
}

/** A token as the Auth emulator makes them; the local Firestore believes its claims. */
export function unsignedToken(uid: string, claims: Readonly<Record<string, unknown>> = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const payload = {
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    iat: now,
    exp: now + 3_600,
    auth_time: now,
    sub: uid,
    user_id: uid,
    firebase: { sign_in_provider: 'password', identities: {} },
    ...claims,
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
}

function toStructuredQuery(spec: QuerySpec, offset: number) {
  const field = (fieldPath: string) => ({ fieldPath });
  return {
    from: [{ collectionId: spec.collection.split('/').at(-1), allDescendants: spec.group }],
    ...(spec.where.length === 0
      ? {}
      : {
          where: {
            compositeFilter: {
              op: 'AND',
              filters: spec.where.map((filter) => ({
                fieldFilter: {
                  field: field(filter.field),
                  op: operators[filter.op],
                  value: toValue(filter.value),
                },
              })),
            },
          },
        }),
    orderBy: spec.orderBy.map((order) => ({
      field: field(order.field),
      direction: order.direction === 'asc' ? 'ASCENDING' : 'DESCENDING',
    })),
    limit: spec.limit,
    offset,
  };
}

const operators = {
  '==': 'EQUAL',
  in: 'IN',
  '>=': 'GREATER_THAN_OR_EQUAL',
  '<=': 'LESS_THAN_OR_EQUAL',
  '<': 'LESS_THAN',
  'array-contains-any': 'ARRAY_CONTAINS_ANY',
} as const;

function toValue(value: unknown): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') return { integerValue: String(value) };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(toValue) } };
  if (isFirestoreTime(value)) return { timestampValue: new Date(value.toMillis()).toISOString() };
  throw new TypeError('A query filters by text, numbers, booleans and times.');
}
