import { useSyncExternalStore } from 'react';
import { type Connection, createConnectionStore } from './connection-store.ts';
import { toDataError } from './data-error.ts';

export type { Connection };

/** The one state of the connection, for the banner, forms, outbox and every screen. */
export const connection = createConnectionStore(() => navigator.onLine);
window.addEventListener('online', connection.browserChanged);
window.addEventListener('offline', connection.browserChanged);

/** The state of the connection, live. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.read);
}

/** Returns the request's result, and reports to the connection whether the server answered. */
export async function expectAnswerOf<T>(request: Promise<T>): Promise<T> {
  const answer = connection.expectAnswer();
  try {
    const result = await request;
    answer.arrived();
    return result;
  } catch (cause) {
    if (toDataError(cause).code === 'offline') answer.failed();
    else answer.arrived();
    throw cause;
  }
}
