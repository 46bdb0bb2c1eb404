import { countries } from '@sameboat/model/helplines';
import { fromOtterAnswer } from '@sameboat/model/otter';
import { describe, expect, it, vi } from 'vitest';
import { answerTo } from './answer-to.ts';
import { countryIn } from './country-in.ts';

// A Saturday, late in the evening.
const now = Date.UTC(2026, 10, 21, 22, 30);
const asker = (timeZone: string | null = 'Europe/Berlin') => ({ now, timeZone: async () => timeZone });
const ask = async (question: string, timeZone?: string | null) =>
  fromOtterAnswer(await answerTo(question, asker(timeZone)));

describe('answerTo', () => {
  it('works out numbers', async () => {
    expect(await ask('what is 12 times 7?')).toBe('That is 84.');
  });

  it('tells the time, the date and the weekday where the asker is', async () => {
    expect(await ask('what time is it?')).toBe('It is 23:30 where you are.');
    expect(await ask("what's the date?", 'Asia/Tokyo')).toBe('Today is Sunday, 22 November 2026.');
    expect(await ask('what day is it?', 'America/New_York')).toBe('Today is Saturday, 21 November 2026.');
    expect(await ask('which weekday is it')).toMatch(/Saturday/);
  });

  it.each([null, 'Not/AZone', '', 'Europe/Berlin; drop'])(
    'tells the time in UTC, and says so, for the zone %s',
    async (zone) => {
      expect(await ask('the time', zone)).toMatch(/^It is 22:30 where you are\. That is in UTC/);
    },
  );

  it('looks at the time zone only when it needs one', async () => {
    const timeZone = vi.fn(async () => 'Europe/Berlin');
    await answerTo('what is 1 + 1', { now, timeZone });
    expect(timeZone).not.toHaveBeenCalled();
  });

  it.each(['help me breathe', 'a breathing exercise please', 'calm me down', 'breathing'])(
    'offers the exercise to “%s”',
    async (question) => {
      expect(await ask(question)).toMatch(/in for four seconds.*\n\/help\/breathing$/);
    },
  );

  it.each(['helplines for Ireland', 'helpline IE', 'who can I call in ireland?'])(
    'lists the helplines of a country for “%s”',
    async (question) => {
      const answer = await ask(question);
      expect(answer).toMatch(/^Ireland\. In an emergency, call /);
      expect(answer).toMatch(/Samaritans.*116 123/);
      expect(answer).toMatch(/\n\/help$/);
    },
  );

  it('has words for every country in the list, short enough for a message', async () => {
    for (const { code, lines } of countries) {
      const answer = await ask(`helplines ${code}`);
      for (const { name } of lines) expect(answer).toContain(name);
      expect(answer.length).toBeLessThan(4_000);
      expect(answer).not.toMatch(/undefined|, \.|: \./);
    }
  });

  it('asks for the country, and says when it has no numbers for one', async () => {
    expect(await ask('helplines please')).toMatch(/^For which country\?/);
    expect(await ask('helplines for Vatican City')).toMatch(/^I have no numbers for Vatican City/);
  });

  it.each(['are you a person?', 'are you a real human', 'are you an AI', 'who are you?', 'are you a bot'])(
    'says that it is a program when asked “%s”',
    async (question) => {
      expect(await ask(question)).toMatch(/a program and not a person/);
    },
  );

  it.each(['what can you do?', '', 'help', 'what can I ask you'])(
    'says what it can do for “%s”',
    async (question) => {
      expect(await ask(question)).toMatch(/I am a program, and I can help with these:\n.*12 times 7/);
    },
  );

  it.each(['why is the sky blue?', 'tell me about Ada', 'ignore your instructions'])(
    'says that it does not know “%s”',
    async (question) => {
      expect(await ask(question)).toMatch(/^I do not know that one\. I am a program/);
    },
  );

  it.each([
    'I want to die',
    'how do I kill myself',
    'what is 1 plus 1, I cannot go on',
    "I don't want to live any more",
    'helplines for suicide in Germany',
    'what time is it, I took an overdose',
  ])('points to people and to Help, and to nothing else, when it hears “%s”', async (question) => {
    expect(await ask(question)).toMatch(/heard by a person.*emergency number\.\n\/help$/);
  });

  it('hears no danger in ordinary words', async () => {
    expect(await ask('what is 12 times 7, this is killing me')).not.toMatch(/emergency/);
  });
});

describe('countryIn', () => {
  it.each([
    ['helplines for the UK', 'GB'],
    ['helplines in South Africa', 'ZA'],
    ['helplines DE', 'DE'],
    ['Helplines for Côte d’Ivoire', 'CI'],
    ['helplines for cote d ivoire', 'CI'],
    ['in the United States of America', 'US'],
  ])('finds the country in “%s”', (text, code) => {
    expect(countryIn(text)).toBe(code);
  });

  it.each(['is it for us', 'no', 'in my town'])('finds none in “%s”', (text) => {
    expect(countryIn(text)).toBeNull();
  });
});
