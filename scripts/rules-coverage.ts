import { spawn } from 'node:child_process';
import { build } from './build.ts';
import { startSuite } from './suite/launch.ts';
import { describeCoverage, isWhole, readRulesCoverage, writeCoveragePages } from './suite/rules-coverage.ts';
import { UserError } from './user-error.ts';

function runRulesTests(environment: Readonly<Record<string, string>>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--project', 'rules', '--reporter=dot'],
      { stdio: 'inherit', env: { ...process.env, ...environment } },
    );
    child.once('exit', (code) => resolve(code === 0));
  });
}

/**
 * `npm run rules:coverage`: runs the rules tests on a suite of its own and prints for each allow statement of both
 * rules files whether its condition was seen true and seen false. Fails when one was not, or when a test fails.
 */
export async function main(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new UserError('npm run rules:coverage takes no options.');
  const root = process.cwd();
  await build(root);
  const suite = await startSuite(root, {
    name: `coverage-${process.pid}`,
    freePorts: true,
    rulesCoverage: true,
  });
  process.once('SIGINT', () => void suite.stop().then(() => process.exit(130)));
  try {
    const passed = await runRulesTests(suite.environment);
    const files = await readRulesCoverage(root, suite);
    const pages = writeCoveragePages(root, files);
    console.log(
      `\n${describeCoverage(files, false).join('\n')}\n\nEvery expression and its values: ${pages.join(', ')}`,
    );
    if (!passed)
      throw new UserError('A rules test failed, so the coverage above may be less than it should.');
    if (!isWhole(files))
      throw new UserError('Some conditions were never seen true, or never false: a test is missing.');
  } finally {
    await suite.stop();
  }
}
