/** Firestore on one port: gRPC, WebChannel, REST and the emulator's own routes together. */
import type { AddressInfo, Server, Socket } from 'node:net';
import type { HttpTransport } from '../http/exchange.ts';
import type { FirestoreService } from '../service/firestore-service.ts';
import type { GrpcTransport } from '../transports/grpc/grpc-transport.ts';
import { createRestTransport } from '../transports/rest/rest-transport.ts';
import type { SessionOptions } from '../transports/webchannel/session.ts';
import { createWebChannelTransport } from '../transports/webchannel/webchannel-transport.ts';
import { createHttpServer } from './http-server.ts';
import { createPort } from './port.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Routes beside Firestore's own. */
  readonly extra: readonly HttpTransport[];
  /** Other times than a browser needs. */
  readonly webChannel?: SessionOptions;
}

export interface RunningFirestore {
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

/** Resolves when the port accepts; rejects with the system's error (`EADDRINUSE`) when it cannot. */
export async function serveFirestore(
  service: FirestoreService,
  options: ServeOptions,
): Promise<RunningFirestore> {
  const webChannel = createWebChannelTransport(service, options.webChannel);
  const http = createHttpServer([webChannel.handle, createRestTransport(service), ...options.extra]);
  const grpc = lazyGrpc(service);
  const sockets = new Set<Socket>();
  const port = createPort({ http1: (socket) => http.emit('connection', socket), http2: grpc.accept });
  port.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const { port: number } = await listen(port, options.host, options.port);
  return {
    port: number,
    close: async () => {
      webChannel.close();
      grpc.close();
      const closed = new Promise<void>((resolve) => port.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      http.closeAllConnections();
      await closed;
    },
  };
}

/** gRPC's library is half of the time to start, so it is loaded for the first client that speaks it. */
function lazyGrpc(service: FirestoreService) {
  let loading: Promise<GrpcTransport> | null = null;
  let loaded: GrpcTransport | null = null;
  let closed = false;
  const load = async () => {
    const { createGrpcTransport } = await import('../transports/grpc/grpc-transport.ts');
    loaded = createGrpcTransport(service);
    return loaded;
  };
  return {
    accept: (socket: Socket) => {
      if (loaded) {
        loaded.accept(socket);
        return;
      }
      const held: Buffer[] = [];
      const hold = (chunk: Buffer) => held.push(chunk);
      socket.on('data', hold).resume();
      loading ??= load();
      loading.then(
        (grpc) =>
          // In a turn of its own: HTTP/2 takes what is already there in the next tick, before any more can come.
          setImmediate(() => {
            socket.off('data', hold).pause();
            socket.unshift(Buffer.concat(held));
            if (closed) socket.destroy();
            else grpc.accept(socket);
          }),
        () => socket.destroy(),
      );
    },
    close: () => {
      closed = true;
      loaded?.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}
