import { describe, expect, it } from 'vitest';
import { checkCollectionId, checkDocumentId } from './document-name.ts';

describe('an ID', () => {
  it.each(['a', ' ', '__', '___', 'a__', '__a', '…', 'a.b', '*', 'x'.repeat(1500), '__id-7__'])(
    'of a document may be "%s"',
    (id) => {
      expect(() => checkDocumentId(id)).not.toThrow();
    },
  );

  it.each([
    ['', 'Resource id must not be empty.'],
    ['.', 'Resource id "." is invalid because it is reserved.'],
    ['..', 'Resource id ".." is invalid because it is reserved.'],
    ['____', 'Resource id "____" is invalid because it is reserved.'],
    ['a/b', 'Resource id "a/b" is invalid because it contains "/".'],
    ['a/b/c', 'Resource id "a/b/c" is invalid because it contains "/".'],
    ['é'.repeat(751), 'The key path element name is longer than 1500 bytes.'],
  ])('of a document may not be "%s"', (id, message) => {
    expect(() => checkDocumentId(id)).toThrow(message);
  });

  it('of a collection may be neither several nor a number', () => {
    expect(() => checkCollectionId('a/b/c')).toThrow(
      'Collection id "a/b/c" is invalid because it contains "/".',
    );
    expect(() => checkCollectionId('__id7__')).toThrow(
      'Collection id "__id7__" is invalid because it is reserved.',
    );
  });
});
