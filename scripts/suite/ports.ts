import getPort from 'get-port';
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

const host = '127.0.0.1';

/**
 * Resolves to the port, or to a free one for 0. Throws a sentence that names the busy port, what it is for, and the way
 * out.
 */
export async function claimPort(port: number, purpose: string): Promise<number> {
  if (port === 0) return getPort({ host });
  // Another one than was asked for means that this one is taken.
  if ((await getPort({ host, port })) === port) return port;
  throw new UserError(
    `Port ${port} (${purpose}) is in use. Stop the program that uses it, or run "npm start -- --free-ports".`,
  );
}

/** The same for every port of a suite. */
export async function claimPorts(ports: Ports): Promise<Ports> {
  for (const service of services) await claimPort(ports[service], purposes[service] ?? service);
  return ports;
}

/** A free port for each service. None is given twice, nor to another call within half a minute. */
export async function findFreePorts(): Promise<Ports> {
  const ports = { ...usualPorts };
  for (const service of services) ports[service] = await getPort({ host });
  return ports;
}
