// Bundles the functions into functions/dist, with a package.json of their own: what `firebase deploy` uploads and
// installs knows nothing of workspaces, so the model is inlined and the two SDKs are named with exact versions.
// CommonJS, because the suite's runtime and the deployment's discovery load it with `require`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const require = createRequire(import.meta.url);
const sdks = ['firebase-admin', 'firebase-functions'];

/** The version that is installed here. `package.json` is not among what these packages export, so it is looked for. */
function installedVersion(name) {
  for (const directory of require.resolve.paths(name) ?? []) {
    const path = join(directory, name, 'package.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')).version;
  }
  throw new Error(`${name} is not installed. Run "npm ci".`);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
writeFileSync(
  join(dist, 'package.json'),
  `${JSON.stringify(
    {
      name: 'sameboat-functions',
      private: true,
      type: 'commonjs',
      main: 'index.js',
      engines: { node: '22' },
      dependencies: Object.fromEntries(sdks.map((name) => [name, installedVersion(name)])),
    },
    null,
    2,
  )}\n`,
);

const build = await context({
  entryPoints: [join(here, 'src', 'index.ts')],
  outfile: join(dist, 'index.js'),
  bundle: true,
  platform: 'node',
  // The developer's machine runs these on Node 20, production on 22.
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  external: sdks.flatMap((name) => [name, `${name}/*`]),
  logLevel: 'warning',
});
await build.rebuild();
if (process.argv.includes('--watch')) await build.watch();
else await build.dispose();
