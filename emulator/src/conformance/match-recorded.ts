import { expect } from 'vitest';

const PLACEHOLDER = /^<.*>$/;

/** Equality in which a recorded `<time>`, `<streamId>` and the like stands for any text that is there. */
export function expectRecorded(actual: unknown, recorded: unknown): void {
  expect(overlay(actual, recorded)).toStrictEqual(recorded);
}

/** The actual value with each part for which a placeholder was recorded replaced by the placeholder. */
function overlay(actual: unknown, recorded: unknown): unknown {
  if (
    typeof recorded === 'string' &&
    PLACEHOLDER.test(recorded) &&
    typeof actual === 'string' &&
    actual !== ''
  ) {
    return recorded;
  }
  if (Array.isArray(actual) && Array.isArray(recorded)) {
    return actual.map((part, index) => overlay(part, recorded[index]));
  }
  if (isRecord(actual) && isRecord(recorded)) {
    return Object.fromEntries(
      Object.entries(actual).map(([key, part]) => [key, overlay(part, recorded[key])]),
    );
  }
  return actual;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
