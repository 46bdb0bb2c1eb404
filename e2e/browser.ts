import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'sameboat', 'chromium-147');

const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Unpacks the Chromium inside `@sparticuz/chromium` (Linux x64 only) once per checkout.
 * The package unpacks into the temporary directory and believes whatever it finds there, so it is given a
 * directory of its own, and the result is moved into place whole: two test runs cannot see half a browser.
 */
function unpackChromium(): string {
  const executable = join(cache, 'chromium');
  if (existsSync(executable)) return executable;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.');
  }
  mkdirSync(dirname(cache), { recursive: true });
  const staging = mkdtempSync(`${cache}-`);
  const program =
    "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    // The package unpacks its shared libraries only where it believes to be on Lambda.
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(staging, cache);
  } catch (error) {
    // Somebody else was quicker; theirs is the same.
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(executable)) throw error;
  }
  return executable;
}

/** What a bare machine lacks: the shared libraries and fonts that come with the unpacked browser. */
function environmentFor(executable: string): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [key, value] of Object.entries(process.env)) if (value !== undefined) environment[key] = value;
  if (!executable.startsWith(cache)) return environment;
  const linked = execFileSync('ldd', [executable], { encoding: 'utf8' });
  if (linked.includes('not found')) environment.LD_LIBRARY_PATH = join(cache, 'al2023', 'lib');
  if (!existsSync('/etc/fonts')) environment.FONTCONFIG_PATH = join(cache, 'fonts');
  return environment;
}

/**
 * Starts a headless Chromium: an installed one if there is one (`CHROME_PATH` first), else the one that
 * `npm ci` brought. Throws a sentence that says what to install when there is neither.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = installed.find((path) => path !== undefined && existsSync(path)) ?? unpackChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    env: environmentFor(executablePath),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  });
}
