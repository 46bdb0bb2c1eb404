/** One HTTP request and its answer, as the HTTP transports share them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { StatusError } from '../values/status.ts';
import { asStatusError } from '../wire/as-status-error.ts';
import { toHttpStatus, toJsonError } from '../wire/status.ts';

const MAX_BODY_BYTES = 16 * 1024 * 1024;

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** The path as it was sent, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Says whether the path is its own; only then has it taken the exchange over. */
export type HttpTransport = (exchange: Exchange) => boolean;

export function toExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  // A client may name the server too, as it would to a proxy (RFC 9112, section 3.2.2).
  const url = (request.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '') || '/';
  const mark = url.indexOf('?');
  return {
    request,
    response,
    method: request.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
  };
}

/** The whole body as text. Rejects with INVALID_ARGUMENT when it is longer than `maxBytes`, which are 16 MiB unless given. */
export async function readBody(request: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
  }
  if (length > maxBytes) {
    throw new StatusError('INVALID_ARGUMENT', `Request payload size exceeds the limit: ${maxBytes} bytes.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, text: string): void {
  send(response, status, 'application/json', text);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  // The reference names no type for its plain words.
  send(response, status, null, text);
}

export function sendError(response: ServerResponse, error: unknown): void {
  const status = asStatusError(error);
  sendJson(response, toHttpStatus(status.code), toJsonError(status));
}

export function sendNotFound(response: ServerResponse): void {
  sendText(response, 404, 'Not Found\n');
}

function send(response: ServerResponse, status: number, type: string | null, text: string): void {
  // The client may be gone, or an earlier failure may have answered.
  if (response.headersSent || response.destroyed) return;
  if (type !== null && response.req.method !== 'HEAD') response.setHeader('Content-Type', type);
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
