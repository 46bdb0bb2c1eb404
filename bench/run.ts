import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../e2e/browser.ts';
import { build } from '../scripts/build.ts';
import { fillWithDemoData } from '../scripts/demo-data.ts';
import { project } from '../scripts/suite/config.ts';
import { startSuite } from '../scripts/suite/launch.ts';
import { UserError } from '../scripts/user-error.ts';
import { measureBundles } from './bundle-sizes.ts';
import { measureBurst } from './burst.ts';
import { writeCostPage } from './cost.ts';
import { measureEmulator } from './emulator/measure-emulator.ts';
import { soak } from './emulator/soak.ts';
import { type Figure, isWithin, toTable } from './figures.ts';
import { measureJoins } from './joins.ts';
import { measureLoneMessages } from './lone-messages.ts';
import { measureMessages } from './message-latency.ts';
import { measureReads } from './reads.ts';
import { measureScreens } from './screens.ts';
import { measureFirestoreStart } from './start-times.ts';
import { measureWrites } from './writes.ts';

/**
 * Those that are measured when none is named. The soak takes minutes and has to be asked for, and so has `cost`, which
 * counts what lone messages cost and writes docs/cost.md.
 */
const usualParts = [
  'emulator',
  'start',
  'messages',
  'reads',
  'screens',
  'writes',
  'fan-out',
  'joins',
  'bundles',
] as const;
const parts = [...usualParts, 'cost', 'soak'] as const;
type Part = (typeof parts)[number];

/** `npm run bench` measures everything, `npm run bench -- messages reads` those two. */
export async function main(args: readonly string[]): Promise<void> {
  const isPart = (word: string): word is Part => (parts as readonly string[]).includes(word);
  const unknown = args.find((word) => !isPart(word));
  if (unknown !== undefined) {
    throw new UserError(`npm run bench does not know "${unknown}". Try: ${parts.join(', ')}.`);
  }
  const wanted: readonly Part[] = args.length > 0 ? args.filter(isPart) : usualParts;
  const root = process.cwd();
  const figures: Figure[] = [];

  await build(root);
  if (wanted.includes('emulator')) figures.push(...(await measureEmulator(root)));
  if (wanted.includes('soak')) figures.push(...(await soak()));
  if (wanted.includes('start')) figures.push(...(await measureFirestoreStart(root)));
  try {
    if (wanted.some((part) => part !== 'emulator' && part !== 'soak'))
      await measureSuite(root, wanted, figures);
  } finally {
    // Also when a part fails: what was measured was measured.
    console.log(`\n${toTable(figures)}\n`);
  }

  const results = join(root, 'bench', 'results');
  mkdirSync(results, { recursive: true });
  const file = join(results, `${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
  writeFileSync(file, JSON.stringify({ node: process.version, figures }, null, 2));
  const over = figures.filter((figure) => !isWithin(figure));
  console.log(over.length === 0 ? 'Everything is within its budget.' : `${over.length} over their budget.`);
  console.log(`Kept in ${file}.`);
  // The Admin SDK's connections would keep the process waiting.
  process.exit(0);
}

/** The parts that need the whole suite, which is started for them as `npm start` does on a fresh clone. */
async function measureSuite(root: string, wanted: readonly Part[], figures: Figure[]): Promise<void> {
  const began = performance.now();
  await build(root);
  const suite = await startSuite(root, { name: `bench-${process.pid}`, freePorts: true });
  try {
    const address = {
      firestoreHost: `127.0.0.1:${suite.ports.firestore}`,
      authHost: `127.0.0.1:${suite.ports.auth}`,
      storageHost: `127.0.0.1:${suite.ports.storage}`,
      projectId: project,
    };
    await fillWithDemoData({ ...address, fill: true });
    await fetch(suite.url);
    if (wanted.includes('start')) {
      const took = performance.now() - began;
      figures.push({ what: 'npm start to usable', unit: 'ms', value: took, budget: 15_000 });
    }
    Object.assign(process.env, suite.environment);
    const browser = await launchBrowser();
    try {
      if (wanted.includes('bundles')) figures.push(...(await measureBundles(browser)));
      if (wanted.includes('messages')) figures.push(...(await measureMessages(browser)));
      if (wanted.includes('reads')) figures.push(...(await measureReads(browser, address)));
      if (wanted.includes('screens')) figures.push(...(await measureScreens(browser, address)));
      if (wanted.includes('writes')) figures.push(...(await measureWrites()));
      if (wanted.includes('fan-out') || wanted.includes('cost')) {
        const lone = await measureLoneMessages(address);
        figures.push(...lone.figures);
        if (wanted.includes('fan-out')) figures.push(...(await measureBurst(address)));
        if (wanted.includes('cost')) writeCostPage(root, lone.costs);
      }
      if (wanted.includes('joins')) figures.push(...(await measureJoins()));
    } finally {
      await browser.close();
    }
  } finally {
    await suite.stop();
  }
}
