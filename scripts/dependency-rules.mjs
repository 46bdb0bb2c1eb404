/**
 * Which way imports may point (ARCHITECTURE.md says why). `npm test` runs this, and
 * scripts/dependency-rules.test.ts plants a violation of every rule and sees it caught.
 */

const ours = '^(model|functions|web|emulator|e2e|bench|rules|scripts)/';
const tests = '\\.test\\.tsx?$';
/** What tests are made of: nothing that ships, builds or starts the project may need it. */
const testCode = [
  '\\.(test|fixture|setup)\\.tsx?$',
  '^(rules|e2e|bench)/',
  '^model/fixtures/',
  '^emulator/src/(conformance|rules/testing)/',
  '^emulator/src/values/arbitrary-value\\.ts$',
  '^web/src/app/test-setup\\.ts$',
  '^(web/)?vitest\\.config\\.ts$',
  '^scripts/(own-suites/|(screenshots|gallery-pictures)\\.ts$)',
].join('|');
const testTools =
  '(^|/)(vitest|fast-check|jsdom|axe-core|playwright-core|@testing-library|@firebase/rules-unit-testing)(/|$)';
const componentLibraries = '(^|/)(@base-ui|@mantine|@react-aria|react-aria|react-aria-components)(/|$)';
const firebaseSdk = '(^|/)(firebase|@firebase/[^/]+)(/|$)';
const admin = '(^|/)firebase-admin(/|$)';

/** A package may import these folders of ours and nothing else of ours. */
const mayImport = (folder, allowed) => ({
  name: `${folder}-imports-only-its-own`,
  comment: `${folder} may import from: ${[folder, ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: ours, pathNot: `^(${[folder, ...allowed].join('|')})(/|$)` },
});

/** Inside the emulator a layer may import these layers and nothing else of the emulator. */
const layer = (name, allowed) => ({
  name: `emulator-layer-${name}`,
  comment: `emulator/src/${name} may import from: ${[name, ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^emulator/src/${name}/`, pathNot: tests },
  to: { path: '^emulator/src/', pathNot: `^emulator/src/(${[name, ...allowed].join('|')})/` },
});

/** All that the server joins; `main` is what starts it, and nobody imports that. */
const belowServer = [
  ...['values', 'store', 'query', 'rules', 'service', 'wire'],
  ...['export', 'http', 'triggers', 'journal', 'transports'],
];

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other, be it for a type, are one idea, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'production-imports-no-tests',
      comment:
        'What ships, or builds and starts the project, needs neither tests and fixtures nor their tools.',
      severity: 'error',
      from: { path: '^(model|functions|web|emulator|scripts)/', pathNot: testCode },
      to: { path: `${testCode}|${testTools}` },
    },
    {
      name: 'not-to-undeclared',
      comment:
        'What is imported stands in the package.json of its workspace or of the project. (lazy-validators.cjs ' +
        'reaches into what firebase-tools brings, on purpose; virtual:places is made by web/places-build.ts.)',
      severity: 'error',
      from: { path: ours, pathNot: '^scripts/suite/lazy-validators\\.cjs$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'], pathNot: '^virtual:places$' },
    },
    {
      name: 'model-imports-only-zod',
      comment: 'The model is shared by the browser and the functions: it carries nothing but schemas.',
      severity: 'error',
      from: { path: '^model/(src|fixtures)/', pathNot: tests },
      to: { pathNot: '(^model/(src|fixtures)/)|((^|/)zod(/|$))' },
    },
    mayImport('functions', ['model']),
    mayImport('web', ['model']),
    mayImport('emulator', []),
    // The app's own way from a query of the model to one of the SDK: what is proved is what is sent.
    mayImport('rules', ['model', 'web/src/data/to-query\\.ts']),
    // The cases of emulator/src/conformance/sdk-cases run in a browser too.
    mayImport('e2e', ['model', 'emulator']),
    mayImport('bench', ['model', 'e2e', 'scripts', 'emulator']),
    {
      name: 'only-the-data-layer-imports-firebase',
      comment: 'Components see typed values and a status, never the SDK.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '^web/src/(data|firebase)/' },
      to: { path: firebaseSdk },
    },
    {
      name: 'only-ui-imports-the-component-library',
      comment: 'Every control comes from web/src/ui, so that another library is a change of one folder.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '^web/src/ui/' },
      to: { path: componentLibraries },
    },
    {
      name: 'features-are-islands',
      comment: 'One feature never imports another; a route or ui/ joins them.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'features-do-not-import-the-app',
      comment: 'Imports point from the app to its features.',
      severity: 'error',
      from: { path: '^web/src/features/' },
      to: { path: '^web/src/app/' },
    },
    {
      name: 'ui-is-dumb',
      comment: 'A component in ui/ knows neither data nor features.',
      severity: 'error',
      from: { path: '^web/src/ui/' },
      to: { path: '^web/src/(app|features|data|firebase)/' },
    },
    {
      name: 'data-knows-no-screens',
      comment: 'The data layer is below everything that is seen.',
      severity: 'error',
      from: { path: '^web/src/(data|firebase)/' },
      to: { path: '^web/src/(app|features|ui)/' },
    },
    {
      name: 'only-functions-data-imports-admin',
      comment: 'Triggers and the domain reach Firestore through functions/src/data.',
      severity: 'error',
      from: { path: '^functions/src/', pathNot: `(^functions/src/data/)|(${tests})` },
      to: { path: admin },
    },
    {
      name: 'functions-domain-is-plain',
      comment: 'The domain can be tested alone: no Firebase in it.',
      severity: 'error',
      from: { path: '^functions/src/domain/', pathNot: tests },
      to: { path: '(^|/)firebase-(functions|admin)(/|$)' },
    },
    {
      name: 'functions-domain-knows-no-data',
      comment: 'The domain says what it needs as ports; functions/src/data fills them.',
      severity: 'error',
      from: { path: '^functions/src/domain/' },
      to: { path: '^functions/src/data/' },
    },
    layer('values', []),
    layer('store', ['values']),
    layer('query', ['values', 'store']),
    layer('rules', ['values']),
    layer('service', ['values', 'store', 'query', 'rules']),
    layer('wire', ['values', 'store', 'query', 'rules', 'service']),
    layer('export', ['values', 'wire']),
    layer('http', ['values', 'wire']),
    layer('triggers', ['values', 'service', 'wire']),
    layer('journal', ['values', 'service', 'wire']),
    layer('transports', ['values', 'rules', 'service', 'wire', 'http']),
    layer('server', [...belowServer]),
    layer('main', [...belowServer, 'server']),
    {
      name: 'emulator-transports-are-islands',
      comment: 'A transport does not know another one; server.ts joins them.',
      severity: 'error',
      from: { path: '^emulator/src/transports/([^/]+)/', pathNot: tests },
      to: { path: '^emulator/src/transports/[^/]+/', pathNot: '^emulator/src/transports/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((web|functions|emulator)/dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
