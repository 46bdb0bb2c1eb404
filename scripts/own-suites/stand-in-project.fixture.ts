import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');

export interface StandIn {
  /** Its folder: everything in it is the project's own, by link, but what the test puts there and `.sameboat`. */
  readonly root: string;
  remove(): void;
}

/**
 * A folder that passes for the project, so that a suite runs from it without touching the data, the logs or the
 * generated files of a developer's `npm start`. `own`: names in the root that the test writes itself. What is built is
 * taken over as built.
 */
export function standInProject(own: readonly string[] = []): StandIn {
  // No part of this path begins with a dot: firebase-tools watches no functions under such a folder.
  const root = mkdtempSync(join(tmpdir(), 'sameboat-stand-in-'));
  for (const name of readdirSync(project)) {
    if (name.startsWith('.') || own.includes(name)) continue;
    symlinkSync(join(project, name), join(root, name));
  }
  mkdirSync(join(root, '.sameboat'));
  const built = join(project, '.sameboat', 'built');
  if (existsSync(built)) cpSync(built, join(root, '.sameboat', 'built'), { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}
