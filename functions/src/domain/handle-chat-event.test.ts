import { expect, it } from 'vitest';
import { type Clock, handleChatEvent } from './handle-chat-event.ts';
import { at, MemoryChat } from './memory-chat-store.fixture.ts';

function clockAt(millis: number): Clock & { waits: number } {
  let now = at(millis).toMillis();
  const clock = {
    waits: 0,
    now: () => now,
    waitUntil: async (time: number) => {
      clock.waits += 1;
      now = Math.max(now, time);
    },
  };
  return clock;
}

it('does not lose the end of a burst', async () => {
  const chat = new MemoryChat();
  chat.join('ada');
  chat.write('ada', 0);
  await handleChatEvent(chat, clockAt(1), { chatId: 'evening' });
  chat.write('ada', 500);
  const clock = clockAt(501);
  await handleChatEvent(chat, clock, { chatId: 'evening' });
  expect(clock.waits).toBe(1);
  expect(chat.last?.text).toBe('words at 500');
});

it('does not wait in a calm chat', async () => {
  const chat = new MemoryChat();
  chat.join('ada');
  chat.write('ada', 0);
  await handleChatEvent(chat, clockAt(1), { chatId: 'evening' });
  chat.write('ada', 5_000);
  const clock = clockAt(5_001);
  await handleChatEvent(chat, clock, { chatId: 'evening' });
  expect(clock.waits).toBe(0);
});
