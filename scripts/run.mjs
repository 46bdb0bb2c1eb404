// The one door of the npm scripts. Plain JavaScript, so that a wrong Node or a missing install is told in one
// sentence instead of a stack trace; everything behind it is TypeScript, run by tsx.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [command = '', ...rest] = process.argv.slice(2);

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Sameboat needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
}
if (!existsSync(join(root, 'node_modules', 'tsx'))) stop('Nothing is installed yet. Run "npm ci" first.');

const { register } = await import('tsx/esm/api');
register();

const commands = {
  start: './start.ts',
  check: './check.ts',
  bench: '../bench/run.ts',
  build: './build.ts',
  'build-places': './build-places.ts',
  deploy: './deploy.ts',
  firestore: './firestore.ts',
  screenshots: './screenshots.ts',
  'rules-coverage': './rules-coverage.ts',
};
if (!Object.hasOwn(commands, command)) {
  stop(`There is no command "${command}". Try: ${Object.keys(commands).join(', ')}.`);
}

process.chdir(root);
try {
  const { main } = await import(commands[command]);
  await main(rest);
} catch (error) {
  // A sentence for what we foresaw; the stack for what we did not.
  if (error?.name === 'UserError') stop(error.message);
  throw error;
}
