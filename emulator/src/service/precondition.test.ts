import { describe, expect, it } from 'vitest';
import { violatedPrecondition } from './precondition.ts';

const messageOf = (database: string, path: string) =>
  violatedPrecondition({ project: 'p', database }, path, null, { exists: true })?.message;

describe('a document that should exist and does not', () => {
  it('is told of by its key, as Datastore prints one', () => {
    expect(messageOf('(default)', 'c/a/s/b')).toBe(
      'no entity to update: app: "dev~p"\npath <\n' +
        '  Element {\n    type: "c"\n    name: "a"\n  }\n' +
        '  Element {\n    type: "s"\n    name: "b"\n  }\n>\n',
    );
  });

  it('is told of with a numeric ID as a number, strange characters escaped, and any database but the default', () => {
    expect(messageOf('second', 'c/__id-7__')).toBe(
      'no entity to update: app: "dev~p"\npath <\n' +
        '  Element {\n    type: "c"\n    id: -7\n  }\n>\ndatabase_id: "second"\n',
    );
    expect(messageOf('(default)', 'c/"é\n\\')).toContain(String.raw`name: "\"\303\251\012\\"`);
  });
});
