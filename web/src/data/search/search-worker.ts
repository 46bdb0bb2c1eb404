import type { SearchAnswer, SearchOrder } from './message-search.ts';
import { createSearchIndex } from './search-index.ts';

/** The index of one chat, away from the page, so that typing never waits for it. */
const index = createSearchIndex();

addEventListener('message', ({ data }: MessageEvent<SearchOrder>) => {
  if (data.type === 'put') index.put(data.messages);
  else if (data.type === 'remove') index.remove(data.ids);
  else postMessage({ request: data.request, ids: index.find(data.wanted) } satisfies SearchAnswer);
});
