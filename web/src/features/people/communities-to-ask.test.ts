import { expect, it } from 'vitest';
import { communitiesToAsk } from './communities-to-ask.ts';

it('asks in the community that led here first, and in few of many', () => {
  const mine = new Set(Array.from({ length: 20 }, (_, place) => `c${place}`));
  expect(communitiesToAsk(mine, '/communities/c15')).toEqual([
    'c15',
    ...Array.from({ length: 7 }, (_, place) => `c${place}`),
  ]);
  expect(communitiesToAsk(mine, '/communities/other')[0]).toBe('c0');
  expect(communitiesToAsk(new Set(), '/')).toEqual([]);
});
