import { readFileSync } from 'node:fs';
import { impersonalPaths, personalData } from '@sameboat/model/personal-data';
import { expect, it } from 'vitest';
import type { MatchBlock } from '../emulator/src/rules/parser/ast.ts';
import { parseRulesFile } from '../emulator/src/rules/parser/parse-rules-file.ts';

/** The paths that the rules have something to say about, as `users/{uid}/private/profile`. */
function pathsOf(file: string): readonly string[] {
  const { services } = parseRulesFile(readFileSync(file, 'utf8'));
  const walk = (matches: readonly MatchBlock[], above: readonly string[]): string[] =>
    matches.flatMap((match) => {
      const segments = match.pattern.map((part) => (part.kind === 'text' ? part.text : `{${part.name}}`));
      const path = [...above, ...segments];
      const own = match.allows.length > 0 ? [path.join('/')] : [];
      return [...own, ...walk(match.matches, path)];
    });
  const root = /^(?:databases\/\{database\}\/documents|b\/\{bucket\}\/o)\//;
  return services.flatMap(({ matches }) => walk(matches, [])).map((path) => path.replace(root, ''));
}

const known = new Set([
  ...Object.values(personalData).flatMap(({ paths }): readonly string[] => paths),
  ...Object.keys(impersonalPaths),
]);

it.each([
  ['firestore.rules', 25],
  ['storage.rules', 3],
])('%s has no path that the table of personal data does not know', (file, atLeast) => {
  const paths = pathsOf(file);
  expect(paths.length).toBeGreaterThanOrEqual(atLeast);
  expect(paths.filter((path) => !known.has(path))).toEqual([]);
});
