import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { type Suite, startSuite } from './suite/launch.ts';
import { describeCoverage, isWhole, readRulesCoverage } from './suite/rules-coverage.ts';
import { UserError } from './user-error.ts';

/** The steps of `npm test`, in order. `npm test -- rules browser` runs those two alone. */
const steps = ['format', 'types', 'dependencies', 'unit', 'suites', 'rules', 'functions', 'browser'] as const;
type Step = (typeof steps)[number];

const needsSuite: readonly Step[] = ['rules', 'functions', 'browser'];

interface Counts {
  passed: number;
  failed: number;
}

function node(script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return new Promise<boolean>((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: 'inherit',
      // The Admin SDK need not ask whether this machine stands in a data centre.
      env: { ...process.env, METADATA_SERVER_DETECTION: 'none', ...environment },
    });
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function vitest(
  root: string,
  step: Step,
  filters: readonly string[],
  environment: Readonly<Record<string, string>>,
  counts: Counts,
): Promise<boolean> {
  const directory = join(root, '.sameboat', 'results');
  mkdirSync(directory, { recursive: true });
  const results = join(directory, `${step}.json`);
  const projects = step === 'unit' ? ['unit', 'web'] : [step];
  const ok = await node(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      // The other steps go one file at a time; vitest would leave one of two cores to itself.
      ...(step === 'unit' ? ['--maxWorkers=2'] : []),
      ...filters,
    ],
    environment,
  );
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(results, 'utf8')) as {
    numPassedTests?: number;
    numFailedTests?: number;
  };
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  return ok;
}

/** Whether the tests have seen each condition of both rules files true and false; prints those that they have not. */
async function rulesAreCovered(root: string, suite: Suite): Promise<boolean> {
  const files = await readRulesCoverage(root, suite);
  console.log(describeCoverage(files, true).join('\n'));
  if (suite.storageCoveragePath === null) console.log("storage.rules: Google's program gives no coverage.");
  return isWhole(files);
}

function parse(args: readonly string[]): {
  wanted: readonly Step[];
  filters: readonly string[];
  official: boolean;
} {
  const isStep = (word: string): word is Step => (steps as readonly string[]).includes(word);
  const official = args.includes('--official');
  const words = args.filter((word) => word !== '--official');
  const unknown = words.find((word) => word.startsWith('-'));
  if (unknown !== undefined) {
    throw new UserError(
      `npm test does not know ${unknown}. Try: npm test -- [--official] [${steps.join(' ')}] [file …]`,
    );
  }
  const wanted = words.filter(isStep);
  const filters = words.filter((word) => !isStep(word));
  return { wanted: wanted.length > 0 ? wanted : steps, filters, official };
}

export async function main(args: readonly string[]): Promise<void> {
  const root = process.cwd();
  const { wanted, filters, official } = parse(args);
  const counts: Counts = { passed: 0, failed: 0 };
  let suite: Suite | null = null;
  let failed: Step | null = null;

  const startNeededSuite = async () => {
    if (suite === null) {
      await build(root);
      const name = `test-${process.pid}`;
      suite = await startSuite(root, { name, freePorts: true, official, rulesCoverage: true });
    }
    return suite;
  };
  const suiteEnvironment = async () => (await startNeededSuite()).environment;
  const rules = async () => {
    const running = await startNeededSuite();
    if (!(await vitest(root, 'rules', filters, running.environment, counts))) return false;
    // A part of the tests asks a part of the rules.
    return filters.length > 0 || rulesAreCovered(root, running);
  };
  const act: Record<Step, () => Promise<boolean>> = {
    format: () => node('node_modules/@biomejs/biome/bin/biome', ['ci', '.']),
    types: () => node('node_modules/typescript/bin/tsc', ['-b']),
    dependencies: () =>
      node('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', [
        '--config',
        'scripts/dependency-rules.mjs',
        'model',
        'functions/src',
        'web/src',
        'emulator/src',
        'rules',
        'e2e',
        'bench',
        'scripts',
      ]),
    unit: async () => {
      await build(root, ['emulator']);
      return vitest(root, 'unit', filters, {}, counts);
    },
    suites: async () => {
      await build(root);
      return vitest(root, 'suites', filters, {}, counts);
    },
    rules,
    functions: async () => vitest(root, 'functions', filters, await suiteEnvironment(), counts),
    browser: async () => vitest(root, 'browser', filters, await suiteEnvironment(), counts),
  };

  const stop = async () => {
    await suite?.stop();
    suite = null;
  };
  process.once('SIGINT', () => void stop().then(() => process.exit(130)));

  try {
    for (const step of wanted) {
      const began = performance.now();
      console.log(`\n── ${step} ${'─'.repeat(60 - step.length)}`);
      if (!(await act[step]())) {
        failed = step;
        break;
      }
      console.log(`${step}: good, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    await stop();
  }
  console.log(`\ntests: ${counts.passed} passed, ${counts.failed} failed`);
  if (failed !== null) {
    throw new UserError(
      `npm test stopped at "${failed}".${needsSuite.includes(failed) ? " The emulators' logs are in .sameboat/logs." : ''}`,
    );
  }
}
