import { readFileSync, statSync } from 'node:fs';
import type { DeclaredFieldOverride, DeclaredIndex, DeclaredIndexes } from '../service/options.ts';
import { UsageError } from './flags.ts';

/** How often, at most, a query looks whether the file has changed. */
const LOOK_MS = 500;

/**
 * The declared composite indexes, read anew when the file changes. Throws UsageError when it cannot be read at first;
 * later the last good content stays.
 */
export function openIndexesFile(file: string): () => DeclaredIndexes {
  let looked = Date.now();
  let changed = modified(file);
  let indexes = read(file);
  return () => {
    const now = Date.now();
    if (now - looked < LOOK_MS) return indexes;
    looked = now;
    const latest = modified(file);
    if (latest === changed) return indexes;
    changed = latest;
    try {
      indexes = read(file);
    } catch {
      // Half-written: the next change brings the rest.
    }
    return indexes;
  };
}

function modified(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function read(file: string): DeclaredIndexes {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`The index file ${file} cannot be read as JSON.`);
  }
  const { indexes, fieldOverrides } = (parsed ?? {}) as Record<string, unknown>;
  return {
    indexes: (Array.isArray(indexes) ? indexes : []) as DeclaredIndex[],
    fieldOverrides: (Array.isArray(fieldOverrides) ? fieldOverrides : []) as DeclaredFieldOverride[],
  };
}
