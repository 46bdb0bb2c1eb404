import { createServer } from 'node:net';
import { UserError } from '../user-error.ts';

/** Every port the suite listens on. `hosting` is the app. */
export const services = [
  'hosting',
  'auth',
  'firestore',
  'functions',
  'storage',
  'tasks',
  'eventarc',
  'hub',
  'logging',
  'websocket',
] as const;

export type Service = (typeof services)[number];
export type Ports = Readonly<Record<Service, number>>;

/** Where the suite listens when nothing else was asked for: the ports that Firebase's documentation uses. */
export const usualPorts: Ports = {
  hosting: 5000,
  auth: 9099,
  firestore: 8080,
  functions: 5001,
  storage: 9199,
  tasks: 9499,
  eventarc: 9299,
  hub: 4400,
  logging: 4500,
  websocket: 9150,
};

const purposes: Partial<Record<Service, string>> = {
  hosting: 'the app',
  auth: 'sign-in',
  firestore: 'Firestore',
};

/** Resolves to the port that was bound (0 asks for any free one), or to null when it is taken. */
function bind(port: number): Promise<{ port: number; release: () => Promise<void> } | null> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ port: bound, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

/**
 * Resolves to the port, or to a free one for 0. Throws a sentence that names the busy port, what it is for, and the way
 * out.
 */
export async function claimPort(port: number, purpose: string): Promise<number> {
  const claim = await bind(port);
  if (claim === null) {
    throw new UserError(
      `Port ${port} (${purpose}) is in use. Stop the program that uses it, or run "npm start -- --free-ports".`,
    );
  }
  await claim.release();
  return claim.port;
}

/** The same for every port of a suite. */
export async function claimPorts(ports: Ports): Promise<Ports> {
  for (const service of services) await claimPort(ports[service], purposes[service] ?? service);
  return ports;
}

/** Ten ports that are free now. All are held until all are found, so none is given twice. */
export async function findFreePorts(): Promise<Ports> {
  const claims = await Promise.all(services.map(async (service) => ({ service, claim: await bind(0) })));
  const ports = { ...usualPorts };
  for (const { service, claim } of claims) {
    if (claim === null) throw new UserError('This machine has no free port left.');
    ports[service] = claim.port;
    await claim.release();
  }
  return ports;
}
