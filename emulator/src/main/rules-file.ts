import { readFileSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { RulesIssue } from '../rules/access.ts';
import type { RulesBook } from '../server/rules-book.ts';
import { UsageError } from './flags.ts';

/** Editors write a file in several steps. */
const SETTLE_MS = 50;

/** Loads the rules. Throws UsageError when the file is missing or does not compile. */
export function loadRulesFile(book: RulesBook, file: string, log: (line: string) => void): void {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The rules file ${file} cannot be read.`);
  }
  const issues = book.load(source);
  const error = issues.find(({ severity }) => severity === 'ERROR');
  if (error) throw new UsageError(`The rules do not compile: ${describe(file, error)}`);
  for (const issue of issues) log(`Warning: ${describe(file, issue)}`);
}

/** Loads the rules again whenever the file changes; rules that do not compile leave the old ones in force. */
export function watchRulesFile(book: RulesBook, file: string, log: (line: string) => void): () => void {
  let settling: NodeJS.Timeout | null = null;
  const reload = () => {
    try {
      loadRulesFile(book, file, log);
      log(`The rules in ${file} are in force.`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      log(`${error.message} The rules before stay in force.`);
    }
  };
  const name = basename(file);
  // The folder, because many editors replace a file by another.
  const watcher = watch(dirname(resolve(file)), (_event, changed) => {
    if (changed !== name) return;
    if (settling) clearTimeout(settling);
    settling = setTimeout(reload, SETTLE_MS);
  });
  watcher.on('error', () => log(`${file} cannot be watched: changes need a restart.`));
  return () => {
    if (settling) clearTimeout(settling);
    watcher.close();
  };
}

function describe(file: string, { line, column, message }: RulesIssue): string {
  return `${file}:${line}:${column}: ${message}`;
}
