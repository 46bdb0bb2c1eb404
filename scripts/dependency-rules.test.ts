import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from './dependency-rules.mjs';

/** A file and what it imports. */
interface Planted {
  readonly file: string;
  readonly imports: string;
  /** What the imported file imports in its turn. */
  readonly andBack?: string;
  readonly typeOnly?: boolean;
}

/** What each rule forbids, and beside it the same with one thing changed, which it allows. */
const rules: Record<string, { readonly forbids: readonly Planted[]; readonly allows: Planted }> = {
  'no-circular': {
    forbids: [
      { file: 'model/src/a.ts', imports: './b.ts', andBack: './a.ts' },
      { file: 'model/src/a.ts', imports: './b.ts', andBack: './a.ts', typeOnly: true },
    ],
    allows: { file: 'model/src/a.ts', imports: './b.ts' },
  },
  'production-imports-no-tests': {
    forbids: [
      { file: 'functions/src/a.ts', imports: './b.test.ts' },
      { file: 'functions/src/data/a.ts', imports: './b.fixture.ts' },
      { file: 'web/src/data/a.ts', imports: '../../../model/fixtures/b.ts' },
      { file: 'web/src/data/a.ts', imports: '../../../rules/b.ts' },
      { file: 'scripts/start.ts', imports: '../e2e/b.ts' },
      { file: 'scripts/start.ts', imports: './own-suites/b.ts' },
      { file: 'emulator/src/server/a.ts', imports: '../conformance/b.ts' },
      { file: 'emulator/src/rules/a.ts', imports: './testing/b.ts' },
      { file: 'model/src/a.ts', imports: 'fast-check' },
      { file: 'web/src/data/a.ts', imports: 'vitest' },
    ],
    allows: { file: 'functions/src/b.test.ts', imports: './b.fixture.ts' },
  },
  'not-to-undeclared': {
    forbids: [{ file: 'web/src/data/a.ts', imports: 'a-package-that-nobody-declared' }],
    allows: { file: 'web/src/data/a.ts', imports: 'virtua' },
  },
  'model-imports-only-zod': {
    forbids: [{ file: 'model/src/a.ts', imports: 'virtua' }],
    allows: { file: 'model/src/a.ts', imports: 'zod' },
  },
  'functions-imports-only-its-own': {
    forbids: [{ file: 'functions/src/a.ts', imports: '../../web/src/b.ts' }],
    allows: { file: 'functions/src/a.ts', imports: '../../model/src/b.ts' },
  },
  'web-imports-only-its-own': {
    forbids: [{ file: 'web/src/a.ts', imports: '../../functions/src/b.ts' }],
    allows: { file: 'web/src/a.ts', imports: '../../model/src/b.ts' },
  },
  'emulator-imports-only-its-own': {
    forbids: [{ file: 'emulator/src/store/a.ts', imports: '../../../model/src/b.ts' }],
    allows: { file: 'emulator/src/store/a.ts', imports: '../values/b.ts' },
  },
  'rules-imports-only-its-own': {
    forbids: [{ file: 'rules/a.ts', imports: '../web/src/b.ts' }],
    allows: { file: 'rules/a.ts', imports: '../model/src/b.ts' },
  },
  'e2e-imports-only-its-own': {
    forbids: [{ file: 'e2e/a.ts', imports: '../web/src/b.ts' }],
    allows: { file: 'e2e/a.ts', imports: '../model/src/b.ts' },
  },
  'bench-imports-only-its-own': {
    forbids: [{ file: 'bench/a.ts', imports: '../web/src/b.ts' }],
    allows: { file: 'bench/a.ts', imports: '../scripts/b.ts' },
  },
  'only-the-data-layer-imports-firebase': {
    forbids: [{ file: 'web/src/features/chat/a.ts', imports: 'firebase/firestore' }],
    allows: { file: 'web/src/data/a.ts', imports: 'firebase/firestore' },
  },
  'only-ui-imports-the-component-library': {
    forbids: [
      { file: 'web/src/features/chat/a.ts', imports: '@base-ui/react' },
      { file: 'web/src/app/a.ts', imports: '@mantine/core' },
      { file: 'web/src/features/chat/a.ts', imports: 'react-aria-components' },
    ],
    allows: { file: 'web/src/ui/a.ts', imports: '@base-ui/react' },
  },
  'features-are-islands': {
    forbids: [{ file: 'web/src/features/chat/a.ts', imports: '../discover/b.ts' }],
    allows: { file: 'web/src/features/chat/a.ts', imports: '../chat/b.ts' },
  },
  'features-do-not-import-the-app': {
    forbids: [{ file: 'web/src/features/chat/a.ts', imports: '../../app/b.ts' }],
    allows: { file: 'web/src/app/a.ts', imports: '../features/chat/b.ts' },
  },
  'ui-is-dumb': {
    forbids: [{ file: 'web/src/ui/a.ts', imports: '../data/b.ts' }],
    allows: { file: 'web/src/ui/a.ts', imports: '../ui/b.ts' },
  },
  'data-knows-no-screens': {
    forbids: [{ file: 'web/src/data/a.ts', imports: '../ui/b.ts' }],
    allows: { file: 'web/src/data/a.ts', imports: '../firebase/b.ts' },
  },
  'only-functions-data-imports-admin': {
    forbids: [{ file: 'functions/src/triggers/a.ts', imports: 'firebase-admin/firestore' }],
    allows: { file: 'functions/src/data/a.ts', imports: 'firebase-admin/firestore' },
  },
  'functions-domain-is-plain': {
    forbids: [{ file: 'functions/src/domain/a.ts', imports: 'firebase-functions/v2' }],
    allows: { file: 'functions/src/a.ts', imports: 'firebase-functions/v2' },
  },
  'functions-domain-knows-no-data': {
    forbids: [{ file: 'functions/src/domain/a.ts', imports: '../data/b.ts' }],
    allows: { file: 'functions/src/data/a.ts', imports: '../domain/b.ts' },
  },
  ...layerRule('values', 'store', 'values'),
  ...layerRule('store', 'query', 'values'),
  ...layerRule('query', 'service', 'store'),
  ...layerRule('rules', 'store', 'values'),
  ...layerRule('service', 'wire', 'rules'),
  ...layerRule('wire', 'transports', 'service'),
  ...layerRule('export', 'service', 'wire'),
  ...layerRule('http', 'service', 'wire'),
  ...layerRule('triggers', 'transports', 'service'),
  ...layerRule('journal', 'server', 'service'),
  ...layerRule('transports', 'server', 'service'),
  ...layerRule('server', 'main', 'transports'),
  ...layerRule('main', 'java', 'server'),
  'emulator-transports-are-islands': {
    forbids: [{ file: 'emulator/src/transports/grpc/a.ts', imports: '../rest/b.ts' }],
    allows: { file: 'emulator/src/transports/grpc/a.ts', imports: '../grpc/b.ts' },
  },
};

/** The emulator's layer `name` may import from `below` and not from `above`. */
function layerRule(name: string, above: string, below: string): typeof rules {
  const file = `emulator/src/${name}/a.ts`;
  return {
    [`emulator-layer-${name}`]: {
      forbids: [{ file, imports: `../${above}/b.ts` }],
      allows: { file, imports: `../${below}/b.ts` },
    },
  };
}

const root = resolve(import.meta.dirname, '..');

/** Everything above as one project, in which each file has the number of its place in this list in its name. */
const all = Object.values(rules).flatMap(({ forbids, allows }) => [...forbids, allows]);
const numbered = (path: string, planted: Planted) =>
  path.startsWith('.') || path === planted.file
    ? path.replace(/([^./]+)(\.[^/]+)$/, `$1${all.indexOf(planted)}$2`)
    : path;

function plant(base: string, planted: Planted): void {
  const what = planted.typeOnly ? 'type Value' : 'value';
  const file = join(base, numbered(planted.file, planted));
  const imports = numbered(planted.imports, planted);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  write(file, `import { ${what} } from '${imports}';\nexport { ${what} };\n`);
  if (!imports.startsWith('.')) return;
  const back =
    planted.andBack === undefined
      ? ''
      : `export { ${what} as back } from '${numbered(planted.andBack, planted)}';\n`;
  write(join(dirname(file), imports), `${back}export const value = 1;\nexport type Value = 1;\n`);
}

/** The rules that are broken, by the file that breaks them. */
const broken = new Map<string, string[]>();
const project = mkdtempSync(join(tmpdir(), 'sameboat-rules-'));
beforeAll(async () => {
  for (const planted of all) plant(project, planted);
  const declared = ['firebase', 'firebase-admin', 'firebase-functions', 'virtua', 'zod', '@base-ui/react'];
  const dependencies = Object.fromEntries([...declared, 'vitest', 'fast-check'].map((name) => [name, '*']));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'planted', dependencies }));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  const { options, forbidden } = config;
  const result = await cruise(
    ['.'],
    { ...options, baseDir: project, validate: true, ruleSet: { forbidden } } as unknown as ICruiseOptions,
    { extensions: ['.ts'] } as never,
  );
  for (const { from, rule } of (result.output as ICruiseResult).summary.violations)
    broken.set(from, [...(broken.get(from) ?? []), rule.name]);
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const brokenBy = (planted: Planted) => broken.get(numbered(planted.file, planted)) ?? [];

describe('the dependency rules', () => {
  it('are all tried here', () => {
    expect(Object.keys(rules).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  });

  it('know every folder of the emulator', () => {
    const folders = readdirSync(join(root, 'emulator', 'src'));
    const ruled = Object.keys(rules).map((name) => name.replace('emulator-layer-', ''));
    // Tests that all share, and a shell script.
    expect(folders.filter((name) => !ruled.includes(name))).toEqual(['conformance', 'java']);
  });

  for (const [rule, { forbids, allows }] of Object.entries(rules)) {
    for (const planted of forbids) {
      const how = planted.typeOnly ? ', be it for a type' : '';
      it(`${rule}: ${planted.file} must not import ${planted.imports}${how}`, () => {
        expect(brokenBy(planted)).toContain(rule);
      });
    }
    it(`${rule}: ${allows.file} may import ${allows.imports}`, () => {
      expect(brokenBy(allows)).toEqual([]);
    });
  }
});
