import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  readonly port: number;
  /** Documents that have passed since the last call: what Firestore bills as reads for a client's own requests. */
  takeReads(): number;
  close(): Promise<void>;
}

/** What stands in an answer once for each document. In texts people write, the quotes are escaped. */
const marks: readonly [path: RegExp, mark: string][] = [
  [/\/Listen\/channel/, '"documentChange"'],
  [/:batchGet/, '"found"'],
  [/:runQuery/, '"document"'],
];

/** Counts `mark` in a stream of text that comes in pieces, cut anywhere. */
export function createMarkCounter(mark: string): (piece: string) => number {
  let rest = '';
  return (piece) => {
    const parts = (rest + piece).split(mark);
    // A mark may have begun at the end; it is shorter than itself, so nothing is counted twice.
    rest = (parts.at(-1) ?? '').slice(-(mark.length - 1));
    return parts.length - 1;
  };
}

/**
 * Stands between a browser and Firestore and counts the documents on their way to the browser. What rules look up
 * is billed too and cannot be seen from here.
 */
export async function startCountingProxy(firestoreHost: string): Promise<CountingProxy> {
  let reads = 0;
  const [host = '', port = ''] = firestoreHost.split(':');
  const server = createServer((incoming, outgoing) => {
    const { method, url: path = '/' } = incoming;
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const onward = request({ host, port: Number(port), method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      outgoing.flushHeaders();
      const mark = marks.find(([pattern]) => pattern.test(path))?.[1];
      const count = mark === undefined ? () => 0 : createMarkCounter(mark);
      answer.on('data', (chunk: Buffer) => {
        outgoing.write(chunk);
        reads += count(chunk.toString('latin1'));
      });
      answer.on('end', () => outgoing.end());
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('error', () => onward.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    takeReads() {
      const taken = reads;
      reads = 0;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
