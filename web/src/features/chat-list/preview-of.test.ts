import { describe, expect, it } from 'vitest';
import { type OutgoingMessage, plainText } from '../../data/outbox-state.ts';
import { previewOf } from './preview-of.ts';

const at = { seconds: 100, nanoseconds: 0, toMillis: () => 100_000 };
const last = { text: 'How was\n your day?', senderId: 'bo', senderName: 'Bo', at };

const mine = (text: string, state: OutgoingMessage['state']): OutgoingMessage => ({
  id: text,
  chatId: 'c1',
  ...plainText(text),
  writtenAt: 0,
  state,
  error: state === 'failed' ? 'not-allowed' : null,
});

const preview = (over: Partial<Parameters<typeof previewOf>[0]> = {}) =>
  previewOf({ type: 'group', last, uid: 'ada', outgoing: [], draft: '', ...over });

describe('the line of a chat', () => {
  it('of a request of mine says that it is sent, and not what it says', () => {
    expect(preview({ type: 'direct', uid: 'bo', isRequest: true })).toEqual({
      kind: 'message',
      who: '',
      what: 'Request sent',
    });
  });

  it('names the writer in a group, me as You, and nobody where there are only two', () => {
    expect(preview()).toEqual({ kind: 'message', who: 'Bo', what: 'How was your day?' });
    expect(preview({ uid: 'bo' })).toMatchObject({ who: 'You', what: 'How was your day?' });
    expect(preview({ type: 'direct' })).toMatchObject({ who: '' });
  });

  it('says so when nobody has written', () => {
    expect(preview({ last: null })).toMatchObject({ what: 'No messages yet' });
    expect(preview({ type: 'match', last: null })).toMatchObject({ what: 'Open the chat to read it' });
  });

  it('shows the note of a veiled message of mine, and not what it veils', () => {
    const veiled = { ...mine('what happened', 'waiting'), contentNote: 'loss' };
    expect(preview({ outgoing: [veiled] }).what).toBe('Content note: loss');
  });

  it('shows the name of a mention without the marks around it', () => {
    expect(preview({ outgoing: [mine('Hi \u2068@Ben\u2069, hello', 'waiting')] }).what).toBe(
      'Hi @Ben, hello',
    );
  });

  it('is my draft when there is one, and not when it is blank', () => {
    expect(preview({ draft: 'It was\nlong' })).toEqual({ kind: 'draft', who: 'Draft', what: 'It was long' });
    expect(preview({ draft: ' \n' })).toMatchObject({ kind: 'message' });
  });

  it('is what waits for a connection, and not what is being sent or was sent', () => {
    expect(preview({ outgoing: [mine('one', 'waiting'), mine('two', 'waiting')] })).toEqual({
      kind: 'waiting',
      who: 'Waiting',
      what: 'two',
    });
    expect(preview({ outgoing: [mine('one', 'sending'), mine('two', 'sent')] })).toMatchObject({
      kind: 'message',
    });
  });

  it('says how many pictures wait when no words go with them', () => {
    const picture = { path: 'p', width: 4, height: 3, alt: '', size: 9, state: 'new' as const };
    const what = (pictures: OutgoingMessage['pictures']) =>
      preview({ outgoing: [{ ...mine('', 'waiting'), pictures }] }).what;
    expect([what([picture]), what([picture, picture])]).toEqual(['Picture', '2 pictures']);
  });

  it('is first of all a message that was refused, then a draft, then what waits', () => {
    const outgoing = [mine('refused', 'failed'), mine('later', 'waiting')];
    expect(preview({ outgoing, draft: 'typed' })).toEqual({
      kind: 'failed',
      who: 'Not sent',
      what: 'refused',
    });
    expect(preview({ outgoing: outgoing.slice(1), draft: 'typed' })).toMatchObject({ kind: 'draft' });
    expect(preview({ outgoing: outgoing.slice(1) })).toMatchObject({ kind: 'waiting' });
  });
});
