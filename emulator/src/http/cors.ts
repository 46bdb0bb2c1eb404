import type { Exchange } from './exchange.ts';

const METHODS = 'DELETE,GET,HEAD,PATCH,POST,PUT';

/** Lets any page in, as the reference does: it echoes the origin. To be called before anything is answered. */
export function allowOrigin({ request, response, method }: Exchange): void {
  response.setHeader('Vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Allow-Methods', METHODS);
  if (method !== 'OPTIONS') return;
  const headers = request.headers['access-control-request-headers'];
  if (headers !== undefined) response.setHeader('Access-Control-Allow-Headers', headers);
  if (request.headers['access-control-request-private-network'] !== undefined) {
    response.setHeader('Access-Control-Allow-Private-Network', 'true');
  }
}
