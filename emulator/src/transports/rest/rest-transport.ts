/** Firestore over HTTP and JSON. */
import {
  type Exchange,
  type HttpTransport,
  readBody,
  sendError,
  sendJson,
  sendNotFound,
} from '../../http/exchange.ts';
import type { FirestoreService } from '../../service/firestore-service.ts';
import { fromAuthorization } from '../../wire/caller.ts';
import { parseJson } from '../../wire/parse-json.ts';
import { routeOf } from './route.ts';

export function createRestTransport(service: FirestoreService): HttpTransport {
  return (exchange) => {
    if (!exchange.path.startsWith('/v1/')) return false;
    answer(service, exchange).catch((error) => sendError(exchange.response, error));
    return true;
  };
}

async function answer(service: FirestoreService, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const body = await readBody(request);
  const route = routeOf(exchange.method, exchange.path, exchange.query);
  if (!route) {
    sendNotFound(response);
    return;
  }
  if ('refusal' in route) throw route.refusal;
  const authenticate = () => fromAuthorization(request.headers.authorization);
  sendJson(response, 200, await route.answer(service, route.takesBody ? parseJson(body) : {}, authenticate));
}
