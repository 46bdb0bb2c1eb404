import { expect, it, vi } from 'vitest';
import { openMessageSearch, type SearchAnswer, type SearchOrder, type SearchPort } from './message-search.ts';
import { createSearchIndex } from './search-index.ts';

/** The worker's part, on the same thread. */
function startHere() {
  const index = createSearchIndex();
  const orders: SearchOrder[] = [];
  let answer = (_event: MessageEvent<SearchAnswer>) => {};
  let fail = () => {};
  const port: SearchPort = {
    postMessage(order) {
      orders.push(order);
      if (order.type === 'put') index.put(order.messages);
      else if (order.type === 'remove') index.remove(order.ids);
      else
        answer(
          new MessageEvent('message', { data: { request: order.request, ids: index.find(order.wanted) } }),
        );
    },
    addEventListener: (type: string, listener: never) => {
      if (type === 'message') answer = listener;
      else fail = listener;
    },
    terminate: vi.fn(),
  };
  return { search: openMessageSearch(() => port), orders, fail: () => fail() };
}

it('indexes each message once, again when it was edited, and forgets it when it is deleted', async () => {
  const { search, orders } = startHere();
  search.setMessages([
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
  ]);
  search.setMessages([
    { id: 'a', text: 'one' },
    { id: 'b', text: 'three' },
  ]);
  expect(orders).toEqual([
    { type: 'put', messages: [expect.objectContaining({ id: 'a' }), expect.objectContaining({ id: 'b' })] },
    { type: 'put', messages: [{ id: 'b', text: 'three' }] },
  ]);
  expect(await search.find('three')).toEqual(['b']);
  search.setMessages([
    { id: 'a', text: '' },
    { id: 'b', text: 'three' },
  ]);
  expect(await search.find('one')).toEqual([]);
});

it('rejects when the worker cannot be started', async () => {
  const { search, fail } = startHere();
  fail();
  await expect(search.find('one')).rejects.toThrow('could not be started');
});
