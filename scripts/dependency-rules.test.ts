import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import config from './dependency-rules.mjs';

/** A file that breaks the rule, and what it imports. */
const violations: Record<string, { file: string; imports: string; also?: Record<string, string> }> = {
  'no-circular': {
    file: 'model/src/a.ts',
    imports: './b.ts',
    also: { 'model/src/b.ts': "import { value as a } from './a.ts';\nexport const value = a;\n" },
  },
  'not-to-undeclared': { file: 'web/src/data/a.ts', imports: 'a-package-that-nobody-declared' },
  'model-imports-only-zod': { file: 'model/src/a.ts', imports: 'virtua' },
  'functions-imports-only-its-own': { file: 'functions/src/a.ts', imports: '../../web/src/target.ts' },
  'web-imports-only-its-own': { file: 'web/src/a.ts', imports: '../../functions/src/target.ts' },
  'emulator-imports-only-its-own': {
    file: 'emulator/src/store/a.ts',
    imports: '../../../model/src/target.ts',
  },
  'rules-imports-only-its-own': { file: 'rules/a.ts', imports: '../web/src/target.ts' },
  'e2e-imports-only-its-own': { file: 'e2e/a.ts', imports: '../web/src/target.ts' },
  'bench-imports-only-its-own': { file: 'bench/a.ts', imports: '../web/src/target.ts' },
  'only-the-data-layer-imports-firebase': {
    file: 'web/src/features/chat/a.ts',
    imports: 'firebase/firestore',
  },
  'features-are-islands': { file: 'web/src/features/chat/a.ts', imports: '../discover/target.ts' },
  'features-do-not-import-the-app': { file: 'web/src/features/chat/a.ts', imports: '../../app/target.ts' },
  'ui-is-dumb': { file: 'web/src/ui/a.ts', imports: '../data/target.ts' },
  'data-knows-no-screens': { file: 'web/src/data/a.ts', imports: '../ui/target.ts' },
  'only-functions-data-imports-admin': {
    file: 'functions/src/triggers/a.ts',
    imports: 'firebase-admin/firestore',
  },
  'functions-domain-is-plain': { file: 'functions/src/domain/a.ts', imports: 'firebase-functions/v2' },
  'emulator-layer-values': { file: 'emulator/src/values/a.ts', imports: '../store/target.ts' },
  'emulator-layer-store': { file: 'emulator/src/store/a.ts', imports: '../query/target.ts' },
  'emulator-layer-query': { file: 'emulator/src/query/a.ts', imports: '../service/target.ts' },
  'emulator-layer-rules': { file: 'emulator/src/rules/a.ts', imports: '../store/target.ts' },
  'emulator-layer-service': { file: 'emulator/src/service/a.ts', imports: '../wire/target.ts' },
  'emulator-layer-wire': { file: 'emulator/src/wire/a.ts', imports: '../transports/rest/target.ts' },
  'emulator-transports-are-islands': {
    file: 'emulator/src/transports/grpc/a.ts',
    imports: '../rest/target.ts',
  },
};

const root = resolve(import.meta.dirname, '..');
const planted = mkdtempSync(join(tmpdir(), 'sameboat-rules-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

function write(base: string, path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

async function brokenRules(base: string): Promise<string[]> {
  const { options, forbidden } = config;
  const result = await cruise(
    ['.'],
    {
      ...options,
      baseDir: base,
      validate: true,
      ruleSet: { forbidden },
    } as unknown as ICruiseOptions,
    { extensions: ['.ts'] } as never,
  );
  return (result.output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}

describe('the dependency rules', () => {
  it('have a planted violation each', () => {
    expect(Object.keys(violations).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  });

  for (const [rule, { file, imports, also }] of Object.entries(violations)) {
    it(`catch a violation of ${rule}`, async () => {
      const base = join(planted, rule);
      write(
        base,
        file,
        `import { value } from '${imports}';\nexport const used = value;\nexport { value };\n`,
      );
      for (const [path, text] of Object.entries(also ?? {})) write(base, path, text);
      if (imports.startsWith('.') && also === undefined) {
        write(base, join(dirname(file), imports), 'export const value = 1;\n');
      }
      write(
        base,
        'package.json',
        '{ "name": "planted", "dependencies": { "firebase": "*", "virtua": "*" } }',
      );
      symlinkSync(join(root, 'node_modules'), join(base, 'node_modules'));
      expect(await brokenRules(base)).toContain(rule);
    });
  }
});
