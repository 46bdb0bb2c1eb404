import { expect, it } from 'vitest';
import { directChatId } from './direct-chat-id.ts';

it('two people have one direct chat, whoever starts it', () => {
  expect(directChatId('ben', 'ada')).toBe('dm_ada_ben');
  expect(directChatId('ada', 'ben')).toBe('dm_ada_ben');
});
