import { describe, expect, it } from 'vitest';
import {
  editWords,
  fromStoredText,
  insertMention,
  type MentionedText,
  mentionParts,
  noWords,
  storedLength,
  toStoredText,
  withoutIsolates,
} from './mention-text.ts';

const ada = { id: 'u1', name: 'Ada' };
const ben = { id: 'u2', name: 'Ben Lake' };

/** "Hi @Ada and @Ben Lake " */
const both = (): MentionedText => {
  const first = insertMention({ text: 'Hi @a', spans: [] }, { start: 3, end: 5 }, ada);
  const text = `${first.words.text}and @be`;
  return insertMention({ ...first.words, text }, { start: 12, end: 15 }, ben).words;
};

const mentioned = ({ text, spans }: MentionedText) =>
  spans.map((span) => `${text.slice(span.start, span.end)}=${span.id}`);

/** What the field says after `next` was made of the words, with the cursor where "|" is. */
const edited = (words: MentionedText, next: string) =>
  editWords(words, next.replace('|', ''), next.indexOf('|'));

describe('mentions among words that are being written', () => {
  it('are put in the place of what was typed, with a blank and the cursor behind', () => {
    expect(both().text).toBe('Hi @Ada and @Ben Lake ');
    expect(mentioned(both())).toEqual(['@Ada=u1', '@Ben Lake=u2']);
    const before = insertMention({ text: '@a, hello', spans: [] }, { start: 0, end: 2 }, ada);
    expect([before.words.text, before.caret]).toEqual(['@Ada , hello', 5]);
    expect(insertMention({ text: '@a hello', spans: [] }, { start: 0, end: 2 }, ada).words.text).toBe(
      '@Ada hello',
    );
  });

  it('move with the words around them', () => {
    expect(mentioned(edited(both(), 'Well, |Hi @Ada and @Ben Lake '))).toEqual(['@Ada=u1', '@Ben Lake=u2']);
    expect(mentioned(edited(both(), 'Hi @Ada, you a|and @Ben Lake '))).toEqual(['@Ada=u1', '@Ben Lake=u2']);
    expect(mentioned(edited(both(), 'Hi @|@Ada and @Ben Lake '))).toEqual(['@Ada=u1', '@Ben Lake=u2']);
    expect(mentioned(edited(both(), 'Hi @Adaa| and @Ben Lake '))).toEqual(['@Ada=u1', '@Ben Lake=u2']);
    expect(mentioned(edited(both(), '|@Ada and @Ben Lake '))).toEqual(['@Ada=u1', '@Ben Lake=u2']);
  });

  it('are words like others as soon as they are changed by hand', () => {
    expect(mentioned(edited(both(), 'Hi @Ad| and @Ben Lake '))).toEqual(['@Ben Lake=u2']);
    expect(mentioned(edited(both(), 'Hi |Ada and @Ben Lake '))).toEqual(['@Ben Lake=u2']);
    expect(mentioned(edited(both(), 'Hi @Ada and @Ben| Lake '.replace('Ben|', 'Bn|')))).toEqual(['@Ada=u1']);
    expect(mentioned(edited(both(), 'Hi |'))).toEqual([]);
    expect(mentioned(edited(both(), 'something else|'))).toEqual([]);
  });

  it('outlive an undo, where the cursor is not behind the change', () => {
    expect(mentioned(edited(both(), '|Hi @Ada or @Ben Lake '))).toEqual(['@Ada=u1', '@Ben Lake=u2']);
  });

  it('cannot be typed or pasted', () => {
    expect(edited(noWords, 'Hi \u2068@Otter\u2069|')).toEqual({ text: 'Hi @Otter', spans: [] });
    const words = edited(both(), 'x\u2066|Hi @Ada and @Ben Lake ');
    expect([words.text, mentioned(words)]).toEqual(['xHi @Ada and @Ben Lake ', ['@Ada=u1', '@Ben Lake=u2']]);
  });
});

describe('mentions in a stored message', () => {
  it('are names between isolates, with the ids in the same order, and are read back', () => {
    const stored = toStoredText(both());
    expect(stored).toEqual({
      text: 'Hi \u2068@Ada\u2069 and \u2068@Ben Lake\u2069',
      mentions: ['u1', 'u2'],
    });
    expect(mentionParts(stored.text, stored.mentions)).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'mention', ...ada },
      { kind: 'text', text: ' and ' },
      { kind: 'mention', ...ben },
    ]);
    expect(toStoredText(fromStoredText(stored.text, stored.mentions))).toEqual(stored);
    expect(withoutIsolates(stored.text)).toBe('Hi @Ada and @Ben Lake');
  });

  it('are stored without the blanks around the message, and as long as the field says', () => {
    const { words } = insertMention({ text: ' \n@a', spans: [] }, { start: 2, end: 4 }, ada);
    expect(toStoredText(words)).toEqual({ text: '\u2068@Ada\u2069', mentions: ['u1'] });
    expect(storedLength(words)).toBe(words.text.length + 2);
    expect(storedLength(both())).toBe(toStoredText(both()).text.length + 1);
  });

  it('of another app may be broken: a name without an id is text, an id without a name is not drawn', () => {
    expect(mentionParts('\u2068@Otter\u2069 \u2068@Ada\u2069', ['u2'])).toEqual([
      { kind: 'mention', id: 'u2', name: 'Otter' },
      { kind: 'text', text: ' \u2068@Ada\u2069' },
    ]);
    expect(mentionParts('Hi \u2068@Otter', ['u2'])).toEqual([{ kind: 'text', text: 'Hi \u2068@Otter' }]);
    expect(mentionParts('\u2068@Otter\u2069', [])).toEqual([{ kind: 'text', text: '\u2068@Otter\u2069' }]);
    expect(mentionParts('\u2068@\u2068@Ada\u2069\u2069', ['u1'])).toEqual([
      { kind: 'text', text: '\u2068@' },
      { kind: 'mention', ...ada },
      { kind: 'text', text: '\u2069' },
    ]);
  });
});
