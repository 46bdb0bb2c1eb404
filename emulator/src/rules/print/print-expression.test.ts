import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../parser/ast.ts';
import { Cursor } from '../parser/cursor.ts';
import { parseExpression } from '../parser/parse-expression.ts';
import { parseRulesFile } from '../parser/parse-rules-file.ts';
import { arbitraryExpression } from '../testing/arbitrary-expression.ts';
import { printExpression } from './print-expression.ts';
import { printRulesFile } from './print-rules-file.ts';

/** A tree without its positions, as text. */
function shape(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => {
    if (key === 'span' || key === 'nameSpan' || key === 'typeSpan') return undefined;
    return typeof value === 'bigint' ? `int ${value}` : value;
  });
}

function parse(source: string): Expression {
  return parseExpression(new Cursor(source));
}

describe('printing and parsing', { timeout: 60_000 }, () => {
  it('an expression that is printed and parsed again is the same tree', () => {
    fc.assert(
      fc.property(arbitraryExpression, (node) => {
        expect(shape(parse(printExpression(node)))).toBe(shape(node));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a && (b || c)', 'a && (b || c)'],
    ['(a && b) || c', 'a && b || c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['(a < b) == true', 'a < b == true'],
    ['a ? b : c ? d : e', 'a ? b : c ? d : e'],
    ['(a ? b : c) ? d : e', '(a ? b : c) ? d : e'],
    ['-(2).size()', '-(2).size()'],
    ['get(/a/$(b)/(default)).data', 'get(/a/$(b)/(default)).data'],
    ["'it\\'s' + \"\\u00e9\"", "'it\\'s' + '\\u00e9'"],
  ])('%s prints as %s', (source, printed) => {
    expect(printExpression(parse(source))).toBe(printed);
  });

  it('a whole file that is printed and parsed again is the same tree', () => {
    const source = `rules_version = '2';
      function top(a, b) { let c = a; return c == b }
      service cloud.firestore {
        match /databases/{database}/documents {
          function inner() { return top(1, 2.5); }
          match /a/{id} { allow read, create: if inner() /* why */ && id != 'x'; allow list; }
          match /{rest=**} { allow write: if false; } // nothing else
        }
      }`;
    const tree = parseRulesFile(source);
    expect(shape(parseRulesFile(printRulesFile(tree)))).toBe(shape(tree));
  });
});
