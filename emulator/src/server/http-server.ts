/** Joins the HTTP transports: each path belongs to the first that takes it. */
import { createServer, type Server } from 'node:http';
import { allowOrigin } from '../http/cors.ts';
import { type HttpTransport, sendNotFound, toExchange } from '../http/exchange.ts';

export function createHttpServer(transports: readonly HttpTransport[]): Server {
  const server = createServer(
    { maxHeaderSize: 256 * 1024, keepAliveTimeout: 75_000 },
    (request, response) => {
      const exchange = toExchange(request, response);
      // A client that disappears in the middle is no event worth more than its own connection.
      request.on('error', () => response.destroy());
      response.on('error', () => response.destroy());
      allowOrigin(exchange);
      if (exchange.method === 'OPTIONS') {
        response.writeHead(200, { 'Content-Length': 0 });
        response.end();
        return;
      }
      if (!transports.some((transport) => transport(exchange))) sendNotFound(response);
    },
  );
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  return server;
}
