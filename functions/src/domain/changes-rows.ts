import { isDeepStrictEqual } from 'node:util';

/** Fields of a chat that say whose inbox shows it. */
const fields = ['state', 'endedAt'] as const;

/** Whether the change from one version of a chat to another calls for rows to come or go. */
export function changesRows(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return fields.some((field) => !isDeepStrictEqual(before[field], after[field]));
}
