import type { AccessRequest, QueryShape } from '../access.ts';
import { unknownToQuery } from '../values/rules-error.ts';
import { RulesPath } from '../values/rules-path.ts';
import type { RulesMap, RulesValue } from '../values/rules-value.ts';
import { documentResource } from './document-access.ts';

/**
 * `request` for Firestore. A key that does not belong to the method is absent, and asking for it is an error:
 * `resource` on reads, `query` on anything but `list`. On a delete `resource` is null.
 */
export function requestValue(request: AccessRequest): RulesMap {
  const { auth, method, newData, query, time } = request;
  const value = new Map<string, RulesValue>();
  value.set(
    'auth',
    auth === null
      ? null
      : new Map<string, RulesValue>([
          ['uid', auth.uid],
          ['token', auth.token],
        ]),
  );
  value.set('method', method);
  value.set(
    'path',
    method === 'list'
      ? unknownToQuery
      : new RulesPath(['databases', request.database.database, 'documents', ...request.path.split('/')]),
  );
  value.set('time', time);
  if (method === 'create' || method === 'update') {
    const document = { path: request.path, fields: newData ?? new Map() };
    value.set('resource', documentResource(document, request.database.database));
  }
  if (method === 'delete') value.set('resource', null);
  if (query !== null) value.set('query', queryValue(query));
  return value;
}

function queryValue(query: QueryShape): RulesMap {
  const orderBy = query.orderBy.map(({ field, direction }) => [field.join('.'), direction] as const);
  return new Map<string, RulesValue>([
    ['limit', query.limit === null ? null : BigInt(query.limit)],
    ['offset', BigInt(query.offset)],
    ['orderBy', new Map(orderBy)],
  ]);
}
