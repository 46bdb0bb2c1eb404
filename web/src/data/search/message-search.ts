import type { Searchable } from './search-index.ts';

export type SearchOrder =
  | { type: 'put'; messages: readonly Searchable[] }
  | { type: 'remove'; ids: readonly string[] }
  | { type: 'find'; request: number; wanted: string };

export interface SearchAnswer {
  readonly request: number;
  readonly ids: readonly string[];
}

/** The part of a worker that is needed. */
export interface SearchPort {
  postMessage(order: SearchOrder): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<SearchAnswer>) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

export interface MessageSearch {
  /** All that can be found from now on: what is new or edited is indexed, what is missing is forgotten. */
  setMessages(messages: readonly Searchable[]): void;
  /** The ids of what has all the words, in no order. Rejects if this browser cannot start the worker. */
  find(wanted: string): Promise<readonly string[]>;
  close(): void;
}

const startWorker = (): SearchPort =>
  new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });

/** Searches messages on this device. Nothing of it is stored, and nothing leaves the device. */
export function openMessageSearch(start: () => SearchPort = startWorker): MessageSearch {
  const port = start();
  const indexed = new Map<string, string>();
  const waiting = new Map<number, { resolve: (ids: readonly string[]) => void; reject: () => void }>();
  let requests = 0;
  let broken = false;

  port.addEventListener('message', ({ data }) => {
    waiting.get(data.request)?.resolve(data.ids);
    waiting.delete(data.request);
  });
  port.addEventListener('error', () => {
    broken = true;
    for (const { reject } of waiting.values()) reject();
    waiting.clear();
  });

  return {
    setMessages(messages) {
      const changed = messages.filter(({ id, text }) => text !== '' && indexed.get(id) !== text);
      const present = new Set(messages.filter(({ text }) => text !== '').map(({ id }) => id));
      const gone = [...indexed.keys()].filter((id) => !present.has(id));
      for (const { id, text } of changed) indexed.set(id, text);
      for (const id of gone) indexed.delete(id);
      if (changed.length > 0)
        port.postMessage({ type: 'put', messages: changed.map(({ id, text }) => ({ id, text })) });
      if (gone.length > 0) port.postMessage({ type: 'remove', ids: gone });
    },
    find(wanted) {
      requests += 1;
      const request = requests;
      return new Promise((resolve, reject) => {
        const fail = () => reject(new Error('The search could not be started.'));
        if (broken) return fail();
        waiting.set(request, { resolve, reject: fail });
        port.postMessage({ type: 'find', request, wanted });
      });
    },
    close: () => port.terminate(),
  };
}
