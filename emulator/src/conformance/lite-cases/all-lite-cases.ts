import type { LiteCase } from './lite-case.ts';
import { liteQueryCases } from './lite-query-cases.ts';
import { liteWriteCases } from './lite-write-cases.ts';

/** The cases of the Lite SDK by what they are about: each name goes on the sentence that its group begins. */
export const allLiteCases: Readonly<Record<string, readonly LiteCase[]>> = {
  'a write': liteWriteCases,
  'a query': liteQueryCases,
};
