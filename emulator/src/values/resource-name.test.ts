import { describe, expect, it } from 'vitest';
import { fromDatabaseName, fromDocumentName, fromParentName } from './resource-name.ts';

const root = 'projects/p/databases/(default)/documents';
const database = { project: 'p', database: '(default)' };

describe('a resource name', () => {
  it('is a database and a path', () => {
    expect(fromDatabaseName('projects/p/databases/(default)')).toStrictEqual(database);
    expect(fromDocumentName(`${root}/a/b/c/d`)).toStrictEqual({ database, path: 'a/b/c/d' });
    expect(fromParentName(root)).toStrictEqual({ database, path: '' });
  });

  it.each([
    ['', 'Database name "" lacks "projects" at index 0.'],
    ['projects/p', 'Database name "projects/p" lacks "/" at index 10.'],
    ['projects//databases/d', 'Database name "projects//databases/d" lacks a project id at index 9.'],
    [
      'projects/p/databases/d/x',
      'Database name "projects/p/databases/d/x" has extra characters at index 22.',
    ],
  ])('of a database may not be "%s"', (name, message) => {
    expect(() => fromDatabaseName(name)).toThrow(message);
  });

  it.each([
    [root, `Document name "${root}" lacks "/" at index 40.`],
    [`${root}/a`, `Document name "${root}/a" lacks "/" at index 42.`],
    [`${root}/a/`, `Document name "${root}/a/" has invalid trailing "/".`],
    [`${root}//b`, `Document name "${root}//b" lacks a collection id at index 41.`],
    [`${root}/a//`, `Document name "${root}/a//" lacks a resource id at index 43.`],
  ])('of a document may not be "%s"', (name, message) => {
    expect(() => fromDocumentName(name)).toThrow(message);
  });

  it.each([
    ['projects//databases/d/documents', 'lacks a project id at index 9.'],
    ['projects/p/databases/d', 'lacks "/" at index 22.'],
    [`${root}/a`, 'lacks "/" at index 42.'],
  ])('of a parent may not be "%s"', (name, problem) => {
    expect(() => fromParentName(name)).toThrow(`Document parent name "${name}" ${problem}`);
  });
});
