import { describe, expect, it } from 'vitest';
import { previewOf } from './preview.ts';

const plain = { text: 'See you tonight', images: [], contentNote: null, deletedAt: null };

describe('the preview of a message', () => {
  it('is the text itself when that is short', () => {
    expect(previewOf(plain)).toBe('See you tonight');
  });

  it('puts several lines on one', () => {
    expect(previewOf({ ...plain, text: '  one\n\n two\tthree ' })).toBe('one two three');
  });

  it('has the names of mentions without the marks around them', () => {
    expect(previewOf({ ...plain, text: 'Hi \u2068@Ben Lake\u2069, hello' })).toBe('Hi @Ben Lake, hello');
  });

  it('ends a long text with an ellipsis at 140 characters', () => {
    const preview = previewOf({ ...plain, text: 'ab '.repeat(1_000) });
    expect([...preview].length).toBeLessThanOrEqual(140);
    expect(preview).toMatch(/^ab ab .*…$/);
    expect([...previewOf({ ...plain, text: 'x'.repeat(141) })]).toHaveLength(140);
    expect(previewOf({ ...plain, text: 'x'.repeat(140) })).toBe('x'.repeat(140));
  });

  it('never tears an emoji or an accent apart', () => {
    const family = '👨‍👩‍👧‍👦';
    const preview = previewOf({ ...plain, text: family.repeat(100) });
    expect(preview.endsWith('…')).toBe(true);
    expect(preview.slice(0, -1).replaceAll(family, '')).toBe('');
  });

  it('shows the content note and not the words behind it', () => {
    expect(previewOf({ ...plain, text: 'the hard part', contentNote: 'hospital' })).toBe(
      'Content note: hospital',
    );
  });

  it('says that a message was deleted and nothing more', () => {
    expect(previewOf({ ...plain, contentNote: 'hospital', deletedAt: {} })).toBe('Message deleted');
  });

  it('describes a picture by its words, its description, or the word', () => {
    const images = [{ alt: 'the harbour at dusk' }];
    expect(previewOf({ ...plain, images })).toBe('See you tonight');
    expect(previewOf({ ...plain, text: '', images })).toBe('Picture: the harbour at dusk');
    expect(previewOf({ ...plain, text: '', images: [{ alt: '' }] })).toBe('Picture');
  });

  it('counts several pictures', () => {
    const images = [{ alt: 'the harbour at dusk' }, { alt: 'the harbour at dawn' }];
    expect(previewOf({ ...plain, text: '', images })).toBe('2 pictures');
    expect(previewOf({ ...plain, images })).toBe('See you tonight');
  });
});
