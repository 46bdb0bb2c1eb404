/** One port for gRPC and HTTP: the first bytes of a connection tell them apart. */
import { createServer, type Server, type Socket } from 'node:net';

const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
/** A connection that says nothing is let go after this. */
const SILENCE_MS = 120_000;

export interface Protocols {
  readonly http2: (connection: Socket) => void;
  readonly http1: (connection: Socket) => void;
}

export function createPort(protocols: Protocols): Server {
  return createServer({ noDelay: true }, (socket) => {
    let begun: Buffer = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.setTimeout(SILENCE_MS, () => socket.destroy());
    const onData = (chunk: Buffer) => {
      begun = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
      const compared = Math.min(begun.length, PREFACE.length);
      const isPreface = begun.subarray(0, compared).equals(PREFACE.subarray(0, compared));
      if (isPreface && begun.length < PREFACE.length) return;
      socket.off('data', onData);
      socket.pause();
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      socket.unshift(begun);
      if (isPreface) protocols.http2(socket);
      else {
        protocols.http1(socket);
        process.nextTick(() => socket.resume());
      }
    };
    socket.on('data', onData);
  });
}
