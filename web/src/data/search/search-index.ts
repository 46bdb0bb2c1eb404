import MiniSearch from 'minisearch';
import { termsOf } from './search-terms.ts';

export interface Searchable {
  readonly id: string;
  readonly text: string;
}

export interface SearchIndex {
  /** Takes messages in, or anew where they were edited. */
  put(messages: readonly Searchable[]): void;
  remove(ids: readonly string[]): void;
  /** The ids of the messages that have a word beginning with each of the words of `wanted`, in no order. */
  find(wanted: string): readonly string[];
}

export function createSearchIndex(): SearchIndex {
  const index = new MiniSearch<Searchable>({
    fields: ['text'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', prefix: true },
  });
  return {
    put(messages) {
      for (const message of messages) {
        if (index.has(message.id)) index.discard(message.id);
        index.add(message);
      }
    },
    remove(ids) {
      for (const id of ids) if (index.has(id)) index.discard(id);
    },
    find: (wanted) => index.search(wanted).map(({ id }) => id as string),
  };
}
